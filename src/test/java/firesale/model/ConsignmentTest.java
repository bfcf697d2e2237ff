package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.auction.Format;
import firesale.kernel.parameters.Scalars;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What lenders do with lots: order, withdrawal, relisting, credit bids; in runs with fleets that are seized on schedule. */
class ConsignmentTest {

    private static RunOutcome run(String... settings) {
        List<String> all = new ArrayList<>(List.of("credit.borrowers.count=0", "time.weeks=1", "time.runOffWeeks=60",
                "market.squeeze.startWeek=none", "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air",
                "credit.seizures.a.gpus=20000"));
        all.addAll(List.of(settings));
        return FireSale.simulate(Bound.parameters(all.toArray(new String[0])), 7, EnumSet.allOf(Recording.class));
    }

    /** Every format sells the fleet sooner or later, at prices that hang together. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatSells(Format format) {
        RunOutcome outcome = run("auction.format=" + Scalars.kebab(format));
        assertThat(outcome.gpusSold()).isGreaterThan(15_000);
        assertThat(outcome.priceDiscount()).isBetween(0.05, 0.6);
    }

    @Test
    void whatIsNotSoldIsWithdrawnAndListedAnewAtTheFirstReserve() {
        RunOutcome outcome = run("auction.withdrawAfterWeeks=3", "auction.relistAfterWeeks=10", "auction.reserveShare=5");
        List<Integer> weeks = outcome.auctions().stream().map(AuctionWeek::week).toList();
        assertThat(weeks).startsWith(0, 1, 2, 12, 13, 14, 24, 25, 26);
        assertThat(outcome.auctions().get(3).reserveUsd() / outcome.auctions().get(3).fmvUsd()).isCloseTo(5,
                org.assertj.core.api.Assertions.within(0.01));
        assertThat(weeks).as("all is offered in the last week").contains(60);
    }

    @Test
    void aCreditBidThatNobodyOutbidsKeepsTheLot() {
        RunOutcome outcome = run("auction.creditBidShare=4", "auction.relistAfterWeeks=20",
                "credit.seizures.a.loanUsdPerGpu=40000");
        assertThat(outcome.gpusWonByCredit()).as("once: the lender then owns them and has no claim to bid").isEqualTo(20_000);
        assertThat(outcome.sales()).isNotEmpty()
                .allSatisfy(sale -> assertThat(sale.week()).as("a credit bid is no sale").isGreaterThanOrEqualTo(20));
        assertThat(run().gpusWonByCredit()).isZero();
    }

    /** However a fleet is cut into lots, and however soon it is listed anew, a GPU counts once: what a lender has won it owns. */
    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"UNIFORM_PRICE", "ENGLISH", "SEARCH"})
    void creditBidsCountUnitsOnce(Format format) {
        RunOutcome outcome = run("auction.creditBidShare=4", "auction.relistAfterWeeks=1",
                "credit.seizures.a.loanUsdPerGpu=200000",
                "auction.format=" + Scalars.kebab(format));
        assertThat(outcome.gpusWonByCredit()).isEqualTo(20_000L);
    }

    /** Racks never help: for a small fleet that one buyer could take alone the discount with limited racks is no lower. */
    @Test
    void racksDoNotLowerTheDiscountOfASmallFleet() {
        double with = 0;
        double without = 0;
        for (int seed = 0; seed < 20; seed++) {
            for (String frictions : List.of("[rack-power, cooling, crowding]", "[]")) {
                ModelParameters parameters = Bound.parameters("credit.borrowers.count=0", "time.weeks=1", "time.runOffWeeks=60",
                        "market.squeeze.startWeek=none", "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air",
                        "credit.seizures.a.gpus=64", "auction.reserveShare=0.2", "auction.reserveFloorShare=0.2",
                        "frictions=" + frictions);
                double discount = FireSale.simulate(parameters, seed, EnumSet.noneOf(Recording.class)).priceDiscount();
                with += frictions.equals("[]") ? 0 : discount;
                without += frictions.equals("[]") ? discount : 0;
            }
        }
        assertThat(without / 20).isBetween(-1e-7, 1e-7);
        assertThat(with / 20).isGreaterThanOrEqualTo(without / 20 - 1e-7);
    }

    /** A lender cannot bid more than it is owed. */
    @Test
    void aCreditBidIsLimitedByTheClaim() {
        RunOutcome outcome = run("auction.creditBidShare=4", "credit.seizures.a.loanUsdPerGpu=1000");
        assertThat(outcome.gpusWonByCredit()).as("a thousand dollars are below any reserve").isZero();
    }

    /** Of two fleets of different kinds the order decides which is sold while racks and funds are fresh. */
    @ParameterizedTest
    @CsvSource({"size, H100-SXM-HGX-air", "age, A100-SXM-HGX-air"})
    void orderOfPools(String order, String first) {
        RunOutcome outcome = run("auction.lotOrder=" + order, "credit.seizures.b.week=0",
                "credit.seizures.b.machine=A100-SXM-HGX-air",
                "credit.seizures.b.gpus=400", "credit.seizures.b.ageYears=3");
        assertThat(outcome.auctions().get(0).kind()).isEqualTo(first);
    }

    @Test
    void randomOrderChangesFromWeekToWeek() {
        RunOutcome outcome = run("auction.lotOrder=random", "auction.reserveShare=5", "credit.seizures.b.week=0",
                "credit.seizures.b.machine=A100-SXM-HGX-air", "credit.seizures.b.gpus=400");
        long firstIsSmall = 0;
        for (int i = 0; i + 1 < outcome.auctions().size(); i++) {
            AuctionWeek one = outcome.auctions().get(i);
            firstIsSmall += one.week() == outcome.auctions().get(i + 1).week() && one.kind().startsWith("A100") ? 1 : 0;
        }
        assertThat(firstIsSmall).isBetween(10L, 50L);
    }

    /** Dealers buy from lenders and sell on to users, with a gain; without search they only sell outside. */
    @Test
    void dealersSellOnWhereMachinesTradeBySearch() {
        RunOutcome search = run("auction.format=search", "auction.search.usersPerWeek=0.02");
        assertThat(search.gpusResoldToUsers()).isPositive();
        assertThat(search.resaleGainUsd()).isPositive();
        assertThat(run().gpusResoldToUsers()).isZero();
    }

    /** Easier contact brings prices no lower. */
    @Test
    void moreContactsNoLowerPrices() {
        double rare = run("auction.format=search", "auction.search.usersPerWeek=0.01",
                "auction.search.dealersPerWeek=0.01").shortfall();
        double often = run("auction.format=search", "auction.search.usersPerWeek=1",
                "auction.search.dealersPerWeek=1").shortfall();
        assertThat(often).isLessThan(rare);
    }

    /** Measured or not, the run is the same; realised surplus is never above the bound. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void efficiencyIsMeasuredAndChangesNothing(Format format) {
        String chosen = "auction.format=" + Scalars.kebab(format);
        RunOutcome plain = run(chosen, "time.runOffWeeks=30");
        RunOutcome measured = run(chosen, "time.runOffWeeks=30", "auction.measureEfficiency=true");
        assertThat(measured.sales()).isEqualTo(plain.sales());
        assertThat(plain.surplusUsd()).isNaN();
        assertThat(measured.surplusUsd()).isPositive().isLessThanOrEqualTo(measured.surplusBoundUsd() * (1 + 1e-9));
    }

    /** A pool of identical machines sold at one price to bidders without any friction leaves nothing on the table. */
    @Test
    void withoutFrictionsASaleIsEfficient() {
        RunOutcome outcome = run("frictions=[]", "auction.measureEfficiency=true", "buyers.types.reseller.count=0",
                "buyers.types.broker.count=0", "buyers.types.distressed-fund.count=0");
        assertThat(outcome.surplusUsd() / outcome.surplusBoundUsd()).isGreaterThan(0.999);
    }

    /** Capital that moves slowly: funds come after their delay, and pay no more than a hurdle rate allows. */
    @ParameterizedTest
    @CsvSource({"0, 0.25", "5, 0.25", "12, 0.25", "5, 0.60"})
    void hurdleRateBiddersArriveLate(int delay, double hurdle) {
        List<String> settings = new ArrayList<>(List.of("auction.reserveShare=0.01", "auction.reserveFloorShare=0.01",
                "buyers.types.distressed-fund.attendance=1", "buyers.types.distressed-fund.arrivalWeeks=" + delay,
                "buyers.types.distressed-fund.discountRate=" + hurdle, "frictions=[hurry, crowding]"));
        // users set FMV, but none comes
        for (String type : List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign", "broker",
                "reseller")) {
            settings.add("buyers.types." + type + ".attendance=0");
        }
        RunOutcome outcome = run(settings.toArray(new String[0]));
        assertThat(outcome.sales()).isNotEmpty();
        assertThat(outcome.sales()).filteredOn(sale -> !sale.buyerType().equals("scrap")).isNotEmpty().allSatisfy(sale -> {
            assertThat(sale.buyerType()).isEqualTo("distressed-fund");
            assertThat(sale.week()).isGreaterThanOrEqualTo(delay);
            assertThat(sale.priceUsd()).isLessThan(sale.fmvUsd() * Math.exp(-hurdle * 0.4));
        });
        assertThat(outcome.sales().get(0).week()).isEqualTo(delay);
    }
}
