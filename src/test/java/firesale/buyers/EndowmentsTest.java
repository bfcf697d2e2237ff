package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.hardware.Site;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A buyer's racks, and what lots have taken of them, while the buyer comes to have more. */
class EndowmentsTest {

    private static final LineSupply NO_LINES = new LineSupply() {
        @Override
        public int lenders() {
            return 0;
        }

        @Override
        public double weight(int lender) {
            return 0;
        }

        @Override
        public double share(int lender) {
            return 0;
        }
    };

    private final HardwareParameters hardware = Bound.parameters().hardware();
    private final MachineType h100 = hardware.machines().stream().filter(m -> m.name().equals("H100-SXM-HGX-air")).findFirst()
            .orElseThrow();
    private final List<Buyer> buyers = BuyerPopulation.draw(Bound.parameters().buyers(), new OutsideWorld(), new Streams(1),
            NO_LINES);
    private final Buyer buyer = buyers.get(5);

    private static LotShares lot(int... ids) {
        LotShares shares = new LotShares();
        for (int id : ids) {
            shares.add(id, 1);
        }
        return shares;
    }

    @Test
    void rentedRacksAreOneMoreSiteWithTwoMoreBerths() {
        double cost = buyer.readyCostUsd(h100, 1);
        buyer.mayHost(hardware.hosts().contract(), 1);
        buyer.rent(hardware.hosts().freed(h100, 3), 3);
        assertThat(buyer.sites()).hasSize(2);
        assertThat(buyer.berths()).extracting(Berth::making).containsExactly(Berth.Making.READY, Berth.Making.RETROFIT,
                Berth.Making.IN_PLACE, Berth.Making.READY, Berth.Making.RETROFIT);
        assertThat(buyer.berths()).extracting(Berth::index).containsExactly(0, 1, 2, 3, 4);
        Berth rented = buyer.berths()[3];
        Berth.Limits limits = new Berth.Limits(true, true);
        assertThat(rented.site()).isSameAs(buyer.sites().get(1));
        assertThat(rented.nodes(h100, limits, 100, Berth.Room.NONE)).isEqualTo(3 * 4);
        assertThat(buyer.berths()[4].nodes(h100, limits, 100, Berth.Room.NONE)).as("there is no legacy power").isZero();
        assertThat(rented.costUsdPerYear(h100, 1)).as("energy and the rent of the host").isCloseTo(
                10.2 / 8 * (1.35 * 8766 * 0.05 + 12 * 184.06) + 600, within(1e-6));
        buyer.rent(hardware.hosts().freed(h100, 2), 2);
        assertThat(buyer.sites()).as("racks that are alike").hasSize(2);
        assertThat(rented.nodes(h100, limits, 100, Berth.Room.NONE)).isEqualTo(5 * 4);
        Site other = hardware.hosts().freed(hardware.machines().get(0), 2);
        buyer.rent(other, 2);
        assertThat(buyer.sites()).hasSize(3).endsWith(other);
        assertThat(buyer.readyCostUsd(h100, 1)).as("the reference value knows the sites of the start").isEqualTo(cost);
    }

    @Test
    void aBerthThatHasComeSinceIsFree() {
        for (boolean crowding : List.of(true, false)) {
            Endowments endowments = new Endowments(buyers, crowding, true);
            Buyer each = buyers.get(crowding ? 6 : 7);
            endowments.note(each, lot(4), new double[] {3, 0, 200, 0}, 1000);
            endowments.note(each, lot(4, 9), new double[] {2, 0, 0, 0}, 500);
            each.rent(hardware.hosts().freed(h100, 8), 8);
            Berth ready = each.berths()[0];
            Berth rented = each.berths()[2];
            assertThat(endowments.givenBack(each, rented, 9).amount()).isZero();
            assertThat(endowments.givenBack(each, ready, 9).amount()).isEqualTo(crowding ? 4 : -1);
            endowments.note(each, lot(9), new double[] {0, 0, 0, 0, 6, 0, 0, 0}, 250);
            assertThat(endowments.givenBack(each, rented, 9).amount()).isEqualTo(crowding ? 0 : -6);
            assertThat(endowments.givenBack(each, rented, 4).amount()).isEqualTo(crowding ? 6 : 0);
            assertThat(endowments.givenBack(each, ready, 4).amount()).isEqualTo(crowding ? 1 : -4);
            // 1,750 spent, of which 500 on lot 9: all but its share comes back
            assertThat(endowments.funds(each, 9, 8250, 10_000)).isEqualTo(8250 + 1250);
        }
    }
}
