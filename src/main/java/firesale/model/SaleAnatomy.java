package firesale.model;

import firesale.auction.AuctionParameters;
import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.auction.UniformPrice;
import firesale.buyers.Friction;
import firesale.buyers.ShadowMarket;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.numerics.Shapley;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Explains the discount of each sale: what the units sold would have fetched in the same week under fewer frictions. The inventory is
 * frozen: each fleet's units that were sold, no more and no fewer. Without crowding a fleet's units are sold as if no other fleet
 * had ever been offered; with it, all units of the sale together. The seller's reserve stands in all of these sales; what would find
 * no buyer at it counts at what it would fetch without.
 *
 * <p>With all frictions that are on, the reference format (one price, the highest losing bid, truthful) gives the price of the sale
 * itself; of other formats the difference is reported as theirs. Shapley values are taken over the frictions that are on; all
 * others are worth zero.
 *
 * <p>Explained is what buyers bought. What owners of floors took at a posted price has no bid behind it and is left out, so
 * that with floors the discount of all sales is not that of the waterfall.
 */
final class SaleAnatomy {

    /** Weeks of exposure of an orderly and of a forced liquidation. */
    static final int ORDERLY_WEEKS = 26;
    static final int FORCED_WEEKS = 4;

    private final FireSale run;
    private final ShadowMarket shadow;
    private final boolean attributes;
    private final boolean isReference;
    /** The frictions that are on and can matter, as bits. */
    private final int active;
    private final int[] player;
    private boolean isSaleItself;
    private boolean isCrowdedByNobody;
    private boolean proves;
    private final double[] values;
    private double bookUsd;
    private double firstBestUsd;
    private double fmvUsd;
    private final double[] levelUsd = new double[Friction.COUNT];
    private double priceUsd;
    private double olvUsd;
    private double flvUsd;
    private double nolvUsd;
    private final double[] shapleyUsd = new double[Friction.COUNT];
    private long[] soldNodes = new long[8];
    private long[] paidCents = new long[8];
    private Pool[] alone = new Pool[8];
    /** What each fleet's units are worth under each set of frictions without crowding, and all together with it, USD. */
    private double[] worthUsd = new double[0];

    SaleAnatomy(FireSale run, Set<Friction> frictions) {
        this.run = run;
        this.shadow = run.buyers().shadow();
        this.attributes = run.parameters().anatomy() == Anatomy.ATTRIBUTION;
        AuctionParameters auction = run.parameters().auction();
        this.isReference = auction.format() == Format.UNIFORM_PRICE && auction.bidding() != Bidding.LEARNING
                && auction.uniformPriceRule() == UniformPrice.Rule.HIGHEST_LOSING && !auction.lotByLot() && !auction.allOrNothing();
        int on = Friction.bits(frictions);
        on &= run.buyers().holdBack() ? Friction.ALL : ~Friction.WAITING.bit();
        on &= Friction.RACK_POWER.in(on) ? Friction.ALL : ~Friction.OTHER_USE_OF_POWER.bit();
        on &= Friction.FUNDING.in(on) && run.parameters().repo().isOpen() ? Friction.ALL : ~Friction.REPO.bit();
        this.active = on;
        this.player = new int[Integer.bitCount(on)];
        int players = 0;
        for (int f = 0; f < Friction.COUNT; f++) {
            if ((on >> f & 1) != 0) {
                player[players++] = 1 << f;
            }
        }
        this.values = attributes ? new double[1 << players] : new double[0];
    }

    /** Takes no short cuts from now on: what need not be cleared is, so that a test can see that it comes to the same. */
    void prove() {
        proves = true;
    }

    /** Explains one clearing, after its outcome is known and before anything is settled. */
    void explain(Pool pool, List<Lot> fleets, Consignment consignment, LotBook lots, Outcome outcome) {
        long nodes = gather(pool, fleets, consignment, lots, outcome);
        double reserve = Cents.toUsd(highestReserve(lots, outcome)) / pool.machine().gpusPerNode();
        Pool together = new Pool(pool.machine(), pool.machineIndex(), nodes, pool.ageYears(), pool.condition(), pool.inPlace());
        int subsets = 1 << Friction.COUNT;
        if (worthUsd.length < subsets) {
            worthUsd = new double[subsets];
        }
        Arrays.fill(worthUsd, Double.NaN);
        double paid = 0;
        double fmv = 0;
        for (int f = 0; f < fleets.size(); f++) {
            paid += Cents.toUsd(paidCents[f]);
            fmv += consignment.fmv(f) * gpus(pool, f);
        }
        worthUsd[0] = fmv;
        // with all frictions that are on the sale itself says what it brings. A sale that does not take place says the same, but for
        // several fleets of which a buyer wanted more than was sold, which the frozen units do not show.
        isSaleItself = isReference && (fleets.size() > 1 || !proves);
        if (isSaleItself) {
            worthUsd[active] = paid;
        }
        clear(together, fleets, consignment, reserve, paid);
        int on = 0;
        for (int f = 0; f < Friction.COUNT; f++) {
            on |= active & 1 << f;
            levelUsd[f] += worthUsd[on];
        }
        fmvUsd += fmv;
        priceUsd += paid;
        if (attributes) {
            for (int coalition = 0; coalition < values.length; coalition++) {
                values[coalition] = fmv - worthUsd[canonical(frictions(coalition))];
            }
            double[] shapley = Shapley.exact(player.length, values);
            for (int i = 0; i < player.length; i++) {
                shapleyUsd[Integer.numberOfTrailingZeros(player[i])] += shapley[i];
            }
        }
    }

    private long gather(Pool pool, List<Lot> fleets, Consignment consignment, LotBook lots, Outcome outcome) {
        if (soldNodes.length < fleets.size()) {
            soldNodes = new long[2 * fleets.size()];
            paidCents = new long[2 * fleets.size()];
            alone = new Pool[2 * fleets.size()];
        }
        Arrays.fill(soldNodes, 0, fleets.size(), 0);
        Arrays.fill(paidCents, 0, fleets.size(), 0);
        long sum = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            int f = consignment.fleetOf(outcome.lot(a));
            soldNodes[f] += outcome.units(a);
            paidCents[f] += outcome.payment(a);
            sum += outcome.units(a);
        }
        for (int f = 0; f < fleets.size(); f++) {
            Lot fleet = fleets.get(f);
            alone[f] = soldNodes[f] == 0 ? null : new Pool(pool.machine(), pool.machineIndex(), soldNodes[f],
                    fleets.size() == 1 ? pool.ageYears() : fleet.ageYears(run.week()),
                    fleets.size() == 1 ? pool.condition() : fleet.condition(run.week()), pool.inPlace());
        }
        return sum;
    }

    private long gpus(Pool pool, int fleet) {
        return soldNodes[fleet] * pool.machine().gpusPerNode();
    }

    private static long highestReserve(LotBook lots, Outcome outcome) {
        long highest = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            highest = Math.max(highest, lots.reserve(outcome.lot(a)));
        }
        return highest;
    }

    /** Finds what the units are worth under all sets of frictions that are needed: those of the waterfall, or all. */
    private void clear(Pool together, List<Lot> fleets, Consignment consignment, double reserveUsd, double paidUsd) {
        isCrowdedByNobody = false;
        int crowding = Friction.CROWDING.bit();
        boolean crowds = (active & crowding) != 0;
        for (int f = 0; f < fleets.size(); f++) {
            if (alone[f] != null) {
                shadow.freeze(alone[f], Cents.toUsd(paidCents[f]) / alone[f].gpus());
                addReferences(fleets.get(f), alone[f].gpus(), consignment.fmv(f));
                price(alone[f], fleets.get(f).id(), reserveUsd, 0, crowding, false);
                if (crowds && alone[f].nodes() == together.nodes()) {
                    // the only fleet: what it is worth to whom is known already
                    isCrowdedByNobody = shadow.isOnlyLot(fleets.get(f).id());
                    price(alone[f], fleets.get(f).id(), reserveUsd, crowding, crowding, true);
                    crowds = false;
                }
            }
        }
        if (crowds) {
            shadow.freeze(together, paidUsd / together.gpus());
            price(together, -1, reserveUsd, crowding, crowding, true);
        }
    }

    /** Prices units under each needed set of frictions whose bits under a mask are as given, and adds up what they are worth. */
    private void price(Pool units, int lot, double reserveUsd, int bits, int mask, boolean all) {
        if (attributes) {
            for (int coalition = 1; coalition < values.length; coalition++) {
                int on = frictions(coalition);
                if (on == canonical(on)) {
                    add(units, lot, reserveUsd, on, bits, mask, all);
                }
            }
            return;
        }
        int on = 0;
        for (int i = 0; i < player.length; i++) {
            on |= player[i];
            add(units, lot, reserveUsd, on, bits, mask, all);
        }
    }

    private void add(Pool units, int lot, double reserveUsd, int on, int bits, int mask, boolean all) {
        if ((on & mask) != bits || isSaleItself && on == active) {
            return;
        }
        double alone = worthUsd[canonical(on & ~Friction.CROWDING.bit())];
        double usd = all && isCrowdedByNobody && !proves && !Double.isNaN(alone) ? alone
                : shadow.priceUsd(on, units.nodes(), lot, reserveUsd) * units.gpus();
        worthUsd[on] = Double.isNaN(worthUsd[on]) || all ? usd : worthUsd[on] + usd;
    }

    /** The same frictions without those that do nothing: power that is not short has no other use, money that is not is not lent. */
    private static int canonical(int on) {
        int power = Friction.RACK_POWER.in(on) ? on : on & ~Friction.OTHER_USE_OF_POWER.bit();
        return Friction.FUNDING.in(power) ? power : power & ~Friction.REPO.bit();
    }

    /** The frictions of a coalition of players. */
    private int frictions(int coalition) {
        int on = 0;
        for (int i = 0; i < player.length; i++) {
            on |= (coalition >> i & 1) != 0 ? player[i] : 0;
        }
        return on;
    }

    private void addReferences(Lot fleet, long gpus, double fmv) {
        int week = run.week();
        AuctionParameters auction = run.parameters().auction();
        MachineType machine = fleet.machine();
        long offered = fleet.gpus().balance() / machine.gpusPerNode();
        bookUsd += fleet.bookUsdPerGpu(week, run.parameters().credit().loan().bookLifeYears()) * gpus;
        firstBestUsd += run.buyers().fmv().firstBestUsdPerGpu(machine, fleet.ageYears(week), fleet.condition(week)) * gpus;
        flvUsd += shadow.afterMelt(shadow.exposedUsd(active, offered, fleet.id(), FORCED_WEEKS),
                shadow.melt(FORCED_WEEKS, fmv)) * gpus;
        double orderly = shadow.afterMelt(shadow.longerExposedUsd(active, offered, fleet.id(), ORDERLY_WEEKS),
                shadow.melt(ORDERLY_WEEKS, fmv));
        olvUsd += orderly * gpus;
        nolvUsd += (orderly * (1 - auction.sellingCostShare()) - auction.storageUsdPerGpuWeek() * ORDERLY_WEEKS) * gpus;
    }

    /** The sums so far. */
    AnatomyFigures figures() {
        double[] shapley = shapleyUsd.clone();
        if (!attributes) {
            Arrays.fill(shapley, Double.NaN);
        }
        return new AnatomyFigures(bookUsd, firstBestUsd, fmvUsd, levelUsd.clone(), priceUsd, olvUsd, flvUsd, nolvUsd, shapley);
    }
}
