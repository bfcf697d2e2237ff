package firesale.cli;

import firesale.buyers.Interest;
import firesale.buyers.Obstacle;
import firesale.experiment.AppraisedLot;
import firesale.experiment.AppraisedLot.Kind;
import firesale.experiment.AppraisedLot.Sold;
import firesale.experiment.AppraisedLot.Value;
import firesale.experiment.LotFile;
import firesale.experiment.TextTable;
import firesale.kernel.parameters.Scalars;
import firesale.model.LotAppraisal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.Locale;

/** An appraised lot for people. */
final class AppraisedText {

    private static final String NONE = "-";

    private final AppraisedLot lot;
    private final double fmvUsd;

    private AppraisedText(AppraisedLot lot) {
        this.lot = lot;
        this.fmvUsd = lot.fmv().mean().value();
    }

    static void print(AppraisedLot lot, PrintWriter out) {
        AppraisedText text = new AppraisedText(lot);
        out.print(text.headline() + "\n" + text.world() + "\n" + text.references() + "\n" + text.sold() + "\n"
                + text.kinds() + "\n" + text.obstacles());
    }

    private String headline() {
        LotAppraisal what = lot.file().appraisal();
        double flv = lot.flv().mean().value();
        double olv = lot.olv().mean().value();
        return count(what.lot().gpus()) + " " + what.lot().machine() + ", " + Scalars.text(what.lot().ageYears())
                + " years old, are worth " + usd(fmvUsd) + " a GPU, " + musd(fmvUsd)
                + " in all, where nothing hinders a sale (FMV).\n"
                + "If they must be sold within " + weeks(what.hurryWeeks()) + " they fetch " + usd(flv) + " a GPU, " + share(flv)
                + " of that (FLV); with " + weeks(what.orderlyWeeks()) + " of time " + usd(olv) + ", " + share(olv) + " (OLV).\n";
    }

    private String world() {
        LotFile file = lot.file();
        LotAppraisal what = file.appraisal();
        String world = file.experiment().map(name -> "the model of " + name).orElse("the model's defaults");
        String when = what.week() == 0 ? "at the start" : "after " + weeks(what.week());
        return "World: " + world + ", " + when + "; " + count(file.replications())
                + (file.replications() == 1 ? " replication" : " replications") + ", seed " + file.seed() + ".\n"
                + "Condition: " + condition(what, 0) + " now, " + condition(what, what.hurryWeeks()) + " after "
                + weeks(what.hurryWeeks()) + " of storage, " + condition(what, what.orderlyWeeks()) + " after "
                + weeks(what.orderlyWeeks()) + ".\n"
                + "With prices, age and storage " + percent(1 - lot.melt(false)) + " of FMV melts in "
                + weeks(what.hurryWeeks()) + ", " + percent(1 - lot.melt(true)) + " in " + weeks(what.orderlyWeeks()) + ".\n";
    }

    private String condition(LotAppraisal what, int weeks) {
        return String.format(Locale.ROOT, "%.3f", what.conditionAfter(weeks, lot.file().world()));
    }

    private String references() {
        TextTable table = new TextTable(1).row("value", "USD/GPU", "total", "of FMV", "95 % interval", "median",
                "5 % to 95 % of worlds", "what it is");
        for (Value value : lot.references()) {
            double mean = value.mean().value();
            table.row(value.name(), usd(mean), musd(mean), share(mean), interval(value), usd(value.median()),
                    usd(value.q05()) + " to " + usd(value.q95()), meaning(value.name()));
        }
        return table.text();
    }

    private String meaning(String name) {
        LotAppraisal what = lot.file().appraisal();
        return switch (name) {
            case "first best" -> "highest value to a user without frictions";
            case "FMV" -> "the second-highest";
            case "OLV" -> "orderly liquidation: alone, " + weeks(what.orderlyWeeks()) + ", calm funds";
            case "FLV" -> "forced liquidation: the same in " + weeks(what.hurryWeeks());
            case "NOLV" -> "OLV less selling and storage";
            default -> "cost less straight-line depreciation";
        };
    }

    private String sold() {
        TextTable table = new TextTable(0).row("sold within", "USD/GPU", "total", "of FMV", "95 % interval", "median",
                "5 % to 95 % of worlds", "bid for");
        for (Sold sold : lot.sold()) {
            Value value = sold.value();
            double mean = value.mean().value();
            table.row(weeks(sold.weeks()), usd(mean), musd(mean), share(mean), interval(value), usd(value.median()),
                    usd(value.q05()) + " to " + usd(value.q95()), percent(sold.share()));
        }
        return "The whole lot alone. What nobody bids for goes to scrap.\n" + table.text();
    }

    private String kinds() {
        List<String> head = new ArrayList<>(List.of("buyers", "how many", "can bid", "median USD/GPU"));
        // ways that are open to nobody, such as new buildings by default, would only make the table wide
        List<Integer> open = IntStream.range(0, Interest.ways().size())
                .filter(way -> lot.kinds().stream().anyMatch(kind -> kind.gpus().get(way) > 0)).boxed().toList();
        open.forEach(way -> head.add(Interest.ways().get(way).replace('_', ' ') + " GPUs"));
        head.add("funds MUSD");
        TextTable table = new TextTable(0).row(head.toArray(new String[0]));
        for (Kind kind : lot.kinds()) {
            List<String> row = new ArrayList<>(List.of(kind.name(), mean(kind.buyers()), mean(kind.canBid()),
                    Double.isNaN(kind.valueUsd()) ? NONE : usd(kind.valueUsd())));
            open.forEach(way -> row.add(count(Math.round(kind.gpus().get(way)))));
            row.add(Double.isInfinite(kind.fundsMusd()) ? "unlimited" : count(Math.round(kind.fundsMusd())));
            table.row(row.toArray(new String[0]));
        }
        return "Buyers within " + weeks(lot.file().appraisal().hurryWeeks())
                + ": means over replications; what it is worth to those with room, GPUs of the lot that find room.\n"
                + table.text();
    }

    private String obstacles() {
        List<Kind> kinds = lot.kinds();
        List<Obstacle> seen = new ArrayList<>();
        for (Obstacle obstacle : Obstacle.values()) {
            if (kinds.stream().anyMatch(kind -> kind.obstacles().get(obstacle) > 0)) {
                seen.add(obstacle);
            }
        }
        if (seen.isEmpty()) {
            return "Every buyer can bid.\n";
        }
        List<String> head = new ArrayList<>(List.of("why not"));
        kinds.forEach(kind -> head.add(kind.name()));
        TextTable table = new TextTable(0).row(head.toArray(new String[0]));
        for (Obstacle obstacle : seen) {
            List<String> row = new ArrayList<>(List.of(obstacle.words()));
            kinds.forEach(kind -> row.add(kind.obstacles().get(obstacle) == 0 ? NONE : mean(kind.obstacles().get(obstacle))));
            table.row(row.toArray(new String[0]));
        }
        return "Why the others cannot bid: how many, by the first reason that binds.\n" + table.text();
    }

    private static String interval(Value value) {
        return Double.isNaN(value.mean().low()) ? NONE : usd(value.mean().low()) + " to " + usd(value.mean().high());
    }

    private String musd(double usdPerGpu) {
        return String.format(Locale.ROOT, "$%,.1fm", usdPerGpu * lot.file().lot().gpus() / 1e6).replace("$-", "-$");
    }

    private String share(double usd) {
        return fmvUsd > 0 ? percent(usd / fmvUsd) : NONE;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String usd(double usd) {
        return String.format(Locale.ROOT, "$%,.0f", usd).replace("$-", "-$");
    }

    private static String mean(double count) {
        // means of whole numbers: a hair of rounding makes no fraction
        long whole = Math.round(count);
        return Math.abs(count - whole) < 1e-6 ? count(whole) : String.format(Locale.ROOT, count < 0.1 ? "%.2f" : "%,.1f", count);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String weeks(int weeks) {
        return count(weeks) + (weeks == 1 ? " week" : " weeks");
    }
}
