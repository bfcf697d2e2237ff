package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.auction.Format;
import firesale.buyers.Friction;
import firesale.buyers.ShadowMarket;
import firesale.credit.SeizedFleet;
import firesale.hardware.Pool;
import firesale.kernel.parameters.Scalars;
import firesale.policy.FloorOwner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Floors under prices, in runs with fleets that are seized on schedule. */
class PriceFloorsTest {

    private static final List<String> KINDS = List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign",
            "broker", "distressed-fund", "reseller");

    private static final List<String> BUDGETS = List.of("0", "3e7", "1e8", "3e8", "1e9", "1e10");

    /** 800 H100s come in week 0 to sellers who ask for nothing; buyers are there, so that FMV is, but none comes to the sale. */
    private static FireSale nobodyComes(String... settings) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "frictions=[hurry]", "credit.borrowers.count=0",
                "time.weeks=6",
                "time.runOffWeeks=4", "market.squeeze.startWeek=none", "auction.reserveShare=0", "auction.reserveFloorShare=0",
                "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=800"));
        for (String kind : KINDS) {
            all.add("buyers.types." + kind + ".attendance=0");
        }
        all.addAll(List.of(settings));
        return FireSale.complete(Scenario.of(Bound.parameters(all.toArray(new String[0]))), 1, EnumSet.of(Recording.SALES));
    }

    private static RunOutcome market(long seed, String... settings) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "credit.borrowers.count=0", "time.weeks=30",
                "time.runOffWeeks=60",
                "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=20000",
                "credit.seizures.b.week=28", "credit.seizures.b.machine=H100-SXM-HGX-air", "credit.seizures.b.gpus=20000"));
        all.addAll(List.of(settings));
        return FireSale.simulate(Bound.parameters(all.toArray(new String[0])), seed, EnumSet.of(Recording.SALES));
    }

    /** What a node costs at a share of the FMV of a sale, cents. */
    private static long nodeCents(double share, Sale sale) {
        return Math.round(800 * share * sale.fmvUsd());
    }

    /**
     * At a discount of 30 % standby money takes all 100 nodes in week 0, a node at 0.7 FMV to the cent, pays the lender and a
     * week of storage for each of the seven weeks of the run, and holds machines that are worth their FMV of the last week.
     */
    @Test
    void standbyMoneyTakesWhatNobodyWantsAtItsPrice() {
        FireSale run = nobodyComes("policy.standby.discount=0.3", "policy.standby.budgetUsd=1e9");
        RunOutcome o = run.outcome();
        assertThat(o.sales()).hasSize(1);
        Sale sale = o.sales().get(0);
        assertThat(List.of(sale.week(), sale.gpus(), sale.buyerType(), sale.buyer())).isEqualTo(List.of(0, 800L, "standby", -1));
        long paid = 100 * nodeCents(0.7, sale);
        assertThat(sale.priceUsd() * 800).isCloseTo(paid / 100.0, within(1e-6));
        assertThat(o.priceDiscount()).isCloseTo(0.3, within(1e-6));
        PolicyFigures.Position position = o.policy().of(FloorOwner.STANDBY);
        assertThat(position.gpus()).isEqualTo(800);
        assertThat(position.spentUsd()).isEqualTo(paid / 100.0);
        assertThat(o.weeks()).isEqualTo(7);
        assertThat(position.storageUsd()).isEqualTo(7 * 3 * 800);
        assertThat(run.outside().standby().balance()).isEqualTo(-paid - 100 * 7 * 3 * 800);
        assertThat(position.scrapUsd()).isEqualTo(800 * 500);
        SeizedFleet fleet = run.credit().fleets().get(0);
        assertThat(position.fmvUsd()).isCloseTo(800 * run.buyers().fmv().usdPerGpu(fleet.machine(), 1.5 + 6 * 7 / 365.25,
                0.95 * Math.exp(-0.1 * 6 * 7 / 365.25)), within(0.01));
        assertThat(position.lossUsd()).isCloseTo(position.spentUsd() + position.storageUsd() - position.fmvUsd(), within(1e-6));
        assertThat(o.lenderLossesUsd()).isCloseTo(Math.max(0, 800 * 15_000 - 0.95 * paid / 100), within(0.02));
        assertThat(List.of(o.gpusSold(), o.gpusScrapped(), o.gpusSoldLast())).isEqualTo(List.of(800L, 0L, 0L));
        assertThat(o.outsiderShare()).isEqualTo(1);
        assertThat(o.policy().of(FloorOwner.VENDOR)).isEqualTo(PolicyFigures.Position.NONE);
        run.outside().audit();
    }

    @Test
    void withoutFloorsNothingIsHeld() {
        RunOutcome o = nobodyComes().outcome();
        assertThat(o.gpusScrapped()).isEqualTo(800);
        assertThat(o.policy().positions()).containsOnly(PolicyFigures.Position.NONE);
    }

    /**
     * Money for 37 and a half nodes buys 37, and what the price of later weeks leaves it for is less than a node; the rest is
     * scrapped.
     */
    @Test
    void aBudgetBuysWholeNodesAndNoMore() {
        double price = nobodyComes("policy.standby.discount=0.3", "policy.standby.budgetUsd=1e9").outcome()
                .sales().get(0).priceUsd();
        RunOutcome o = nobodyComes("policy.standby.discount=0.3", "policy.standby.budgetUsd=" + 8 * 37.5 * price).outcome();
        assertThat(o.policy().of(FloorOwner.STANDBY).gpus()).isEqualTo(37 * 8);
        assertThat(o.gpusScrapped()).isEqualTo(63 * 8);
    }

    /** The vendor pays 0.7 for 10 nodes, standby money 0.6 for the rest. */
    @Test
    void theHighestPriceServesFirst() {
        double price = nobodyComes("policy.standby.discount=0.3", "policy.standby.budgetUsd=1e9").outcome()
                .sales().get(0).priceUsd();
        RunOutcome o = nobodyComes("policy.standby.discount=0.4", "policy.standby.budgetUsd=1e9",
                "policy.vendorFloor.shareOfFmv=0.7",
                "policy.vendorFloor.budgetUsd=" + 8 * 10.01 * price).outcome();
        assertThat(o.sales().stream().map(Sale::buyerType).toList()).containsExactly("vendor", "standby");
        assertThat(o.sales().get(0).gpus()).isEqualTo(80);
        assertThat(o.sales().get(0).priceUsd()).isCloseTo(0.7 * o.sales().get(0).fmvUsd(), within(0.001));
        assertThat(o.sales().get(1).priceUsd()).isCloseTo(0.6 * o.sales().get(1).fmvUsd(), within(0.001));
        assertThat(o.priceDiscount()).isCloseTo(1 - (80 * 0.7 + 720 * 0.6) / 800, within(1e-6));
    }

    /** A seller who asks 0.9 FMV, and 3 % less each week, uses a floor of 0.7 in week 9, where 0.9 * 0.97^9 = 0.684. */
    @Test
    void aSellerWhoAsksForMoreWaits() {
        RunOutcome o = nobodyComes("policy.standby.discount=0.3", "policy.standby.budgetUsd=1e9", "auction.reserveShare=0.9",
                "time.weeks=12").outcome();
        assertThat(o.sales()).hasSize(1);
        assertThat(o.sales().get(0).week()).isEqualTo(9);
        assertThat(o.priceDiscount()).isCloseTo(0.3, within(1e-6));
    }

    /**
     * Machines of 6.9 years are worth hardly more than scrap: a share of it is below scrap value, and scrap dealers have them.
     */
    @Test
    void nobodyPostsLessThanScrap() {
        RunOutcome o = nobodyComes("policy.standby.discount=0.9", "policy.standby.budgetUsd=1e9",
                "credit.seizures.a.ageYears=6.9")
                .outcome();
        assertThat(o.gpusScrapped()).isEqualTo(800);
    }

    /**
     * The authority pays 0.9 of what the fleet alone would fetch in 26 weeks, less the melt, from the first week of the squeeze
     * on.
     */
    @Test
    void theAuthorityPaysAShareOfOrderlyValueWhenTriggered() {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "frictions=[hurry]", "credit.borrowers.count=0",
                "time.weeks=6",
                "time.runOffWeeks=4", "credit.seizures.a.week=1", "credit.seizures.a.machine=H100-SXM-HGX-air",
                "credit.seizures.a.gpus=800", "market.squeeze.hazardPerYear=0"));
        for (String kind : KINDS) {
            all.add("buyers.types." + kind + ".attendance=" + (kind.equals("broker") ? 0.02 : 0));
        }
        // asks three times FMV in week 1, and half of it in week 3
        all.addAll(List.of("policy.floor.shareOfOlv=0.9", "policy.floor.trigger=squeeze", "market.squeeze.startWeek=3",
                "auction.reserveShare=3", "auction.reserveDecayPerWeek=0.6"));
        FireSale run = new FireSale(Scenario.of(Bound.parameters(all.toArray(new String[0]))), 5, EnumSet.of(Recording.SALES));
        run.start();
        while (run.tally().soldGpus == 0 && run.schedule.step(run)) {
            continue;
        }
        assertThat(run.week()).isEqualTo(3);
        SeizedFleet fleet = run.credit().fleets().get(0);
        double fmv = run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(3), fleet.condition(3));
        ShadowMarket shadow = run.buyers().shadow();
        shadow.freeze(new Pool(fleet.machine(), fleet.machineIndex(), 100, fleet.ageYears(3), fleet.condition(3)));
        double olv = shadow.afterMelt(shadow.exposedUsd(Friction.HURRY.bit(), 100, fleet.id(), 26), shadow.melt(26, fmv));
        Sale sale = run.outcome().sales().get(0);
        assertThat(sale.buyerType()).isEqualTo("authority");
        assertThat(olv).isBetween(0.4 * fmv, 1.2 * fmv);
        assertThat(sale.priceUsd()).isCloseTo(0.9 * olv, within(0.01));
        assertThat(run.outcome().policy().of(FloorOwner.AUTHORITY).gpus()).isEqualTo(800);
    }

    /**
     * Old machines scrapped in week 0 lose the lender more than a hundredth of its loans, after which the floor takes new ones.
     */
    @Test
    void aTriggerByLosses() {
        String[] two = {"policy.floor.shareOfOlv=3", "policy.floor.trigger=losses", "credit.seizures.a.ageYears=6.9",
            "credit.seizures.b.week=2", "credit.seizures.b.machine=H100-SXM-HGX-air", "credit.seizures.b.gpus=800"};
        List<String> sensitive = new ArrayList<>(List.of(two));
        sensitive.add("policy.floor.lossShare=0.01");
        List<String> tolerant = new ArrayList<>(List.of(two));
        tolerant.add("policy.floor.lossShare=1");
        assertThat(nobodyComes(sensitive.toArray(new String[0])).outcome().sales().stream().map(Sale::buyerType).toList())
                .containsExactly("scrap", "authority");
        assertThat(nobodyComes(tolerant.toArray(new String[0])).outcome().sales().stream().map(Sale::buyerType).toList())
                .containsExactly("scrap", "scrap");
    }

    /** Two fleets, the second in a squeeze. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theVendorWithdrawsInASqueeze(boolean withdrawn) {
        RunOutcome o = nobodyComes("policy.vendorFloor.shareOfFmv=0.7", "policy.vendorFloor.withdrawnInSqueeze=" + withdrawn,
                "market.squeeze.startWeek=2", "credit.seizures.b.week=3", "credit.seizures.b.machine=H100-SXM-HGX-air",
                "credit.seizures.b.gpus=400").outcome();
        assertThat(o.policy().of(FloorOwner.VENDOR).gpus()).isEqualTo(withdrawn ? 800 : 1200);
        assertThat(o.gpusScrapped()).isEqualTo(withdrawn ? 400 : 0);
    }

    /** In every format all is taken at the price, and half of the money takes whole lots only where lots are sold whole. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void allFormats(Format format) {
        String[] settings = {"policy.standby.discount=0.3", "auction.format=" + Scalars.kebab(format), "auction.lotGpus=160", ""};
        settings[3] = "policy.standby.budgetUsd=1e9";
        RunOutcome all = nobodyComes(settings).outcome();
        assertThat(all.policy().of(FloorOwner.STANDBY).gpus()).isEqualTo(800);
        assertThat(all.priceDiscount()).isCloseTo(0.3, within(1e-6));
        settings[3] = "policy.standby.budgetUsd=" + 0.5 * all.proceedsUsd();
        long taken = nobodyComes(settings).outcome().policy().of(FloorOwner.STANDBY).gpus();
        boolean whole = List.of(Format.ENGLISH, Format.DUTCH, Format.FIRST_PRICE, Format.VICKREY).contains(format);
        assertThat(taken).isEqualTo(whole ? 320 : 400);
    }

    /**
     * With all the money that it takes, forced lots do not sell further below FMV than standby money bids, whatever the format.
     */
    @ParameterizedTest
    @EnumSource(Format.class)
    void unlimitedStandbyMoneyHoldsTheDiscount(Format format) {
        int bound = 0;
        for (long seed = 0; seed < 4; seed++) {
            String kind = "auction.format=" + Scalars.kebab(format);
            RunOutcome o = market(seed, kind, "policy.standby.discount=0.15", "policy.standby.budgetUsd=1e13");
            assertThat(o.priceDiscount()).isLessThanOrEqualTo(0.15 + 1e-6);
            assertThat(o.sales()).allSatisfy(sale -> assertThat(sale.priceUsd())
                    .isGreaterThanOrEqualTo(sale.buyerType().equals("scrap") ? 500 : 0.85 * sale.fmvUsd() - 0.01));
            bound += market(seed, kind).priceDiscount() > 0.2 && o.policy().of(FloorOwner.STANDBY).gpus() > 0 ? 1 : 0;
        }
        assertThat(bound).as("it had something to hold").isGreaterThan(0);
    }

    /**
     * Where buyers do not want all that is left beyond the floor's budget at its price, they buy in the first week what they
     * would buy had the covered machines never been seized, at the same price.
     */
    @Test
    void theRestSellsAsBefore() {
        for (long seed = 0; seed < 5; seed++) {
            String[] cheap = {"auction.reserveShare=0.2", "auction.reserveFloorShare=0.2", "credit.seizures.b.gpus=8"};
            RunOutcome o = market(seed, cheap[0], cheap[1], cheap[2], "policy.standby.discount=0.05",
                    "policy.standby.budgetUsd=50e6");
            List<Sale> bought = o.sales().stream().filter(s -> s.week() == 0 && !s.buyerType().equals("standby")).toList();
            long taken = o.sales().stream().filter(s -> s.week() == 0 && s.buyerType().equals("standby"))
                    .mapToLong(Sale::gpus).sum();
            assertThat(taken).isGreaterThan(1000);
            RunOutcome other = market(seed, cheap[0], cheap[1], cheap[2], "credit.seizures.a.gpus=" + (20_000 - taken));
            List<Sale> without = other.sales().stream().filter(s -> s.week() == 0).toList();
            assertThat(bought).isNotEmpty().isEqualTo(without);
            assertThat(bought.get(0).priceUsd()).isLessThan(0.95 * bought.get(0).fmvUsd());
        }
    }

    /**
     * In one sale of a frozen inventory more standby money never raises the discount, nor more of the authority's: what it
     * covers goes at no less than what buyers would pay, and the rest is less.
     */
    @ParameterizedTest
    @ValueSource(strings = {"policy.standby.budgetUsd=", "policy.floor.budgetUsd="})
    void moreMoneyDoesNotRaiseTheDiscountOfOneSale(String budget) {
        int lower = 0;
        for (long seed = 0; seed < 25; seed++) {
            double before = Double.POSITIVE_INFINITY;
            for (String usd : BUDGETS) {
                double discount = market(seed, "time.weeks=1", "time.runOffWeeks=1", "credit.seizures.a.gpus=40000",
                        "credit.seizures.b.week=0", "credit.seizures.b.ageYears=2.2", "auction.reserveShare=0",
                        "auction.reserveFloorShare=0",
                        "policy.floor.shareOfOlv=" + (budget.contains("floor") ? 1.2 : 0), budget + usd).priceDiscount();
                assertThat(discount).as("seed %s, %s", seed, usd).isLessThanOrEqualTo(before + 1e-9);
                lower += discount < before - 0.001 && before <= 1 ? 1 : 0;
                before = discount;
            }
        }
        assertThat(lower).isGreaterThan(50);
    }

    /**
     * Over many weeks it need not: machines that a floor takes leave buyers the racks and money with which they buy others, in
     * other weeks and at other prices. On the average it lowers the discount.
     */
    @ParameterizedTest
    @ValueSource(strings = {"policy.standby.budgetUsd=", "policy.floor.budgetUsd="})
    void moreMoneyLowersTheDiscountOnAverage(String budget) {
        double before = Double.POSITIVE_INFINITY;
        for (String usd : BUDGETS) {
            double sum = 0;
            for (long seed = 0; seed < 12; seed++) {
                sum += market(seed, "policy.floor.shareOfOlv=" + (budget.contains("floor") ? 1 : 0), budget + usd)
                        .priceDiscount();
            }
            assertThat(sum / 12).isLessThanOrEqualTo(before + 1e-9);
            before = sum / 12;
        }
    }

    /** Borrowers, prices and seizures do not change when a floor that never buys is put under prices: no draw shifts. */
    @Test
    void aFloorThatNeverBuysChangesNothing() {
        for (long seed = 0; seed < 4; seed++) {
            RunOutcome without = FireSale.simulate(Bound.parameters(), seed, EnumSet.allOf(Recording.class));
            RunOutcome with = FireSale.simulate(Bound.parameters("policy.floor.shareOfOlv=0.0001",
                    "policy.standby.discount=0.999",
                    "policy.standby.budgetUsd=1e12"), seed, EnumSet.allOf(Recording.class));
            assertThat(with.sales()).isEqualTo(without.sales()).isNotEmpty();
            assertThat(with.weekRows()).isEqualTo(without.weekRows());
            assertThat(with.policy()).isEqualTo(without.policy());
        }
    }

    /** The waterfall explains what buyers paid, and only that. */
    @Test
    void theAnatomyLeavesOutWhatFloorsTook() {
        RunOutcome o = market(1, "policy.standby.discount=0.1", "policy.standby.budgetUsd=3e8", "anatomy=waterfall");
        double byBuyers = o.sales().stream().filter(sale -> !sale.buyerType().equals("standby")
                && !sale.buyerType().equals("scrap"))
                .mapToDouble(sale -> sale.gpus() * sale.priceUsd()).sum();
        assertThat(o.policy().of(FloorOwner.STANDBY).gpus()).isPositive();
        assertThat(o.anatomy().priceUsd()).isCloseTo(byBuyers, within(1.0));
        assertThat(o.proceedsUsd()).isCloseTo(byBuyers + o.policy().of(FloorOwner.STANDBY).spentUsd(), within(1.0));
    }
}
