package firesale.model;

import firesale.hardware.MachineType;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.repo.RepoMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Depth of the repo market after a week's sale: what collateral could be financed at a haircut of at most so much, with what dealers
 * have left. A row for each age of the reference machine, since haircuts may depend on it: at haircuts below the dealers' there is
 * none, above it is the same, so that these rows are the whole curve.
 *
 * @param week           weeks from the start
 * @param regime         regime of the week
 * @param ageYears       age of the machines asked about
 * @param haircut        the least haircut at which they are financed, share
 * @param financeableUsd value of such collateral that could still be financed, at marks
 * @param priceOverFmv   what recent auctions of the kind fetched relative to FMV, 1 as long as none was seen
 * @param weeksToSell    time in which what lenders and dealers hold would be sold at the pace of late
 * @param lendableUsd    money that dealers have left
 * @param outstandingUsd money that is lent
 * @param dealersFailed  dealers that no longer lend
 */
public record RepoWeek(int week, String regime, double ageYears, double haircut, double financeableUsd, double priceOverFmv,
        double weeksToSell, double lendableUsd, double outstandingUsd, long dealersFailed) {

    private static final List<Double> AGES_YEARS = List.of(0.5, 1.5, 3.0);

    /** The rows of this week for a machine. */
    static List<RepoWeek> of(FireSale run, MachineType machine) {
        int index = run.parameters().hardware().machines().indexOf(machine);
        RepoMarket repo = run.repo();
        long failed = repo.dealers().stream().filter(dealer -> dealer.hasFailed()).count();
        List<RepoWeek> rows = new ArrayList<>();
        for (double age : AGES_YEARS) {
            double haircut = repo.haircut(machine, index, age, 1);
            rows.add(new RepoWeek(run.week(), run.market().regime().name().toLowerCase(Locale.ROOT), age, haircut,
                    repo.depthUsd(1, machine, index, age), run.signals().priceOverFmv(index), run.signals().weeksToSell(),
                    repo.lendableUsd(), repo.outstandingUsd(), failed));
        }
        return rows;
    }

    /** The columns, in the order of the file. */
    public static List<Column<RepoWeek>> columns() {
        return List.of(
                new Column<>("week", Type.INTEGER, "weeks", "Week, counted from the start", r -> (long) r.week),
                new Column<>("regime", Type.TEXT, "", "Regime of the week", r -> r.regime),
                new Column<>("age_years", Type.REAL, "a",
                        "Age of the machines that would be financed, in good condition", r -> r.ageYears),
                new Column<>("haircut", Type.REAL, "share", "Least haircut at which they are", r -> r.haircut),
                new Column<>("financeable_usd", Type.REAL, "USD",
                        "Value of such collateral that could still be financed, at that haircut or any larger one: depth",
                        r -> r.financeableUsd),
                new Column<>("price_over_fmv", Type.REAL, "ratio", "Recent auction prices of the kind over FMV", r -> r.priceOverFmv),
                new Column<>("weeks_to_sell", Type.REAL, "weeks",
                        "Time in which what lenders and dealers hold would be sold at the pace of late",
                        r -> r.weeksToSell),
                new Column<>("lendable_usd", Type.REAL, "USD", "Money that dealers have left to lend", r -> r.lendableUsd),
                new Column<>("outstanding_usd", Type.REAL, "USD", "Money that is lent", r -> r.outstandingUsd),
                new Column<>("dealers_failed", Type.INTEGER, "count", "Dealers that lost their capital", r -> r.dealersFailed));
    }
}
