package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.FixedPoint;
import firesale.experiment.PointSpreads.Tried;
import firesale.model.SpreadFigures;
import java.util.List;
import java.util.stream.Collectors;

/** Spreads in plain words: what is charged, what would pay for losses, by how much it is mispriced, and what advance is safe. */
final class SpreadAnswer {

    private final PointSpreads spreads;
    private final double costOfCapital;

    private SpreadAnswer(PointSpreads spreads, double costOfCapital) {
        this.spreads = spreads;
        this.costOfCapital = costOfCapital;
    }

    /** A paragraph for each declared point. */
    static String of(List<PointSpreads> points, double costOfCapital) {
        return points.stream().map(point -> Prose.wrapped(point.point() + ": "
                + new SpreadAnswer(point, costOfCapital).text())).collect(Collectors.joining("\n"));
    }

    private String text() {
        ClassSpreads hosts = spreads.classes().get(0);
        if (!hosts.isThere()) {
            return "no host has a term loan that was served, so there is no spread to speak of." + others() + advance();
        }
        return pricing(hosts) + " " + required(hosts) + fixedPoint() + others() + advance();
    }

    private static String pricing(ClassSpreads kind) {
        String text = SpreadFigures.words(kind.name()) + " charge " + bp(kind.charged().value()) + " over the risk-free rate; "
                + both(kind.fair()) + " would pay for their losses in " + runs(kind.fair().n());
        return text + verdict(kind.mispricing()) + ".";
    }

    private static String verdict(Estimate mispricing) {
        if (Double.isNaN(mispricing.low())) {
            return ". One run gives no interval, so nothing is said about mispricing";
        }
        if (mispricing.low() <= 0 && mispricing.high() >= 0) {
            return "; the two are not told apart: mispricing " + both(mispricing);
        }
        boolean cheap = mispricing.value() < 0;
        double low = cheap ? -mispricing.high() : mispricing.low();
        double high = cheap ? -mispricing.low() : mispricing.high();
        return ": " + bp(Math.abs(mispricing.value())) + keep(" (" + BasisPoints.number(low) + " to " + BasisPoints.number(high)
                + " bp)") + (cheap ? " too cheap" : " more than losses call for");
    }

    private String required(ClassSpreads kind) {
        return "With " + UnitText.of(costOfCapital, "share") + " over the whole run, not a year, on capital for the worst "
                + "1 % of runs (mean of "
                + (kind.runsInTail() == 1 ? "one run" : kind.runsInTail() + " runs") + ") " + both(kind.required())
                + " would be required.";
    }

    private String fixedPoint() {
        if (spreads.own().isEmpty()) {
            return "";
        }
        if (!spreads.followsSetting()) {
            return " Their rates do not follow " + SpreadPoints.KEY + ", so no other charge was tried.";
        }
        FixedPoint own = spreads.own().get();
        List<Tried> curve = spreads.curve();
        Tried least = curve.get(0);
        Tried most = curve.get(curve.size() - 1);
        String range = keep(BasisPoints.number(least.spread()) + " to " + BasisPoints.number(most.spread()) + " bp");
        String text;
        if (Double.isNaN(own.value())) {
            text = " At some charge nothing was lent, so the charge that pays for itself cannot be said.";
        } else if (own.value() == Double.POSITIVE_INFINITY) {
            text = " No charge within the range tried, " + range + ", pays for the losses that it goes with" + found(own) + ".";
        } else if (own.value() == Double.NEGATIVE_INFINITY) {
            text = " Every charge within the range tried, " + range + ", pays for the losses that it goes with, the lowest too"
                    + found(own) + ".";
        } else {
            text = " A charge of " + bp(own.value()) + keep(" (" + ends(own) + ")")
                    + " would pay for the losses that it goes with"
                    + found(own) + (spreads.several() ? "; the curve crosses the charge more than once, this is the lowest" : "")
                    + ".";
        }
        return text + rise(least, most);
    }

    /** How sure it is that there is a crossing within the range, or none; nothing if all resamples say so. */
    private static String found(FixedPoint own) {
        boolean always = own.within() == (Double.isFinite(own.value()) ? 1 : 0);
        return Double.isNaN(own.within()) || always ? "" : " (the range holds such a charge in "
                + UnitText.of(own.within(), "share") + " of resamples)";
    }

    private String ends(FixedPoint own) {
        return end(own.low()) + " to " + end(own.high()) + " bp";
    }

    /** An end of the interval that may lie beyond what was tried. */
    private String end(double perYear) {
        List<Tried> curve = spreads.curve();
        if (perYear == Double.NEGATIVE_INFINITY) {
            return "below " + BasisPoints.number(curve.get(0).spread());
        }
        return perYear == Double.POSITIVE_INFINITY ? "above " + BasisPoints.number(curve.get(curve.size() - 1).spread())
                : BasisPoints.number(perYear);
    }

    /** A dearer loan is harder to serve, and smaller: lenders size it on a lower present value. */
    private static String rise(Tried least, Tried most) {
        double from = least.found().fair().value();
        double to = most.found().fair().value();
        if (Double.isNaN(from) || Double.isNaN(to)) {
            return "";
        }
        String moves = to > from ? "rises from " : "falls from ";
        return " From a charge of " + bp(least.spread()) + " to one of " + bp(most.spread()) + " the fair spread "
                + moves + bp(from) + " to " + bp(to) + ".";
    }

    /** Other classes that were lent, in short. */
    private String others() {
        StringBuilder text = new StringBuilder();
        for (ClassSpreads kind : spreads.classes().subList(1, spreads.classes().size())) {
            if (kind.isThere() && kind.hasOption()) {
                double charged = kind.charged().value();
                text.append(" Convertible notes pay a coupon ").append(bp(Math.abs(charged)))
                        .append(charged < 0 ? " below" : " above").append(" the risk-free rate, their losses call for ")
                        .append(both(kind.fair())).append("; what is missing holders pay for the option to convert, so it is no ")
                        .append("mispricing.");
            } else if (kind.isThere() && !kind.name().equals(SpreadFigures.PORTFOLIO)) {
                text.append(' ').append(sentence(pricing(kind)));
            }
        }
        return text.toString();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String advance() {
        return spreads.advance().stream()
                .filter(cell -> cell.age().equals(SafeAdvance.ALL) && cell.regime().equals(SafeAdvance.ALL))
                .map(cell -> " Of seized machines by cost, all but 5 % yielded at least " + share(cell.safe())
                        + " of their cost net, half of them " + share(cell.median()) + " (" + cell.fleets() + " fleets in "
                        + runs(cell.safe().n()) + "); the loans were " + share(cell.granted()) + " of cost when they were made, "
                        + share(cell.owed()) + " at default.")
                .findFirst().orElse("");
    }

    private static String share(Estimate estimate) {
        String interval = UnitText.interval(estimate.low(), estimate.high(), "share");
        return keep(UnitText.of(estimate.value(), "share") + (interval.equals("-") ? "" : " (" + interval + ")"));
    }

    private static String runs(long count) {
        return count == 1 ? "1 run" : count + " runs";
    }

    private static String bp(double perYear) {
        return keep(BasisPoints.number(perYear) + " bp");
    }

    private static String both(Estimate estimate) {
        return keep(BasisPoints.both(estimate));
    }

    /** On one line. */
    private static String keep(String text) {
        return Prose.unbroken(text);
    }
}
