package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.buyers.Friction;
import firesale.buyers.ShadowMarket;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a change of one thing does to the price of a frozen inventory, with the same draws and truthful bids: in each of the runs, not
 * only on the average, unless a test says why. Feedbacks are off, so that the world is the same too.
 */
class ComparativeStaticsTest {

    private static final int SEEDS = 40;
    private static final long[] GPUS = {64, 1_000, 10_000, 40_000, 100_000};
    private static final List<String> USERS = List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign");

    /** A market in its thirtieth week, four weeks into a squeeze, with this week's visitors known. */
    private static FireSale market(long seed, List<String> settings) {
        List<String> all = new ArrayList<>(List.of("credit.borrowers.count=0", "feedbacks=[]", "anatomy=waterfall"));
        all.addAll(settings);
        FireSale run = new FireSale(Scenario.of(Bound.parameters(all.toArray(String[]::new))), seed, EnumSet.noneOf(Recording.class));
        run.start();
        while (run.week() < 30 && run.schedule.step(run)) {
            continue;
        }
        run.buyers().value(List.of(pool(run, 8)));
        return run;
    }

    private static FireSale market(long seed, String... settings) {
        return market(seed, List.of(settings));
    }

    private static Pool pool(FireSale run, long gpus) {
        List<MachineType> machines = run.parameters().hardware().machines();
        for (int m = 0; m < machines.size(); m++) {
            if (machines.get(m).name().equals("H100-SXM-HGX-air")) {
                return new Pool(machines.get(m), m, gpus / 8, 1.5, 0.95);
            }
        }
        throw new AssertionError();
    }

    private static double price(FireSale run, long gpus, int frictions) {
        ShadowMarket shadow = run.buyers().shadow();
        shadow.freeze(pool(run, gpus));
        return shadow.priceUsd(frictions, gpus / 8, 0, 0);
    }

    private static int all() {
        return Friction.ALL;
    }

    private static int without(Friction... off) {
        int bits = Friction.ALL;
        for (Friction friction : off) {
            bits &= ~friction.bit();
        }
        return bits;
    }

    /**
     * More ready power of high density, in the same places, does not raise the discount: the price is no lower. Where power has
     * another use, a buyer who still has a free rack bids no more for racks yet to be made than for that one, whose power new
     * machines could use: then a rack more can lower the price by a little in a run, and does not on the average.
     */
    @Test
    void readyPowerDoesNotLowerThePrice() {
        int higher = 0;
        double little = 0;
        double much = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            FireSale few = market(seed);
            FireSale many = market(seed, "buyers.types.neocloud.readyMwMedian=3", "buyers.types.ai-lab.readyMwMedian=3",
                    "buyers.types.hyperscaler.readyMwMedian=24", "buyers.types.sovereign.readyMwMedian=4");
            int noOtherUse = without(Friction.OTHER_USE_OF_POWER);
            for (long gpus : GPUS) {
                assertThat(price(many, gpus, noOtherUse)).isGreaterThanOrEqualTo(price(few, gpus, noOtherUse));
                higher += price(many, gpus, noOtherUse) > price(few, gpus, noOtherUse) ? 1 : 0;
                little += price(few, gpus, all());
                much += price(many, gpus, all());
            }
        }
        assertThat(higher).isGreaterThan(SEEDS);
        assertThat(much).isGreaterThan(little);
    }

    /** Haste: of this week's visitors no more is to be had than of everybody, and a shorter exposure fetches no more before it melts. */
    @Test
    void hurryDoesNotRaiseThePrice() {
        int lower = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            FireSale run = market(seed);
            for (long gpus : GPUS) {
                double hurried = price(run, gpus, all());
                assertThat(hurried).isLessThanOrEqualTo(price(run, gpus, without(Friction.HURRY)));
                lower += hurried < price(run, gpus, without(Friction.HURRY)) ? 1 : 0;
                double before = 0;
                for (int weeks : new int[] {1, 4, 13, 26}) {
                    double exposed = run.buyers().shadow().exposedUsd(all(), gpus / 8, 0, weeks);
                    assertThat(exposed).isGreaterThanOrEqualTo(before);
                    before = exposed;
                }
            }
        }
        assertThat(lower).isGreaterThan(2 * SEEDS);
    }

    /** More lots at once, and lots sold before, do not raise the price; of the latter on the average where power has another use. */
    @Test
    void moreLotsDoNotRaiseThePrice() {
        int lower = 0;
        double alone = 0;
        double after = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            FireSale run = market(seed);
            FireSale crowded = market(seed, "credit.seizures.b.week=28", "credit.seizures.b.machine=H100-SXM-HGX-air",
                    "credit.seizures.b.gpus=60000");
            FireSale fresh = market(seed);
            double before = Double.POSITIVE_INFINITY;
            for (long gpus : GPUS) {
                double now = price(run, gpus, all());
                assertThat(now).isLessThanOrEqualTo(before);
                lower += now < before ? 1 : 0;
                before = now;
                int noOtherUse = without(Friction.OTHER_USE_OF_POWER);
                assertThat(price(crowded, gpus, noOtherUse)).isLessThanOrEqualTo(price(run, gpus, noOtherUse));
                alone += now;
                after += price(crowded, gpus, all());
            }
        }
        assertThat(after).isLessThan(alone);
        assertThat(lower).isGreaterThan(2 * SEEDS);
    }

    /**
     * A more pessimistic belief does not raise the price where power has no other use. Where it has, pessimism also lowers what new
     * machines are worth and so frees power for old ones: then the price can rise in a run, and falls on the average.
     */
    @Test
    void pessimismDoesNotRaiseThePrice() {
        double sober = 0;
        double gloomy = 0;
        int lower = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            FireSale run = market(seed);
            FireSale pessimists = market(seed, "buyers.pessimismPerYear=0.15");
            for (long gpus : GPUS) {
                int noOtherUse = without(Friction.OTHER_USE_OF_POWER);
                assertThat(price(pessimists, gpus, noOtherUse)).isLessThanOrEqualTo(price(run, gpus, noOtherUse));
                lower += price(pessimists, gpus, noOtherUse) < price(run, gpus, noOtherUse) ? 1 : 0;
                sober += price(run, gpus, all());
                gloomy += price(pessimists, gpus, all());
            }
        }
        assertThat(lower).isGreaterThan(SEEDS);
        assertThat(gloomy).isLessThan(sober);
    }

    /** Less money does not raise the price. */
    @Test
    void lessMoneyDoesNotRaiseThePrice() {
        List<String> poor = new ArrayList<>();
        for (String type : USERS) {
            poor.add("buyers.types." + type + ".cashMusdMedian=1");
        }
        int lower = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            FireSale rich = market(seed);
            FireSale run = market(seed, poor);
            for (long gpus : GPUS) {
                assertThat(price(run, gpus, all())).isLessThanOrEqualTo(price(rich, gpus, all()));
                lower += price(run, gpus, all()) < price(rich, gpus, all()) ? 1 : 0;
            }
        }
        assertThat(lower).isGreaterThan(SEEDS);
    }
}
