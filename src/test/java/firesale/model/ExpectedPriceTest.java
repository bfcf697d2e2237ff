package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.buyers.Friction;
import firesale.buyers.ShadowMarket;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pool is expected to fetch saves work in sales that do not take place, and changes no price. */
class ExpectedPriceTest {

    private static final String[][] MARKETS = {{}, {"auction.waiting=true"}, {"hardware.inPlace.share=1"},
        {"buyers.types.hyperscaler.buildableMwMedian=20", "buyers.rackScale=0.2"}, {"buyers.fundsScale=0.05"}};

    @Test
    void anExpectationChangesNoPrice() {
        int dearerThanScrap = 0;
        for (String[] settings : MARKETS) {
            for (long seed = 0; seed < 3; seed++) {
                FireSale run = market(seed, settings);
                for (long gpus : new long[] {64, 4_000, 40_000}) {
                    for (int frictions = 0; frictions <= Friction.ALL; frictions += 3) {
                        double price = price(run, gpus, frictions, 0);
                        double exposed = exposed(run, gpus, frictions, 0);
                        dearerThanScrap += price > 2 * pool(run, gpus).machine().scrapUsd() ? 1 : 0;
                        for (double expected : new double[] {0.7 * price, price, 1.5 * price, 1e5}) {
                            assertThat(price(run, gpus, frictions, expected)).isEqualTo(price);
                            assertThat(exposed(run, gpus, frictions, expected)).isEqualTo(exposed);
                        }
                    }
                }
            }
        }
        assertThat(dearerThanScrap).isGreaterThan(1000);
    }

    private static double price(FireSale run, long gpus, int frictions, double expectedUsd) {
        ShadowMarket shadow = run.buyers().shadow();
        shadow.freeze(pool(run, gpus), expectedUsd);
        return shadow.priceUsd(frictions, gpus / 8, 0, 0);
    }

    private static double exposed(FireSale run, long gpus, int frictions, double expectedUsd) {
        ShadowMarket shadow = run.buyers().shadow();
        shadow.freeze(pool(run, gpus), expectedUsd);
        return shadow.exposedUsd(frictions, gpus / 8, 0, 4) + shadow.longerExposedUsd(frictions, gpus / 8, 0, 26);
    }

    /** A market in its thirtieth week, four weeks into a squeeze, with this week's visitors known. */
    private static FireSale market(long seed, String[] settings) {
        String[] all = new String[settings.length + 1];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = "anatomy=waterfall";
        FireSale run = new FireSale(Scenario.of(Bound.parameters(all)), seed, EnumSet.noneOf(Recording.class));
        run.start();
        while (run.week() < 30 && run.schedule.step(run)) {
            continue;
        }
        run.buyers().value(List.of(pool(run, 8)));
        return run;
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
}
