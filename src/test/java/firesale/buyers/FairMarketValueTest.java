package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import firesale.valuation.Knots;
import firesale.valuation.Outlook;
import firesale.valuation.PathValue;
import firesale.valuation.RevenuePath;
import firesale.valuation.Start;
import firesale.world.Market;
import firesale.world.Pressure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FMV is the second highest value among all users, found here by valuing every one of them. */
class FairMarketValueTest {

    private record Setting(HardwareParameters hardware, Market market, List<Buyer> buyers) {

        FairMarketValue fmv() {
            return new FairMarketValue(hardware, market, buyers);
        }

        double secondHighest(MachineType machine, double age, double condition) {
            RevenuePath path = new RevenuePath();
            market.outlook().set(path, market.week(), market.regime(), market.outlook().declineWithoutReleases());
            Outlook outlook = new Outlook();
            Start start = new Start();
            double[] values = buyers.stream().filter(buyer -> buyer.type().business() == BuyerType.Business.USE).mapToDouble(buyer -> {
                outlook.set(path, new Knots(0), new Knots(buyer.type().discountRate()), new Knots(0));
                start.set(outlook, Math.round(buyer.type().deploymentWeeks() * market.leadTimeFactor()) / Hours.WEEKS_PER_YEAR);
                double revenue = machine.rentRelativeToH100() * market.spotUsdPerHour() * 8766 * buyer.utilisation() * condition;
                double kwYear = buyer.sites().stream().mapToDouble(site -> site.usdPerKwYear(market.powerFactor())).min().orElseThrow();
                double cost = machine.kwPerGpu() * kwYear + machine.maintenanceUsdPerYear();
                return new PathValue().of(outlook, start, revenue, cost, machine.scrapUsd(), machine.lifeYears() - age) - 900 - (1 - condition) * 6000;
            }).sorted().toArray();
            return Math.max(machine.scrapUsd(), values[values.length - 2]);
        }
    }

    private static Setting setting(long seed, int weeks, String... settings) {
        ModelParameters p = Bound.parameters(settings);
        Streams streams = new Streams(seed);
        Market market = new Market(p.market(), EnumSet.noneOf(firesale.world.Feedback.class), streams, 200);
        for (int w = 0; w < weeks; w++) {
            market.advance(Pressure.none());
        }
        return new Setting(p.hardware(), market, BuyerPopulation.draw(p.buyers(), new OutsideWorld(), streams, LineSupply.NONE));
    }

    private static void assertSecondHighest(Setting setting) {
        FairMarketValue fmv = setting.fmv();
        for (MachineType machine : setting.hardware.machines()) {
            for (double age : new double[] {0, 1.5, 3, 6.9}) {
                for (double condition : new double[] {1, 0.9, 0.5}) {
                    double expected = setting.secondHighest(machine, age, condition);
                    assertThat(fmv.usdPerGpu(machine, age, condition)).as("%s, age %s, condition %s", machine.name(), age, condition)
                            .isCloseTo(expected, within(1e-9 * expected));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 60, 100})
    void isTheSecondHighestValueOfAllUsers(int weeks) {
        for (int seed = 0; seed < 8; seed++) {
            assertSecondHighest(setting(seed, weeks));
        }
    }

    /** With a price of power that moves nobody is left out who would be among the two best at this week's price and lead times. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30, 60, 100})
    void isTheSecondHighestValueAtAnyPriceOfPower(int weeks) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int seed = 0; seed < 12; seed++) {
            Setting setting = setting(seed, weeks, "market.power.volatility=2", "market.power.leadTimeSensitivity=1",
                    "buyers.types.hyperscaler.powerUsdPerKwh=0.3", "buyers.types.hyperscaler.utilisationSd=0",
                    "buyers.types.ai-lab.utilisationSd=0", "buyers.types.sovereign.powerUsdPerKwh=0.01", "buyers.types.sovereign.utilisationMean=0.8");
            least = Math.min(least, setting.market.powerFactor());
            most = Math.max(most, setting.market.powerFactor());
            assertSecondHighest(setting);
        }
        assertThat(weeks == 0 || least < 0.5 && most > 2).as("%s to %s", least, most).isTrue();
    }

    /** Second sites with dear racks and cheap energy, or the other way round: each user runs machines where that is cheapest. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30, 100})
    void isTheSecondHighestValueWithSeveralSites(int weeks) {
        String[] plain = {"market.power.volatility=2", "buyers.types.hyperscaler.utilisationSd=0",
            "buyers.types.ai-lab.utilisationSd=0"};
        List<String> all = new ArrayList<>(List.of(plain));
        all.addAll(List.of("buyers.sites.a.buyers=neocloud", "buyers.sites.a.share=0.5",
            "buyers.sites.a.powerUsdPerKwh=0.3", "buyers.sites.a.rackRentUsdPerKwMonth=0", "buyers.sites.b.buyers=ai-lab",
            "buyers.sites.b.powerUsdPerKwh=0.01", "buyers.sites.b.rackRentUsdPerKwMonth=200", "buyers.sites.c.buyers=ai-lab",
            "buyers.sites.c.powerUsdPerKwh=0.2", "buyers.sites.c.rackRentUsdPerKwMonth=20", "buyers.sites.d.buyers=hyperscaler",
            "buyers.sites.d.share=0.7", "buyers.sites.d.powerUsdPerKwh=0.1", "buyers.sites.d.rackRentUsdPerKwMonth=10",
            "buyers.sites.e.buyers=research", "buyers.sites.e.share=0.5", "buyers.sites.e.powerUsdPerKwh=0.05", "buyers.sites.e.rackRentUsdPerKwMonth=30"));
        String[] sites = all.toArray(new String[0]);
        int differ = 0;
        for (int seed = 0; seed < 8; seed++) {
            Setting setting = setting(seed, weeks, sites);
            assertSecondHighest(setting);
            MachineType machine = setting.hardware.machines().get(2);
            differ += setting.fmv().usdPerGpu(machine, 1, 1)
                    > setting(seed, weeks, plain).fmv().usdPerGpu(machine, 1, 1) + 1 ? 1 : 0;
        }
        assertThat(differ).as("a cheaper site raises the value").isPositive();
    }

    /** Users of one kind who are all alike are still two bidders, also when a better one comes after them. */
    @Test
    void alikeUsersCountEach() {
        String[] settings = new String[8];
        int i = 0;
        for (String type : List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign", "broker", "reseller")) {
            settings[i++] = "buyers.types." + type + ".utilisationSd=0";
        }
        assertSecondHighest(setting(1, 0, settings));
        String[] betterLast = Arrays.copyOf(settings, 12);
        betterLast[8] = "buyers.types.sovereign.utilisationMean=1";
        betterLast[9] = "buyers.types.sovereign.count=1";
        betterLast[10] = "buyers.types.sovereign.discountRate=0.03";
        betterLast[11] = "buyers.types.sovereign.deploymentWeeks=1";
        assertSecondHighest(setting(1, 0, betterLast));
    }

    /** Later FMV is FMV under rents that fell as expected: exact on a path of one rate, from any week. */
    @Test
    void aheadIsTheValueOfThen() {
        Setting setting = setting(3, 0, "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0", "market.regimes.calm.rentVolatility=0");
        FairMarketValue fmv = setting.fmv();
        MachineType machine = setting.hardware.machines().get(2);
        double years = 26 / Hours.WEEKS_PER_YEAR;
        double ahead = fmv.ahead(machine, 1.5, 0.9, years);
        for (int w = 0; w < 26; w++) {
            setting.market.advance(Pressure.none());
        }
        // releases are ramps between knots half a year apart, so that the path is not quite the same
        assertThat(fmv.usdPerGpu(machine, 1.5 + years, 0.9)).isCloseTo(ahead, within(0.01 * ahead));
        assertThat(fmv.ahead(machine, 1.5, 0.9, 0)).isEqualTo(fmv.usdPerGpu(machine, 1.5, 0.9));
    }

    @Test
    void fallsWithAgeAndConditionAndIsNeverBelowScrap() {
        Setting setting = setting(2, 0);
        FairMarketValue fmv = setting.fmv();
        for (MachineType machine : setting.hardware.machines()) {
            double before = Double.POSITIVE_INFINITY;
            for (double age = 0; age < 9; age += 0.25) {
                double value = fmv.usdPerGpu(machine, age, 1);
                assertThat(value).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo(machine.scrapUsd());
                assertThat(fmv.usdPerGpu(machine, age, 0.8)).isLessThanOrEqualTo(value);
                before = value;
            }
            assertThat(before).isEqualTo(machine.scrapUsd());
        }
    }
}
