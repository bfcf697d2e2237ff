package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.Cooling;
import firesale.hardware.MachineType;
import firesale.hardware.Site;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.parameters.InputException;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sites of buyers and the ways to take machines in there. */
class BerthTest {

    private static final Berth.Limits ALL = new Berth.Limits(true, true);
    private static final Berth.Limits NO_COOLING = new Berth.Limits(true, false);
    private static final String OWN = "buyers.types.neocloud.";
    private static final String HALL = "buyers.sites.hall.";
    private static final String[] ALIKE = {OWN + "readyMwSigma=0", OWN + "rackKwSigma=0", OWN + "utilisationSd=0"};
    private static final String[] WITH_HALL = {HALL + "buyers=neocloud", HALL + "readyMwMedian=0.4", HALL + "readyMwSigma=0",
        HALL + "rackKwMedian=40", HALL + "rackKwSigma=0", HALL + "cooling=direct-liquid", HALL + "loopShare=0.5",
        HALL + "convertibleMwMedian=0.1", HALL + "retrofitUsdPerKw=2000", HALL + "retrofitWeeks=20",
        HALL + "buildableMwMedian=0.2", HALL + "buildWeeks=80", HALL + "pue=1.1", HALL + "powerUsdPerKwh=0.05",
        HALL + "rackRentUsdPerKwMonth=100"};

    private static List<Buyer> buyers(String... settings) {
        return BuyerPopulation.draw(Bound.parameters(settings).buyers(), new OutsideWorld(), new Streams(1), LineSupply.NONE);
    }

    private static Stream<Buyer> neoclouds(List<Buyer> buyers) {
        return buyers.stream().filter(each -> each.type().name().equals("neocloud"));
    }

    private static Buyer neocloud(String... settings) {
        List<String> all = new ArrayList<>(List.of(ALIKE));
        all.addAll(List.of(WITH_HALL));
        all.addAll(List.of(settings));
        return neoclouds(buyers(all.toArray(new String[0]))).findFirst().orElseThrow();
    }

    private static MachineType machine(double nodeKw, Cooling... cooling) {
        return new MachineType("m", 1, 8, nodeKw, List.of(cooling), 30_000, false, 7, 500, 600, 1);
    }

    @Test
    void threeLinesGiveASecondSite() {
        List<Buyer> plain = buyers();
        List<Buyer> more = buyers(HALL + "buyers=neocloud", HALL + "readyMwMedian=1", HALL + "cooling=direct-liquid");
        for (int i = 0; i < plain.size(); i++) {
            boolean has = more.get(i).type().name().equals("neocloud");
            assertThat(plain.get(i).sites()).hasSize(1);
            assertThat(more.get(i).sites()).hasSize(has ? 2 : 1);
            assertThat(more.get(i).sites().get(0).readyKw()).as("its own site stays").isEqualTo(plain.get(i).sites().get(0).readyKw());
            assertThat(more.get(i).utilisation()).isEqualTo(plain.get(i).utilisation());
            if (has) {
                assertThat(more.get(i).sites().get(1).cooling()).isEqualTo(Cooling.DIRECT_LIQUID);
                assertThat(more.get(i).sites().get(1).readyKw()).isPositive();
            }
        }
        assertThat(neoclouds(more).map(buyer -> buyer.sites().get(1).readyKw()).distinct().count()).isGreaterThan(15);
    }

    /** 1,000 buyers with a share of 0.3: a standard error of 0.0145. Another row, and new racks, shift no draw of the first. */
    @Test
    void aShareOfBuyersHasTheSiteAndRowsDoNotShiftEachOther() {
        String[] one = {OWN + "count=1000", HALL + "buyers=neocloud", HALL + "share=0.3", HALL + "readyMwMedian=1"};
        String[] two = Stream.concat(Stream.of(one), Stream.of("buyers.sites.neocloud-liquid.share=0.5",
                OWN + "buildableMwMedian=3")).toArray(String[]::new);
        List<Buyer> first = neoclouds(buyers(one)).toList();
        List<Buyer> second = neoclouds(buyers(two)).toList();
        assertThat(first.stream().filter(buyer -> buyer.sites().size() == 2).count() / 1000.0).isCloseTo(0.3, within(0.06));
        long both = 0;
        for (int i = 0; i < 1000; i++) {
            List<Site> sites = second.get(i).sites();
            assertThat(sites.get(0).buildableKw()).isPositive();
            if (first.get(i).sites().size() == 2) {
                assertThat(sites.get(sites.size() - 1).readyKw()).isEqualTo(first.get(i).sites().get(1).readyKw());
                both += sites.size() == 3 ? 1 : 0;
            }
        }
        assertThat(both / 1000.0).as("drawn apart").isCloseTo(0.15, within(0.05));
    }

    @Test
    void aSiteNeedsABuyerThatUsesMachines() {
        for (String wrong : List.of("neoclouds", "broker")) {
            assertThatThrownBy(() -> Bound.parameters(HALL + "buyers=" + wrong)).isInstanceOf(InputException.class)
                    .hasMessageContaining("sites.hall.buyers: expected the name of a kind of buyer that uses machines, but found "
                            + wrong);
        }
    }

    /** Each site has ready racks and retrofits, and racks to build where there is power for them. */
    @Test
    void berthsOfTwoSites() {
        Berth[] berths = neocloud().berths();
        assertThat(Stream.of(berths).map(Berth::making)).containsExactly(Berth.Making.READY, Berth.Making.RETROFIT,
                Berth.Making.READY, Berth.Making.RETROFIT, Berth.Making.BUILD);
        assertThat(Stream.of(berths).map(Berth::index)).containsExactly(0, 1, 2, 3, 4);
        assertThat(Stream.of(berths).map(Berth::readyBeside)).containsExactly(0, 0, 2, 2, 2);
        assertThat(Stream.of(berths).map(Berth::loopPlace)).containsExactly(1, 3, 5, 7, 9);
        assertThat(neocloud().places()).isEqualTo(10);
        assertThat(neocloud(OWN + "buildableMwMedian=1").berths()).hasSize(6);
    }

    /** Site by site: 4,000 or 2,000 USD/kW and 39 or 20 weeks for a retrofit, 11,000 and 80 weeks to build; all lengthen alike. */
    @Test
    void termsAreThoseOfTheSite() {
        Berth[] berths = neocloud().berths();
        assertThat(Stream.of(berths).map(Berth::investmentUsdPerKw)).containsExactly(0.0, 4000.0, 0.0, 2000.0, 11_000.0);
        assertThat(Stream.of(berths).map(berth -> berth.leadWeeks(1))).containsExactly(5, 44, 5, 25, 85);
        assertThat(Stream.of(berths).map(berth -> berth.leadWeeks(2))).containsExactly(10, 88, 10, 50, 170);
    }

    /** A year of a GPU of 1 kW at the second site: 1.1 x 8766 x 0.05 USD of energy, 600 of maintenance, 1,200 of rent or 840 of shell. */
    @Test
    void whatIsBuiltOwesEnergyAlone() {
        Berth[] berths = neocloud().berths();
        MachineType machine = machine(8, Cooling.DIRECT_LIQUID);
        double energy = 1.1 * 8766 * 0.05;
        assertThat(berths[2].costUsdPerYear(machine, 1)).isCloseTo(energy + 600 + 1200, within(1e-9));
        assertThat(berths[3].costUsdPerYear(machine, 1)).isCloseTo(energy + 600 + 840, within(1e-9));
        assertThat(berths[4].costUsdPerYear(machine, 1)).isCloseTo(energy + 600, within(1e-9));
        assertThat(berths[4].costUsdPerYear(machine, 2)).isCloseTo(2 * energy + 600, within(1e-9));
    }

    /** 10 racks of 40 kW, loops for 200 kW, 100 kW to retrofit and 200 to build, for nodes of 9 kW. */
    @Test
    void roomByHand() {
        Berth[] berths = neocloud().berths();
        MachineType liquid = machine(9, Cooling.DIRECT_LIQUID);
        MachineType air = machine(9, Cooling.AIR);
        assertThat(berths[2].nodes(liquid, ALL, 1000, Berth.Room.NONE)).as("loops").isEqualTo(22);
        assertThat(berths[2].nodes(liquid, NO_COOLING, 1000, Berth.Room.NONE)).as("racks").isEqualTo(40);
        assertThat(berths[2].nodes(air, ALL, 1000, Berth.Room.NONE)).isZero();
        assertThat(berths[2].nodes(air, NO_COOLING, 1000, Berth.Room.NONE)).isEqualTo(40);
        assertThat(berths[3].nodes(air, ALL, 1000, Berth.Room.NONE)).isEqualTo(11);
        assertThat(berths[4].nodes(air, ALL, 1000, Berth.Room.NONE)).isEqualTo(22);
        assertThat(berths[4].nodes(air, new Berth.Limits(false, true), 1000, Berth.Room.NONE)).isZero();
        assertThat(berths[2].take(liquid, true, 9)).isEqualTo(3);
        assertThat(berths[2].loopKw(liquid, true, 9)).isEqualTo(81);
        assertThat(berths[2].loopKw(liquid, false, 9)).isZero();
        assertThat(berths[2].nodes(liquid, ALL, 1000, Berth.Room.NONE)).isEqualTo(13);
        assertThat(berths[2].nodes(liquid, ALL, 1000, new Berth.Room(3, 81))).isEqualTo(22);
        assertThat(berths[4].take(liquid, true, 20)).isEqualTo(180);
        assertThat(berths[4].nodes(liquid, ALL, 1000, Berth.Room.NONE)).isEqualTo(2);
        assertThat(berths[4].nodes(liquid, ALL, 1000, new Berth.Room(90, 0))).isEqualTo(12);
        assertThat(berths[4].capacity()).isEqualTo(20);
    }

    /** Rear doors carry 50 kW out of a rack, air 41.3 if it is told to: 60 kW of power then hold 4 nodes instead of 5. */
    @Test
    void heatLimitsAreThoseOfTheCooling() {
        MachineType machine = machine(10.2, Cooling.AIR, Cooling.REAR_DOOR);
        String[] dense = {OWN + "rackKwMedian=60", OWN + "rackKwSigma=0"};
        assertThat(own(dense).nodesPerRack(machine)).isEqualTo(5);
        assertThat(own(dense[0], dense[1], "buyers.airKwPerRack=41.3").nodesPerRack(machine)).isEqualTo(4);
        assertThat(own(dense[0], dense[1], OWN + "cooling=rear-door").nodesPerRack(machine)).isEqualTo(4);
        assertThat(own(dense[0], dense[1], OWN + "cooling=rear-door", "buyers.rearDoorKwPerRack=60").nodesPerRack(machine)).isEqualTo(5);
    }

    private static Site own(String... settings) {
        return neoclouds(buyers(settings)).findFirst().orElseThrow().sites().get(0);
    }

    /** What one lot has taken of the loops is given back to another that is looked at alone. */
    @Test
    void loopsAreGivenBackToALotAlone() {
        List<Buyer> buyers = buyers(Stream.concat(Stream.of(ALIKE), Stream.of(WITH_HALL)).toArray(String[]::new));
        Buyer buyer = neoclouds(buyers).findFirst().orElseThrow();
        Berth ready = buyer.berths()[2];
        Endowments endowments = new Endowments(buyers, true, true);
        LotShares shares = new LotShares();
        double[] room = new double[buyer.places()];
        MachineType liquid = machine(9, Cooling.DIRECT_LIQUID);
        room[ready.place()] = ready.take(liquid, true, 20);
        room[ready.loopPlace()] = ready.loopKw(liquid, true, 20);
        endowments.note(buyer, shares, room, 1000);
        assertThat(ready.nodes(liquid, ALL, 1000, endowments.givenBack(buyer, ready, Endowments.AS_IT_IS))).isEqualTo(2);
        assertThat(endowments.givenBack(buyer, ready, 0)).isEqualTo(new Berth.Room(5, 180));
        assertThat(ready.nodes(liquid, ALL, 1000, endowments.givenBack(buyer, ready, 0))).isEqualTo(22);
    }
}
