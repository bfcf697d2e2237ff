package firesale.buyers;

import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.valuation.Knots;
import firesale.valuation.Outlook;
import firesale.valuation.PathValue;
import firesale.valuation.RevenuePath;
import firesale.valuation.Start;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;

/**
 * FMV: the highest losing bid for a reference lot of 64 GPUs, sold as a whole, when every user has unlimited ready power,
 * cooling and funds, the discount rate of calm and the common expected path of rent, and bids truthfully. Not the highest bid:
 * that would show a discount in a market without any friction. Never below scrap value. The reference lot is moved to its buyer
 * even where lots may be sold in place, which saves most of the cost of moving, and users are as they were at the start,
 * whatever racks they rent later: so that one measure serves all sales, and what moving and racks do shows in the price.
 *
 * <p>The common path holds what is known of releases in the week ({@link firesale.world.RentOutlook}): an announcement moves FMV
 * in one week. It is no fire-sale discount, since prices and the value that they are compared with fall together.
 *
 * <p>Only contenders are valued: a user that two others beat in utilisation, running cost, cost of capital and speed at
 * once can never make the two highest bids, whatever the week.
 */
public final class FairMarketValue {

    private final HardwareParameters hardware;
    private final Market market;
    private final List<Buyer> contenders;
    private final Outlook[] outlooks;
    private final Start[] starts;
    private final Start[] laterStarts;
    /** By what a dollar of each contender grows until then. */
    private final double[] growth;
    /** Dates ahead that were asked about, in whole weeks. */
    private final List<Later> laterByWeeks = new ArrayList<>();
    private final RevenuePath path = new RevenuePath();
    private final RevenuePath hindsight = new RevenuePath();
    private final PathValue pathValue = new PathValue();
    private final Knots nothing = new Knots(0);
    /** The highest value of the last search. */
    private double firstBest;
    private int week = -1;
    private int knownWeek = -1;

    public FairMarketValue(HardwareParameters hardware, Market market, List<Buyer> buyers) {
        this.hardware = hardware;
        this.market = market;
        this.contenders = contenders(buyers, market.powerMoves());
        this.outlooks = new Outlook[contenders.size()];
        this.starts = new Start[contenders.size()];
        this.laterStarts = new Start[contenders.size()];
        this.growth = new double[contenders.size()];
        for (int i = 0; i < outlooks.length; i++) {
            outlooks[i] = new Outlook(hardware.longestLifeYears());
            starts[i] = new Start();
            laterStarts[i] = new Start();
        }
    }

    /** A date ahead as each contender sees it this week: when machines bought then begin to earn, and what a dollar is until then. */
    private static final class Later {

        private final int weeks;
        private final Start[] starts;
        private final double[] growth;
        private boolean isKnown;

        Later(int weeks, int contenders) {
            this.weeks = weeks;
            this.starts = new Start[contenders];
            for (int i = 0; i < contenders; i++) {
                starts[i] = new Start();
            }
            this.growth = new double[contenders];
        }
    }

    /**
     * FMV this week.
     *
     * @param ageYears  age of the lot
     * @param condition condition of the lot, 1 for new
     * @return USD per GPU
     */
    public double usdPerGpu(MachineType machine, double ageYears, double condition) {
        return ahead(machine, ageYears, condition, 0);
    }

    /**
     * FMV expected some years ahead, in dollars of then, for a lot that keeps its condition.
     *
     * @param years how far ahead
     * @return USD per GPU
     */
    public double ahead(MachineType machine, double ageYears, double condition, double years) {
        refresh(market.week());
        if (years <= 0) {
            return secondHighest(outlooks, starts, null, machine, ageYears, condition);
        }
        look(years, laterStarts, growth);
        return secondHighest(outlooks, laterStarts, growth, machine, ageYears, condition);
    }

    /** The same some whole weeks ahead; dates that are asked about again and again cost less. */
    double weeksAhead(MachineType machine, double ageYears, double condition, int weeks) {
        refresh(market.week());
        Later later = later(weeks);
        return secondHighest(outlooks, later.starts, later.growth, machine, ageYears, condition);
    }

    private Later later(int weeks) {
        int n = 0;
        while (n < laterByWeeks.size() && laterByWeeks.get(n).weeks != weeks) {
            n++;
        }
        if (n == laterByWeeks.size()) {
            laterByWeeks.add(new Later(weeks, contenders.size()));
        }
        Later later = laterByWeeks.get(n);
        if (!later.isKnown) {
            later.isKnown = true;
            look(weeks / Hours.WEEKS_PER_YEAR, later.starts, later.growth);
        }
        return later;
    }

    private void look(double years, Start[] begin, double[] grow) {
        for (int i = 0; i < begin.length; i++) {
            begin[i].set(outlooks[i], years + contenders.get(i).deploymentYears(market.leadTimeFactor()));
            grow[i] = StrictMath.exp(outlooks[i].rate() * years);
        }
    }

    /**
     * FMV this week if no more were known of releases than in another week.
     *
     * @param known the week whose news are the latest
     * @return USD per GPU
     */
    public double asKnown(MachineType machine, double ageYears, double condition, int known) {
        refresh(known);
        return secondHighest(outlooks, starts, null, machine, ageYears, condition);
    }

    /**
     * FMV of this week if everybody had known how rent went on; only in replay.
     *
     * @param lastWeek the last week of which rent is known
     * @return USD per GPU; NaN where rent is simulated
     */
    public double withHindsight(MachineType machine, double ageYears, double condition, int lastWeek) {
        if (!market.setHindsight(hindsight, lastWeek)) {
            return Double.NaN;
        }
        Outlook[] known = new Outlook[contenders.size()];
        Start[] from = new Start[contenders.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = new Outlook(hardware.longestLifeYears());
            known[i].set(hindsight, nothing, contenders.get(i).discount(), nothing);
            from[i] = new Start();
            from[i].set(known[i], contenders.get(i).deploymentYears(market.leadTimeFactor()));
        }
        return secondHighest(known, from, null, machine, ageYears, condition);
    }

    /** First best: the highest value to a user without any friction; what competition would have to bring about, USD per GPU. */
    public double firstBestUsdPerGpu(MachineType machine, double ageYears, double condition) {
        refresh(market.week());
        secondHighest(outlooks, starts, null, machine, ageYears, condition);
        return StrictMath.max(machine.scrapUsd(), firstBest);
    }

    /** @param grown by what a dollar of each contender grows until the date of the value, null for now */
    private double secondHighest(Outlook[] views, Start[] begins, double[] grown, MachineType machine, double ageYears,
            double condition) {
        double highest = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        double expense = hardware.movingUsdPerGpu() + (1 - condition) * hardware.repairUsdPerGpu();
        double earning = machine.rentRelativeToH100() * market.spotUsdPerHour() * Hours.PER_YEAR * condition;
        double powerFactor = market.powerFactor();
        for (int i = 0; i < views.length; i++) {
            Buyer buyer = contenders.get(i);
            double value = pathValue.of(views[i], begins[i], earning * buyer.utilisation(), buyer.readyCostUsd(machine, powerFactor),
                    machine.scrapUsd(),
                    machine.lifeYears() - ageYears);
            if (grown != null) {
                value *= grown[i];
            }
            value -= expense;
            if (value > highest) {
                second = highest;
                highest = value;
            } else if (value > second) {
                second = value;
            }
        }
        firstBest = highest;
        return StrictMath.max(machine.scrapUsd(), second);
    }

    private void refresh(int known) {
        if (week == market.week() && knownWeek == known) {
            return;
        }
        week = market.week();
        knownWeek = known;
        market.outlook().set(path, week, market.regime(), market.outlook().declineWithoutReleases(), known);
        for (int i = 0; i < outlooks.length; i++) {
            outlooks[i].set(path, nothing, contenders.get(i).discount(), nothing);
            starts[i].set(outlooks[i], contenders.get(i).deploymentYears(market.leadTimeFactor()));
        }
        for (int n = 0; n < laterByWeeks.size(); n++) {
            laterByWeeks.get(n).isKnown = false;
        }
    }

    private static List<Buyer> contenders(List<Buyer> buyers, boolean powerMoves) {
        List<Buyer> kept = new ArrayList<>();
        for (Buyer buyer : buyers) {
            if (buyer.type().business() == BuyerType.Business.USE) {
                if (beatenBy(kept, buyer, powerMoves) < 2) {
                    kept.removeIf(other -> beats(buyer, other, powerMoves) && beatenBy(kept, other, powerMoves) >= 1);
                    kept.add(buyer);
                }
            }
        }
        return kept;
    }

    private static int beatenBy(List<Buyer> others, Buyer buyer, boolean powerMoves) {
        int count = 0;
        for (Buyer other : others) {
            count += other != buyer && beats(other, buyer, powerMoves) ? 1 : 0;
        }
        return count;
    }

    /**
     * Of two who are alike the one drawn first beats the other and not the other way round, so that of many alike two are kept.
     */
    private static boolean beats(Buyer one, Buyer other, boolean powerMoves) {
        return isAsGood(one, other, powerMoves) && (one.id() < other.id() || !isAsGood(other, one, powerMoves));
    }

    /** Where the price of power moves, who is cheaper in all today need not be tomorrow: energy and racks are compared apart. */
    private static boolean isAsGood(Buyer one, Buyer other, boolean powerMoves) {
        return one.runsAsCheaply(other, powerMoves) && one.utilisation() >= other.utilisation()
                && one.discountRate() <= other.discountRate()
                && one.type().deploymentWeeks() <= other.type().deploymentWeeks();
    }
}
