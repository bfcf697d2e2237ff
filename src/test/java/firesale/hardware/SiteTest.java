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

    private static Site cooled(double readyKw, double rackKw, Cooling cooling, double heatKwPerRack, double loopShare,
            double buildableKw) {
        return new Site(readyKw, rackKw, cooling, 1.2, 0.08, 184, 0.7, 0, new Site.Heat(heatKwPerRack, loopShare), buildableKw);
    }

    /** 10 racks of 40 kW hold 40 nodes of 9 kW; loops for 0.5 x 400 kW carry 22 of them, and 13 after another kind has taken 80 kW. */
    @ParameterizedTest
    @CsvSource({"DIRECT_LIQUID", "IMMERSION", "REAR_DOOR"})
    void loopsBindBesideRacks(Cooling cooling) {
        Site site = cooled(400, 40, cooling, 40, 0.5, 0);
        MachineType small = machine(9, cooling);
        MachineType large = machine(20, cooling);
        assertThat(site.loopKw()).isEqualTo(200);
        assertThat(site.readyNodes(small)).isEqualTo(22);
        assertThat(site.readyNodes(large)).isEqualTo(10);
        assertThat(site.rackNodes(small, true, 0)).isEqualTo(40);
        assertThat(site.readyNodes(small, false, 0, 0)).as("whatever the cooling").isEqualTo(40);
        assertThat(site.occupy(large, true, 4)).isEqualTo(2);
        assertThat(site.freeLoopKw()).isEqualTo(120);
        assertThat(site.readyNodes(small)).isEqualTo(13);
        assertThat(site.readyNodes(small, true, 0, 80)).as("loops given back").isEqualTo(22);
        assertThat(site.readyNodes(small, true, -7, 80)).as("one rack left").isEqualTo(4);
        assertThat(site.coolableKw()).isEqualTo(120);
        assertThatThrownBy(() -> site.occupy(small, true, 14)).isInstanceOf(IllegalStateException.class);
        site.occupy(small, false, 14);
        assertThat(site.freeLoopKw()).as("nodes that need no cooling take no loops").isEqualTo(120);
        assertThat(site.freeKw()).isEqualTo(160);
    }

    /** Loops as large as the racks never bind, nor do loops where air cools. */
    @Test
    void loopsThatNeverBind() {
        assertThat(cooled(400, 40, Cooling.DIRECT_LIQUID, 40, 1, 0).loopKw()).isInfinite();
        assertThat(cooled(400, 40, Cooling.AIR, 40, 0.1, 0).readyNodes(machine(10, Cooling.AIR))).isEqualTo(40);
        Site none = cooled(400, 40, Cooling.DIRECT_LIQUID, 40, 0, 0);
        assertThat(none.readyNodes(machine(10, Cooling.DIRECT_LIQUID))).isZero();
        assertThat(none.coolableKw()).isZero();
    }

    /** A rack of 80 kW with a rear door for 50 kW holds 4 nodes of 10.2 kW instead of 7; only machines that a rear door serves. */
    @Test
    void aRearDoorCarriesOnlySoMuchHeat() {
        Site site = cooled(800, 80, Cooling.REAR_DOOR, 50, 1, 0);
        MachineType machine = machine(10.2, Cooling.AIR, Cooling.REAR_DOOR);
        assertThat(site.nodesPerRack(machine)).isEqualTo(4);
        assertThat(site.nodesPerRack(machine, false)).isEqualTo(7);
        assertThat(site.nodesPerRack(machine(10.2, Cooling.AIR))).isZero();
        assertThat(site.readyNodes(machine)).isEqualTo(40);
        assertThat(site.racksFor(machine, true, 9)).isEqualTo(3);
        assertThat(cooled(800, 30, Cooling.REAR_DOOR, 50, 1, 0).nodesPerRack(machine)).as("power binds").isEqualTo(2);
    }

    @Test
    void onlyMachinesMadeForItAreImmersed() {
        Site site = cooled(600, 60, Cooling.IMMERSION, Double.POSITIVE_INFINITY, 1, 0);
        assertThat(site.readyNodes(machine(10, Cooling.DIRECT_LIQUID))).isZero();
        assertThat(site.readyNodes(machine(10, Cooling.AIR, Cooling.IMMERSION))).isEqualTo(60);
    }

    /** 100 kW to build hold 3 nodes of 30 kW of any cooling; what is built is gone. */
    @Test
    void racksAreBuiltUpToALimit() {
        Site site = cooled(0, 40, Cooling.AIR, 40, 1, 100);
        MachineType machine = machine(30, Cooling.DIRECT_LIQUID);
        assertThat(site.buildableNodes(machine, 0)).isEqualTo(3);
        assertThat(site.convertibleNodes(machine)).isZero();
        assertThat(site.build(machine, 2)).isEqualTo(60);
        assertThat(site.buildableNodes(machine, 0)).isEqualTo(1);
        assertThat(site.buildableNodes(machine, 25)).isEqualTo(2);
        assertThat(site.builtKw() + site.buildableKw()).isEqualTo(100);
        assertThatThrownBy(() -> site.build(machine, 2)).isInstanceOf(IllegalStateException.class);
        assertThat(site.builtUsdPerKwYear(1.5)).as("energy alone").isCloseTo(1.5 * 1.2 * 8766 * 0.08, within(1e-9));
    }

    /** Whatever is put where, racks, loops and kW add up and never run below nothing. */
    @Test
    void loopsRacksAndNewPowerAreConserved() {
        Random random = new Random(2);
        int loopsBound = 0;
        for (int run = 0; run < 300; run++) {
            Cooling cooling = Cooling.values()[random.nextInt(4)];
            double buildable = 2000 * random.nextDouble();
            Site site = cooled(5000 * random.nextDouble(), 8 + 100 * random.nextDouble(), cooling, 10 + 80 * random.nextDouble(),
                    1.2 * random.nextDouble(), buildable);
            double onLoops = 0;
            double inRacks = 0;
            for (int step = 0; step < 20; step++) {
                MachineType machine = machine(5 + 10 * random.nextDouble(), cooling);
                boolean cooled = random.nextInt(4) > 0;
                long fit = site.readyNodes(machine, cooled, 0, 0);
                loopsBound += fit < site.rackNodes(machine, cooled, 0) ? 1 : 0;
                long nodes = (long) ((fit + 1) * random.nextDouble());
                double taken = site.readyKw() - site.freeKw();
                long racks = site.occupy(machine, cooled, nodes);
                inRacks += nodes * machine.nodeKw();
                onLoops += cooled ? nodes * machine.nodeKw() : 0;
                assertThat(racks).isLessThanOrEqualTo(nodes);
                assertThat(site.readyKw() - site.freeKw()).as("occupied").isGreaterThanOrEqualTo(taken);
                if (site.loopKw() < Double.POSITIVE_INFINITY) {
                    assertThat(site.loopKw() - site.freeLoopKw()).isCloseTo(onLoops, within(1e-6));
                }
                site.build(machine, (long) ((site.buildableNodes(machine, 0) + 1) * random.nextDouble()));
                assertThat(site.builtKw() + site.buildableKw()).isCloseTo(buildable, within(1e-9 * buildable));
                assertThat(site.buildableKw()).isGreaterThan(-1e-6);
                assertThat(site.freeLoopKw()).isGreaterThan(-1e-6);
                assertThat(site.freeKw()).isBetween(0.0, site.readyKw());
                assertThat(site.readyKw() - site.freeKw()).isGreaterThanOrEqualTo(inRacks - 1e-6);
            }
        }
        assertThat(loopsBound).isGreaterThan(100);
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
