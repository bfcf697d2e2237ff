package firesale.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    private static MachineType machine(double nodeKw, Cooling... cooling) {
        return new MachineType("m", 1, 8, nodeKw, List.of(cooling), 30_000, false, 7, 500, 600, 1);
    }

    private static Site site(double readyKw, double rackKw, double convertibleKw) {
        return new Site(readyKw, rackKw, Cooling.AIR, 1.3, 0.08, 184, 0.7, convertibleKw);
    }

    /** Racks of 12 kW hold no 13 kW node, however many there are; 41 kW hold four of 10.2 kW, and 40.8 kW as well. */
    @ParameterizedTest
    @CsvSource({"12, 13, 0", "12, 12, 1", "41, 10.2, 4", "40.8, 10.2, 4", "40.7, 10.2, 3", "130, 130, 1", "0.3, 0.1, 3"})
    void wholeNodesPerRack(double rackKw, double nodeKw, long nodes) {
        assertThat(site(1000, rackKw, 0).nodesPerRack(machine(nodeKw, Cooling.AIR))).isEqualTo(nodes);
    }

    @Test
    void wholeRacksOnly() {
        Site site = site(100, 41, 0);
        assertThat(site.readyKw()).isEqualTo(82);
        assertThat(site.readyNodes(machine(10.2, Cooling.AIR))).isEqualTo(8);
        assertThat(site(40.9, 41, 0).readyNodes(machine(10.2, Cooling.AIR))).isZero();
        assertThat(site(41 * 3, 41, 0).readyKw()).isEqualTo(123);
    }

    @Test
    void coolingMustServeTheMachineButARetrofitMayBeOfAnyKind() {
        MachineType liquid = machine(9, Cooling.DIRECT_LIQUID);
        Site air = site(1000, 40, 95);
        assertThat(air.readyNodes(liquid)).isZero();
        assertThat(air.convertibleNodes(liquid)).isEqualTo(10);
        assertThat(air.readyNodes(machine(9, Cooling.IMMERSION, Cooling.AIR))).isEqualTo(25 * 4);
        assertThatThrownBy(() -> air.occupy(liquid, true, 1)).isInstanceOf(IllegalStateException.class);
        air.occupy(liquid, true, 0);
    }

    /** A started rack is taken whole: its kind of machine is not known to the next buyer of space. */
    @Test
    void aStartedRackIsTaken() {
        Site site = site(410, 41, 0);
        MachineType machine = machine(10.2, Cooling.AIR);
        site.occupy(machine, true, 5);
        assertThat(site.freeKw()).isEqualTo(8 * 41);
        assertThat(site.readyNodes(machine)).isEqualTo(32);
        assertThatThrownBy(() -> site.occupy(machine, true, 33)).isInstanceOf(IllegalStateException.class);
        site.occupy(machine, true, 32);
        assertThat(site.freeKw()).isZero();
    }

    @Test
    void powerIsConserved() {
        Random random = new Random(1);
        for (int run = 0; run < 300; run++) {
            double ready = 5000 * random.nextDouble();
            double convertible = 3000 * random.nextDouble();
            Site site = site(ready, 8 + 50 * random.nextDouble(), convertible);
            double readyKw = site.readyKw();
            double housed = 0;
            assertThat(readyKw).isLessThanOrEqualTo(ready * (1 + 1e-9) + 1e-6);
            for (int step = 0; step < 30; step++) {
                MachineType machine = machine(5 + 10 * random.nextDouble(), Cooling.AIR);
                long fit = site.readyNodes(machine);
                long nodes = (long) ((fit + 1) * random.nextDouble());
                double free = site.freeKw();
                site.occupy(machine, true, nodes);
                housed += nodes * machine.nodeKw();
                assertThat(free - site.freeKw()).isGreaterThanOrEqualTo(nodes * machine.nodeKw() - 1e-6 * readyKw);
                long more = (long) ((site.convertibleNodes(machine) + 1) * random.nextDouble());
                double converted = site.convertedKw();
                site.convert(machine, more);
                assertThat(site.convertedKw() - converted).isCloseTo(more * machine.nodeKw(), within(1e-9 * (1 + converted)));
                assertThat(site.convertedKw() + site.convertibleKw()).isCloseTo(convertible, within(1e-9 * convertible));
                assertThat(site.convertibleKw()).isGreaterThan(-1e-6);
                assertThat(site.readyKw()).isEqualTo(readyKw);
                assertThat(site.freeKw()).isBetween(0.0, readyKw);
            }
            assertThat(housed).isLessThanOrEqualTo(readyKw * (1 + 1e-9));
        }
    }

    @Test
    void noMoreThanTheLegacyPowerCanBeRetrofitted() {
        Site site = site(0, 40, 100);
        MachineType machine = machine(30, Cooling.DIRECT_LIQUID);
        site.convert(machine, 2);
        assertThat(site.convertibleNodes(machine)).isEqualTo(1);
        assertThatThrownBy(() -> site.convert(machine, 2)).isInstanceOf(IllegalStateException.class);
        assertThat(site.convertedKw()).isEqualTo(60);
    }

    /** Energy is kW x PUE x 8766 h x price; ready racks cost their rent, power without racks a share of it. */
    @Test
    void costsOfReadyAndOfRetrofittedRacks() {
        Site site = new Site(0, 10, Cooling.AIR, 1.5, 0.1, 200, 0.7, 0);
        assertThat(site.usdPerKwYear()).isCloseTo(1.5 * 8766 * 0.1 + 2400, within(1e-9));
        assertThat(site.retrofittedUsdPerKwYear(1)).isCloseTo(1.5 * 8766 * 0.1 + 0.7 * 2400, within(1e-9));
        assertThat(site.usdPerKwYear(1.4)).as("energy alone rises").isCloseTo(1.4 * 1.5 * 8766 * 0.1 + 2400, within(1e-9));
        assertThat(site.retrofittedUsdPerKwYear(0.5)).isCloseTo(0.5 * 1.5 * 8766 * 0.1 + 0.7 * 2400, within(1e-9));
    }

    /** A site with dear racks and cheap energy is cheaper in all today and not at another price of power. */
    @Test
    void neverDearerMeansInBothParts() {
        Site cheapEnergy = new Site(0, 10, Cooling.AIR, 1.2, 0.05, 190, 0.7, 0);
        Site cheapRacks = new Site(0, 10, Cooling.AIR, 1.5, 0.1, 180, 0.7, 0);
        Site cheapInBoth = new Site(0, 10, Cooling.AIR, 1.2, 0.05, 180, 0.7, 0);
        assertThat(cheapEnergy.usdPerKwYear(1)).isLessThan(cheapRacks.usdPerKwYear(1));
        assertThat(cheapEnergy.usdPerKwYear(0.1)).isGreaterThan(cheapRacks.usdPerKwYear(0.1));
        assertThat(cheapEnergy.isNeverDearerThan(cheapRacks)).isFalse();
        assertThat(cheapRacks.isNeverDearerThan(cheapEnergy)).isFalse();
        assertThat(cheapInBoth.isNeverDearerThan(cheapEnergy)).isTrue();
        assertThat(cheapInBoth.isNeverDearerThan(cheapRacks)).isTrue();
    }

    @Test
    void everyGpuIsInOnePlace() {
        MachineType machine = machine(10, Cooling.AIR);
        Custody custody = new Custody(machine);
        var fleet = custody.open("fleet");
        custody.move(custody.makers(), fleet, 80);
        custody.move(fleet, custody.transit(), 48);
        custody.move(custody.transit(), custody.users(), 40);
        custody.move(fleet, custody.scrap(), 32);
        custody.audit();
        assertThat(fleet.balance() + custody.transit().balance() + custody.users().balance() + custody.scrap().balance())
                .isEqualTo(80).isEqualTo(-custody.makers().balance());
        assertThatThrownBy(() -> custody.move(fleet, custody.scrap(), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void poolsAreWholeNodes() {
        Pool pool = new Pool(machine(10.2, Cooling.AIR), 0, 12, 1.5, 0.9);
        assertThat(pool.gpus()).isEqualTo(96);
        assertThat(pool.kw()).isCloseTo(122.4, within(1e-9));
        assertThat(pool.machine().kwPerGpu()).isCloseTo(1.275, within(1e-12));
    }
}
