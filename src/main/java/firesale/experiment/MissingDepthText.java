package firesale.experiment;

import firesale.analysis.DiscountCurve;
import firesale.analysis.Estimate;
import firesale.analysis.Threshold;
import firesale.experiment.MissingDepth.AtHaircut;
import firesale.experiment.MissingDepth.Beside;
import firesale.experiment.MissingDepth.Held;
import firesale.experiment.MissingDepth.Relaxed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The summary of missing depth, as it is printed: the answer, then for each declared point what it stands on. */
final class MissingDepthText {

    private final MissingDepth found;
    private final Money money;

    private MissingDepthText(MissingDepth found) {
        this.found = found;
        this.money = Money.inShort(found.largestUsd());
    }

    static String of(Summary summary, List<MissingDepth> all, List<String> show) {
        StringBuilder text = new StringBuilder(SummaryText.title(summary)).append('\n').append(MissingDepthAnswer.of(all))
                .append('\n');
        for (MissingDepth found : all) {
            if (!found.dyn().isEmpty()) {
                text.append(all.size() == 1 ? "" : "\n" + found.id() + "\n").append(new MissingDepthText(found).tables());
            }
        }
        return text.append(SummaryText.asked(summary, show)).append("""

                The discount is 1 - sum of price / sum of FMV over all forced sales of all runs. An amount is the least from
                which on the target holds, so for all larger ones too, interpolated between the amounts tried (standby money at
                most a step too large); $0 where it holds without, none where not even an unlimited amount does. Frozen: what is
                seized is that of no repo market. Finances: the collateral behind a capacity C, C/(1 - h), at the haircut h of a
                price that just holds. Intervals: 95 %, by bootstrap over replications, the same ones at every amount; an end
                may be none too. Exists in: share of resamples that have such an amount. n: runs with sales (95 % of runs is of
                these), at the amount with the fewest. Two estimates from other seeds agree if they differ by at most 2.6 times
                the root of the sum of their squared standard errors. missing-depth.csv and discount-curve.csv have all of this.
                """).append(SummaryText.failures(summary)).toString();
    }

    private String tables() {
        return "\n" + amounts() + haircuts() + "\n" + relaxations() + curve();
    }

    private String amounts() {
        TextTable table = new TextTable(0).row("to hold", "under", "amount", "95 % interval", "finances", "std. error",
                "exists in", "n");
        for (Held held : found.held()) {
            row(table, "repo, seizures responding", held, held.dyn(), finances(held, held.dyn()));
            row(table, "repo, seizures frozen", held, held.fix(), finances(held, held.fix()));
            row(table, "repo, in 95 % of runs", held, held.mostRuns(), "");
            row(table, "repo, first crossing", held, held.first(), "");
            row(table, "standby money", held, held.standby(), "");
            held.spent().filter(spent -> spent.n() > 0).ifPresent(spent -> table.row("  of which spent in a run",
                    MissingDepthAnswer.percent(held.target()), UnitText.of(spent.value(), "USD"),
                    UnitText.interval(spent.low(), spent.high(), "USD"), "", "", "", Long.toString(spent.n())));
        }
        return table.text().replace('\u00a0', ' ');
    }

    private String finances(Held held, Threshold amount) {
        return UnitText.of(found.collateralUsd(amount.usd(), found.haircut(), held.target()), "USD");
    }

    private void row(TextTable table, String what, Held held, Threshold amount, String finances) {
        table.row(what, MissingDepthAnswer.percent(held.target()), money.of(amount.usd()), money.interval(amount), finances,
                UnitText.of(amount.standardErrorUsd(), "USD"), UnitText.of(amount.existsShare(), "share"),
                Long.toString(amount.n()));
    }

    /** Capacity by haircut, the model's own first. */
    private String haircuts() {
        if (found.haircuts().isEmpty()) {
            return "";
        }
        List<AtHaircut> all = new ArrayList<>(List.of(new AtHaircut(found.haircut(), found.dyn(),
                found.held().stream().map(Held::dyn).toList(), Optional.empty())));
        all.addAll(found.haircuts());
        SideBySide table = new SideBySide("haircut",
                all.stream().map(at -> MissingDepthAnswer.percent(at.haircut())).toList());
        table.column("discount at unlimited repo", row -> both(all.get(row).curve().floor()));
        for (int t = 0; t < found.held().size(); t++) {
            int target = t;
            table.column("repo for " + MissingDepthAnswer.percent(found.held().get(t).target()),
                    row -> money.both(all.get(row).held().get(target)));
        }
        return table.text().replace('\u00a0', ' ');
    }

    private String relaxations() {
        TextTable table = new TextTable(0).row("unlimited repo", "discount", "95 % interval", "change",
                "95 % interval",
                "n");
        Estimate floor = found.floor();
        table.row("with all frictions", UnitText.of(floor.value(), "share"), interval(floor), "", "", Long.toString(floor.n()));
        found.relaxed().stream().sorted(Comparator.comparingDouble(one -> one.change().value()))
                .forEach(one -> relaxation(table, one));
        return table.text();
    }

    private static void relaxation(TextTable table, Relaxed one) {
        table.row("without " + one.words(), UnitText.of(one.discount().value(), "share"), interval(one.discount()),
                UnitText.difference(one.change().value(), "share"),
                UnitText.differenceInterval(one.change().low(), one.change().high(), "share"), Long.toString(one.discount().n()));
    }

    private String curve() {
        DiscountCurve dyn = found.dyn();
        List<String> capacities = IntStream.range(0, dyn.size()).mapToObj(i -> Double.isInfinite(dyn.amountUsd(i)) ? "unlimited"
                : dyn.amountUsd(i) == 0 ? "none" : UnitText.of(dyn.amountUsd(i), "USD")).toList();
        SideBySide table = new SideBySide("repo capacity", capacities);
        table.column("discount, seizures responding", row -> both(dyn.at(row)));
        table.column("seizures frozen", row -> both(found.fix().at(row)));
        table.column("n", row -> Long.toString(dyn.at(row).n()));
        for (Beside beside : found.beside()) {
            table.column(beside.measure().name(), row -> UnitText.of(beside.at().get(row).value(), beside.measure().unit()));
        }
        return table.text();
    }

    private static String both(Estimate estimate) {
        String value = UnitText.of(estimate.value(), "share");
        return Double.isNaN(estimate.low()) ? value : value + " (" + interval(estimate) + ")";
    }

    private static String interval(Estimate estimate) {
        return UnitText.interval(estimate.low(), estimate.high(), "share");
    }
}
