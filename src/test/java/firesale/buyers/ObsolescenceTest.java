package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import firesale.valuation.GpuValue;
import firesale.world.Feedback;
import firesale.world.Market;
import firesale.world.Pressure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values collapse as rent approaches operating cost. Users are alike, rent has no noise, and the one release there is, of 0.25 ln 100 =
 * 1.151 over 52 weeks, begins and is announced on 2026-07-06, week 26. Until then everybody expects the trend.
 */
class ObsolescenceTest {

    private static final double KW = 10.2 / 8;
    private static final double COST = KW * 1.35 * 8766 * 0.07 + 600;
    private static final double RATE = 0.15;
    private static final double SCRAP = 500;
    /** c + rK. */
    private static final double THRESHOLD = COST + RATE * SCRAP;
    private static final double TREND = -Math.log(0.8);
    private static final double LIFE = 5.5;

    /** FMV at a revenue in the week of the announcement, and what it would have been without. */
    private record News(double revenue, double before, double after) {
    }

    private static News news(double revenueOverThreshold) {
        List<String> all = new ArrayList<>(List.of(Bound.ONE_REGIME));
        all.addAll(List.of("market.regimes.calm.rentVolatility=0", "market.announcements=announced", "hardware.transportUsdPerGpu=0", "hardware.testingUsdPerGpu=0",
                "hardware.installationUsdPerGpu=0",
                "market.releases.Rubin.from=2026-07-06", "market.releases.Rubin.announced=2026-07-06",
                "market.releases.Rubin.gain=100", "market.releases.Rubin.rampWeeks=52"));
        for (String release : List.of("Blackwell", "Blackwell-Ultra", "Rubin-Ultra", "Next-generation")) {
            all.add("market.releases." + release + ".passThrough=0");
        }
        for (String type : List.of("hyperscaler", "ai-lab", "enterprise", "research", "sovereign")) {
            all.add("buyers.types." + type + ".count=0");
        }
        String user = "buyers.types.neocloud.";
        all.addAll(List.of(user + "utilisationSd=0", user + "rackRentUsdPerKwMonth=0", user + "deploymentWeeks=0"));
        // rent moves by the trend less the release's average until week 26
        double between = (TREND - 0.25 * Math.log(100) / 5) * 26 * 7 / 365.25;
        all.add("market.spotUsdPerHour=" + revenueOverThreshold * THRESHOLD / (8766 * 0.68) * Math.exp(between));
        ModelParameters p = Bound.parameters(all.toArray(new String[0]));
        Streams streams = new Streams(1);
        Market market = new Market(p.market(), EnumSet.noneOf(Feedback.class), streams, 200);
        for (int w = 0; w < 26; w++) {
            market.advance(Pressure.none());
        }
        HardwareParameters hardware = p.hardware();
        FairMarketValue fmv = new FairMarketValue(hardware, market,
                BuyerPopulation.draw(p.buyers(), new OutsideWorld(), streams, LineSupply.NONE));
        MachineType machine = hardware.machines().stream().filter(each -> each.name().equals("H100-SXM-HGX-air")).findFirst().orElseThrow();
        double age = machine.lifeYears() - LIFE;
        double revenue = market.spotUsdPerHour() * 8766 * 0.68;
        assertThat(revenue).isCloseTo(revenueOverThreshold * THRESHOLD, within(1e-6));
        assertThat(machine.rentRelativeToH100()).isEqualTo(1);
        return new News(revenue, fmv.asKnown(machine, age, 1, 25), fmv.usdPerGpu(machine, age, 1));
    }

    /**
     * Before the news V is the closed form at the trend. After it rent falls, to the first knot half a year ahead, at delta_sw + step x
     * (26.09 / 52) / 0.5, and where that takes it below c + rK within the half-year, V is the closed form at that rate.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1, 1.01, 1.1, 1.3, 1.6})
    void theNewsIsWorthTheDifferenceOfTwoClosedForms(double revenueOverThreshold) {
        News news = news(revenueOverThreshold);
        double step = 0.25 * Math.log(100);
        double faster = TREND - step / 5 + step * (365.25 / 14 / 52) / 0.5;
        assertThat(Math.log(revenueOverThreshold) / faster).as("years to the cliff").isLessThan(0.5);
        assertThat(news.before).isCloseTo(GpuValue.of(news.revenue, COST, RATE, TREND, SCRAP, LIFE), within(1e-6));
        assertThat(news.after).isCloseTo(GpuValue.of(news.revenue, COST, RATE, faster, SCRAP, LIFE), within(1e-6));
        if (revenueOverThreshold <= 1) {
            assertThat(news.before).isEqualTo(SCRAP);
            assertThat(news.after).isEqualTo(SCRAP);
        } else {
            assertThat(news.after).isLessThan(news.before);
        }
    }

    /** V is flat at K, then convex in rent: the nearer to the cliff the more of what is above scrap the same news takes. */
    @Test
    void theSameNewsTakesMoreOfAValueNearTheCliff() {
        double[] revenues = {0.6, 0.8, 1, 1.2, 1.4, 1.8, 2.2, 2.6, 3, 3.4};
        double slope = 0;
        double share = 1;
        News last = null;
        for (double each : revenues) {
            News news = news(each);
            if (last != null) {
                double now = (news.before - last.before) / (news.revenue - last.revenue);
                assertThat(now).as("slope at %s", each).isGreaterThanOrEqualTo(slope - 1e-9);
                slope = now;
            }
            if (each > 1) {
                double taken = 1 - (news.after - SCRAP) / (news.before - SCRAP);
                assertThat(taken).as("share taken at %s", each).isBetween(0.3, share);
                share = taken;
            }
            last = news;
        }
        assertThat(slope).as("far above, about an annuity of the remaining life").isGreaterThan(1.5);
        assertThat(share).as("even at 3.4 times operating cost").isLessThan(0.8);
    }
}
