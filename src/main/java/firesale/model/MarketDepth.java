package firesale.model;

import firesale.auction.DemandCurve;
import firesale.buyers.Friction;
import firesale.buyers.ShadowMarket;
import firesale.buyers.ShadowMarket.State;
import firesale.credit.SeizedFleet;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures how deep the market is, in sales of a reference machine that do not take place, before the week's own sale. With
 * P(Q) the price that Q units fetch within n weeks, at one price from truthful bids, and m(n) what is left of FMV by then,
 * <pre>
 *   depth(n, delta) = max over Q of Q P(Q) m(n)   such that   P(Q) m(n) &gt;= (1 - delta) OLV
 *   impact          = (P(64) - P(Q1)) / P(64)     with        Q1 P(64) m(n) = 1 bn USD
 * </pre>
 * P(Q) is found with racks, money, cost of capital and beliefs as they are this week; OLV of the reference lot is that of
 * sales: no lot sold before, 26 weeks, money and cost of capital of calm. Melt is on both sides, as in OLV: who sells sooner
 * has lost less to it.
 *
 * <p>Measured are weeks in which new lots come on offer, since that is what their sellers meet, and every so many weeks while
 * trouble may originate, so that calm is covered too; the grid ends there because later only runs with unsold lots go on. A
 * week in which the machine is worth no more than scrap is left out: scrap dealers take any quantity, and nobody else any.
 */
final class MarketDepth {

    /** How many horizons the time to sell has. */
    static final int HORIZONS = 4;
    private static final int QUANTITIES = 12;
    private static final int LEAST_GPUS = 64;
    private static final int MOST_GPUS = 1_000_000;
    private static final int ORDERLY_WEEKS = 26;
    private static final double BILLION = 1e9;
    /** Prices, from the least that counts up to that of the reference lot, at which proceeds are compared. */
    private static final int PRICES = 8;

    private final FireSale run;
    private final DepthParameters parameters;
    private final ShadowMarket shadow;
    private final int frictions;
    private final MachineType machine;
    private final int machineIndex;
    private final long referenceNodes;
    private final long lotNodes;
    private final long mostNodes;
    /** The horizons of the time to sell and the one that is asked for, from the shortest. */
    private final int[] horizons;
    private final long[] quantityNodes = new long[QUANTITIES];
    private final double[] weeks = new double[Regime.values().length];
    private final double[] depthUsd = new double[weeks.length];
    private final double[][] depthByHorizonUsd = new double[weeks.length][HORIZONS];
    private final double[] impactPerBn = new double[weeks.length];
    private final double[][] lotUsd = new double[weeks.length][HORIZONS];
    private final double[] lotFmvUsd = new double[weeks.length];
    private final double[][] referenceUsd = new double[weeks.length][HORIZONS];
    private final double[] referenceFmvUsd = new double[weeks.length];
    private double spilloverWeeks;
    private double asItIsUsd;
    private double nothingSoldUsd;
    private double calmUsd;
    private boolean isLotOnOffer;
    private boolean isLotNew;

    MarketDepth(FireSale run, Set<Friction> frictions) {
        this.run = run;
        this.parameters = run.parameters().depth();
        this.shadow = run.buyers().shadow();
        this.frictions = Friction.bits(frictions);
        List<MachineType> machines = run.parameters().hardware().machines();
        int index = 0;
        while (!machines.get(index).name().equals(parameters.machine())) {
            index++;
        }
        this.machine = machines.get(index);
        this.machineIndex = index;
        this.referenceNodes = nodes(parameters.referenceGpus());
        this.lotNodes = nodes(parameters.lotGpus());
        this.mostNodes = nodes(MOST_GPUS);
        this.horizons = IntStream.concat(IntStream.range(0, HORIZONS).map(MarketDepth::horizonWeeks),
                IntStream.of(parameters.horizonWeeks())).sorted().distinct().toArray();
        double step = StrictMath.log((double) MOST_GPUS / LEAST_GPUS) / (QUANTITIES - 1);
        for (int i = 0; i < QUANTITIES; i++) {
            quantityNodes[i] = nodes(LEAST_GPUS * StrictMath.exp(i * step));
        }
    }

    /** Weeks of a horizon of the time to sell: a week, a month, a quarter, half a year. */
    static int horizonWeeks(int horizon) {
        return switch (horizon) {
            case 0 -> 1;
            case 1 -> 4;
            case 2 -> 13;
            default -> 26;
        };
    }

    private long nodes(double gpus) {
        return Math.max(1, Math.round(gpus / machine.gpusPerNode()));
    }

    /** Measures, if it is time; before the week's sale. */
    void week() {
        look();
        boolean onGrid = run.week() < run.parameters().time().weeks() && run.week() % parameters.everyWeeks() == 0;
        if (onGrid || isLotNew) {
            double fmv = run.buyers().fmv().usdPerGpu(machine, parameters.ageYears(), parameters.condition());
            if (fmv > machine.scrapUsd()) {
                measure(fmv, run.market().regime().ordinal());
            }
        }
    }

    private void look() {
        isLotOnOffer = false;
        isLotNew = false;
        List<SeizedFleet> inventory = run.credit().inventory();
        for (int i = 0; i < inventory.size(); i++) {
            if (Consignment.isOffered(inventory.get(i), run)) {
                isLotOnOffer = true;
                isLotNew |= inventory.get(i).weeksOffered() == 0;
            }
        }
    }

    private void measure(double fmv, int regime) {
        shadow.freezeReference(new Pool(machine, machineIndex, referenceNodes, parameters.ageYears(), parameters.condition()));
        // those who come within the shorter time come within the longer one too, and are entered once
        boolean isShort = parameters.horizonWeeks() < ORDERLY_WEEKS;
        double first = referencePrice(State.CALM, Math.min(parameters.horizonWeeks(), ORDERLY_WEEKS));
        double second = price(shadow.longerCurve(frictions, State.CALM, referenceNodes,
                Math.max(parameters.horizonWeeks(), ORDERLY_WEEKS)), referenceNodes);
        double olv = shadow.afterMelt(isShort ? second : first, shadow.melt(ORDERLY_WEEKS));
        weeks[regime]++;
        lotFmvUsd[regime] += fmv * gpus(lotNodes);
        referenceFmvUsd[regime] += fmv * gpus(referenceNodes);
        int timeToSell = 0;
        for (int h = 0; h < horizons.length; h++) {
            int within = horizons[h];
            double melt = shadow.melt(within);
            DemandCurve curve = h == 0 ? shadow.curve(frictions, State.AS_IT_IS, mostNodes, within)
                    : shadow.longerCurve(frictions, State.AS_IT_IS, mostNodes, within);
            double reference = price(curve, referenceNodes);
            double depth = depthUsd(curve, reference, melt, olv);
            if (timeToSell < HORIZONS && within == horizonWeeks(timeToSell)) {
                depthByHorizonUsd[regime][timeToSell] += depth;
                lotUsd[regime][timeToSell] += shadow.afterMelt(price(curve, lotNodes), melt) * gpus(lotNodes);
                referenceUsd[regime][timeToSell] += shadow.afterMelt(reference, melt) * gpus(referenceNodes);
                timeToSell++;
            }
            if (within == parameters.horizonWeeks()) {
                depthUsd[regime] += depth;
                impactPerBn[regime] += impactPerBn(curve, reference, melt);
                asItIsUsd += isLotOnOffer ? reference : 0;
            }
            record(curve, within, fmv, olv, melt, depth);
        }
        if (isLotOnOffer) {
            spilloverWeeks++;
            nothingSoldUsd += referencePrice(State.NOTHING_SOLD, parameters.horizonWeeks());
            calmUsd += isShort ? first : second;
        }
    }

    private double referencePrice(State state, int within) {
        return price(shadow.curve(frictions, state, referenceNodes, within), referenceNodes);
    }

    /** Share of the reference lot's price that is lost if a billion dollars' worth at that price is sold instead. */
    private double impactPerBn(DemandCurve curve, double reference, double melt) {
        long nodes = Math.max(referenceNodes, Math.min(mostNodes, nodes(BILLION / (reference * melt))));
        return reference > 0 ? 1 - price(curve, nodes) / reference : 0;
    }

    private void record(DemandCurve curve, int within, double fmv, double olv, double melt, double depth) {
        for (int i = 0; i < QUANTITIES && run.recorder().recordsDepth(); i++) {
            run.recorder().depth(new DepthPoint(run.week(), run.market().regime().name().toLowerCase(Locale.ROOT), isLotOnOffer,
                    within,
                    gpus(quantityNodes[i]), shadow.afterMelt(price(curve, quantityNodes[i]), melt), fmv, olv, melt,
                    depth));
        }
    }

    /**
     * The most that can be had at a price, melt taken off, of at least (1 - delta) OLV. Proceeds need not rise with the
     * quantity, so that besides the largest one those that go with some higher prices are tried.
     */
    private double depthUsd(DemandCurve curve, double reference, double melt, double olv) {
        double centsPerUsd = 100.0 * machine.gpusPerNode();
        double least = StrictMath.ceil((1 - parameters.discount()) * olv / melt * centsPerUsd);
        double most = reference * centsPerUsd;
        double best = 0;
        long bestUnits = 0;
        long bestPrice = 0;
        for (int i = 0; i <= PRICES; i++) {
            long price = (long) (least + StrictMath.max(0, most - least) * i / PRICES);
            long units = Math.min(mostNodes, curve.units(price));
            if ((double) units * price > best) {
                best = (double) units * price;
                bestUnits = units;
                bestPrice = price;
            }
        }
        return bestUnits == 0 ? 0 : (double) bestUnits * curve.price(bestUnits, bestPrice) / 100 * melt;
    }

    /** USD per GPU, never below scrap. */
    private double price(DemandCurve curve, long nodes) {
        int gpn = machine.gpusPerNode();
        return curve.price(nodes, Cents.of(machine.scrapUsd() * gpn)) / 100.0 / gpn;
    }

    private long gpus(long nodes) {
        return nodes * machine.gpusPerNode();
    }

    /** Means and sums so far. */
    DepthFigures figures() {
        List<DepthFigures.InRegime> regimes = new ArrayList<>();
        for (int r = 0; r < weeks.length; r++) {
            double count = weeks[r];
            regimes.add(new DepthFigures.InRegime(count, depthUsd[r] / count,
                    Arrays.stream(depthByHorizonUsd[r]).mapToObj(sum -> sum / count).toList(), impactPerBn[r] / count,
                    Arrays.stream(lotUsd[r]).boxed().toList(), lotFmvUsd[r], Arrays.stream(referenceUsd[r]).boxed().toList(),
                    referenceFmvUsd[r]));
        }
        return new DepthFigures(regimes, new DepthFigures.Spillover(spilloverWeeks, asItIsUsd, nothingSoldUsd, calmUsd));
    }
}
