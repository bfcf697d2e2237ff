package firesale.model;

import firesale.credit.LoanReturns;
import firesale.credit.SpreadLedger;
import firesale.credit.contracts.LoanClass;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What lending lost and earned, by class; all missing unless {@code credit.measureSpreads}. Claims that nobody lent within
 * the run (damages from leases, loans on fleets that are seized by schedule) have no spread and are left out.
 *
 * @param byClass in the order of {@link #names}
 */
public record SpreadFigures(List<LoanReturns> byClass) {

    /** All classes together. */
    public static final String PORTFOLIO = "portfolio";

    private static final List<LoanClass> CLASSES = Arrays.stream(LoanClass.values()).filter(kind -> kind != LoanClass.NOT_LENT)
            .toList();

    public SpreadFigures {
        byClass = List.copyOf(byClass);
    }

    /** Figures of a run of which they were not asked. */
    static SpreadFigures none() {
        double no = Double.NaN;
        return new SpreadFigures(names().stream().map(name -> new LoanReturns(no, no, no, no)).toList());
    }

    static SpreadFigures of(SpreadLedger ledger) {
        List<LoanReturns> all = ledger.byClass();
        List<LoanReturns> figures = new ArrayList<>();
        LoanReturns sum = new LoanReturns(0, 0, 0, 0);
        for (LoanClass kind : CLASSES) {
            figures.add(all.get(kind.ordinal()));
            sum = sum.plus(all.get(kind.ordinal()));
        }
        figures.add(sum);
        return new SpreadFigures(figures);
    }

    /** The classes as they stand in names of columns, then {@value #PORTFOLIO}. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        CLASSES.forEach(kind -> names.add(kind.name().toLowerCase(Locale.ROOT)));
        names.add(PORTFOLIO);
        return names;
    }

    /** A class's name in sentences. */
    public static String words(String name) {
        return switch (name) {
            case "host_loans" -> "term loans of hosts";
            case "vehicle_loans" -> "loans of vehicles";
            case "high_yield_notes" -> "high-yield notes";
            case "coin_lines" -> "lines against coins";
            case "revolvers" -> "revolving lines";
            case "income_assignments" -> "advances against income";
            case PORTFOLIO -> "all lending";
            default -> name.replace('_', ' ');
        };
    }

    /** The figures of a class by its name. */
    public LoanReturns of(String name) {
        return byClass.get(names().indexOf(name));
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, SpreadFigures> part) {
        List<Column<SpreadFigures>> columns = new ArrayList<>();
        for (int k = 0; k <= CLASSES.size(); k++) {
            String name = names().get(k);
            String of = " of " + words(name);
            int place = k;
            columns.add(column("losses_" + name + "_usd", "USD", "Losses" + of + "; missing unless credit.measureSpreads", place,
                    LoanReturns::lossUsd));
            columns.add(column("discounted_losses_" + name + "_usd", "USD", "Losses" + of + " and what lenders paid "
                    + "for a guarantee, each discounted to the start at the risk-free rate", place, LoanReturns::discountedLossUsd));
            columns.add(column("exposure_" + name + "_usd_years", "USD*a", "Balances" + of + " that were served, times time, "
                    + "discounted", place, LoanReturns::exposureUsdYears));
            columns.add(column("spread_" + name + "_usd", "USD", "Interest above the risk-free rate" + of + ", discounted", place,
                    LoanReturns::earnedUsd));
            columns.add(column("spread_less_losses_" + name + "_usd", "USD", "Discounted interest above the risk-free rate less "
                    + "discounted losses, both" + of, place,
                    returns -> returns.earnedUsd() - returns.discountedLossUsd()));
        }
        return columns.stream().map(column -> column.of(part)).toList();
    }

    private static Column<SpreadFigures> column(String name, String unit, String meaning, int place,
            ToDoubleFunction<LoanReturns> value) {
        return new Column<>(name, Type.REAL, unit, meaning, figures -> value.applyAsDouble(figures.byClass.get(place)));
    }

    /** The ratios that these figures make, each over what was lent and for how long. */
    static List<RatioMeasure> ratios() {
        List<RatioMeasure> ratios = new ArrayList<>();
        for (String name : names()) {
            String exposure = "exposure_" + name + "_usd_years";
            ratios.add(new RatioMeasure("fair_spread_" + name, "1/a", "Spread that pays for the losses of " + words(name)
                    + " and for the fee of a guarantee", "discounted_losses_" + name + "_usd", exposure));
            ratios.add(new RatioMeasure("charged_spread_" + name, "1/a", "Spread that is charged on " + words(name),
                    "spread_" + name + "_usd", exposure));
            ratios.add(new RatioMeasure("mispricing_" + name, "1/a", "Charged less fair spread of " + words(name)
                    + (name.equals("convertible_notes") ? "; holders have an option beside the coupon"
                    : "; below 0 it is too cheap"), "spread_less_losses_" + name + "_usd", exposure));
        }
        return ratios;
    }
}
