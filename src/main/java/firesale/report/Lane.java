package firesale.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Events of one kind in a timeline, one mark a week.
 *
 * @param name   what happened
 * @param total  how much of it, as on the axis
 * @param inGpus whether the marks are GPUs, so that lanes can be compared
 * @param form   what a mark looks like
 * @param marks  in the order of weeks
 * @param text   how a mark's size is written
 */
record Lane(String name, String total, boolean inGpus, Color colour, Form form, List<Mark> marks, DoubleFunction<String> text) {

    private static final String BREACHES = "Breaches that stand";
    private static final String SEIZED = "Seized";
    private static final String SOLD = "Sold";

    /** Dots and rings have areas in proportion to their sizes, bars heights: those are for what happens week after week. */
    enum Form { DOT, RING, BAR }

    /** The events of a week; the size is in the lane's own unit. */
    record Mark(int week, double size) {
    }

    /** What a lane counts: how much an event is, and how a sum of it is written. */
    private record Amount(ToDoubleFunction<Timeline.Happening> of, DoubleFunction<String> text) {

        private static final Amount COUNT = new Amount(h -> 1, count -> Formats.count(Math.round(count)));
        private static final Amount GPUS = new Amount(Timeline.Happening::gpus,
                gpus -> Formats.shortNumber(rounded(gpus)) + " GPUs");
        private static final Amount USD = new Amount(Timeline.Happening::usd,
                usd -> Formats.dollars(rounded(usd)));

        /** To three digits. */
        private static double rounded(double amount) {
            double unit = amount == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(Math.abs(amount))) - 2);
            return Math.rint(amount / unit) * unit;
        }
    }

    /** What stands at the lane. */
    String label() {
        return name + ": " + total;
    }

    /** The size of the largest mark; 0 without marks. */
    double largest() {
        return marks.stream().mapToDouble(Mark::size).max().orElse(0);
    }

    private static Lane of(String name, Color colour, Form form, Amount amount, List<Timeline.Happening> happenings) {
        TreeMap<Integer, Double> sums = new TreeMap<>();
        happenings.forEach(h -> sums.merge(h.week(), amount.of().applyAsDouble(h), Double::sum));
        List<Mark> marks = new ArrayList<>();
        sums.forEach((week, size) -> marks.add(new Mark(week, size)));
        double all = marks.stream().mapToDouble(Mark::size).sum();
        String total = marks.isEmpty() ? "none" : amount.text().apply(all);
        return new Lane(name, total, amount == Amount.GPUS, colour, form, marks, amount.text());
    }

    /** The chain of a run from top to bottom. Lanes outside the chain are there only if anything happened in them. */
    static List<Lane> of(Timeline timeline) {
        List<Lane> lanes = new ArrayList<>();
        addIfAny(lanes, of("Coins sold", Theme.ORANGE, Form.BAR, Amount.USD, timeline.all("coins_sold")));
        addIfAny(lanes, of("Margin calls", Theme.ORANGE, Form.DOT, Amount.COUNT, timeline.all("margin_call")));
        addIfAny(lanes, of("Rents cut by contract party", Theme.BLACK, Form.RING, Amount.COUNT,
                timeline.all("contract_renegotiated")));
        addIfAny(lanes, of("Rents no longer paid", Theme.BLACK, Form.DOT, Amount.COUNT, timeline.all("contract_repudiated")));
        addIfAny(lanes, of("Leases rejected", Theme.BLACK, Form.DOT, Amount.COUNT, timeline.all("lease_rejected")));
        addIfAny(lanes, of("Breaches waived", Theme.BLACK, Form.RING, Amount.COUNT, timeline.all("breach_waived")));
        addIfAny(lanes, of("Breaches cured", Theme.BLACK, Form.RING, Amount.COUNT, timeline.all("breach_cured")));
        addIfAny(lanes, of("Forbearance", Theme.BLACK, Form.RING, Amount.COUNT, timeline.all("forbearance")));
        lanes.add(of(BREACHES, Theme.BLACK, Form.DOT, Amount.COUNT, timeline.breachesThatStand()));
        addDefaults(lanes, timeline.all("default"));
        lanes.add(of(SEIZED, Theme.BLUE, Form.DOT, Amount.GPUS, timeline.all("seizure")));
        addIfAny(lanes, of("With operators", Theme.BLUE, Form.RING, Amount.GPUS, timeline.all("handed_to_operator")));
        lanes.add(of(SOLD, Theme.GREEN, Form.DOT, Amount.GPUS, timeline.all("sale")));
        addIfAny(lanes, of("Scrapped", Theme.GREEN, Form.RING, Amount.GPUS, timeline.all("scrap")));
        addIfAny(lanes, of("Lenders stop lending", Theme.PURPLE, Form.RING, Amount.COUNT, timeline.all("lender_stops_lending")));
        addIfAny(lanes, of("Lenders must sell", Theme.PURPLE, Form.DOT, Amount.COUNT, timeline.all("lender_must_sell")));
        return lanes;
    }

    private static void addDefaults(List<Lane> lanes, List<Timeline.Happening> defaults) {
        for (String cause : List.of("margin_call", "covenant", "maturity", "payment")) {
            List<Timeline.Happening> caused = defaults.stream().filter(d -> d.cause().equals(cause)).toList();
            Lane lane = of(defaultsBy(cause), Theme.VERMILION, Form.DOT, Amount.GPUS, caused);
            addIfAny(lanes, new Lane(lane.name, caused.size() + " (" + lane.total + ")", true, lane.colour, Form.DOT,
                    lane.marks, lane.text));
        }
        if (defaults.isEmpty()) {
            lanes.add(of("Defaults", Theme.VERMILION, Form.DOT, Amount.COUNT, defaults));
        }
    }

    private static void addIfAny(List<Lane> lanes, Lane lane) {
        if (!lane.marks().isEmpty()) {
            lanes.add(lane);
        }
    }

    /** What the lane of defaults by a cause is called. */
    private static String defaultsBy(String cause) {
        return "Defaults, " + cause.replace('_', ' ');
    }

    /** The place of the lane of an event, counted from the top; -1 if there is none. */
    static int indexOf(List<Lane> lanes, Timeline.Happening happening) {
        String lane = switch (happening.event()) {
            case "breach" -> BREACHES;
            case "default" -> defaultsBy(happening.cause());
            case "seizure" -> SEIZED;
            case "sale" -> SOLD;
            default -> "";
        };
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).name().equals(lane)) {
                return i;
            }
        }
        return -1;
    }
}
