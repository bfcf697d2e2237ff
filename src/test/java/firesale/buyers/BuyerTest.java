package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuyerTest {

    private final OutsideWorld outside = new OutsideWorld();

    private Buyer buyer(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "buyers.types.neocloud.fundsSigma=0";
        List<Buyer> buyers = BuyerPopulation.draw(Bound.parameters(all).buyers(), outside, new Streams(1));
        return buyers.stream().filter(each -> each.type().name().equals("neocloud")).findFirst().orElseThrow();
    }

    /** 40 M of cash and a line of 100 M, of which e^(-15 x) is left at a spread x above calm, and all at one below. */
    @Test
    void fundsAreCashAndTheLineThatTheSpreadLeaves() {
        Buyer buyer = buyer();
        assertThat(buyer.funds(0) / 100.0).isEqualTo(140e6);
        assertThat(buyer.funds(-0.02) / 100.0).isEqualTo(140e6);
        assertThat(buyer.funds(0.055) / 100.0).isCloseTo(40e6 + 100e6 * Math.exp(-15 * 0.055), within(0.02));
    }

    @Test
    void aDrawnLineIsNotThereAgain() {
        Buyer buyer = buyer();
        buyer.drawFor(9_000_000_000L, outside);
        assertThat(buyer.cash().balance()).isEqualTo(9_000_000_000L);
        outside.money().transfer(buyer.cash(), outside.services(), 9_000_000_000L);
        assertThat(buyer.funds(0) / 100.0).isEqualTo(50e6);
        // more is drawn than is left at a wide spread: nothing, not less
        assertThat(buyer.funds(0.2)).isZero();
        buyer.drawFor(0, outside);
        assertThat(buyer.funds(0) / 100.0).isEqualTo(50e6);
        outside.audit();
    }

    /** 39 weeks of retrofit and 5 of deployment, each rounded once; years are those weeks. */
    @Test
    void leadTimesAreWholeWeeks() {
        Buyer buyer = buyer();
        assertThat(buyer.deploymentWeeks(1)).isEqualTo(5);
        assertThat(buyer.retrofitWeeks(1)).isEqualTo(44);
        assertThat(buyer.deploymentWeeks(1.25)).as("6.25").isEqualTo(6);
        assertThat(buyer.retrofitWeeks(1.25)).as("48.75 and 6.25").isEqualTo(49 + 6);
        assertThat(buyer.deploymentYears(1.25)).isCloseTo(6 * 7 / 365.25, within(1e-12));
        assertThat(buyer.retrofitYears(1.25)).isCloseTo(55 * 7 / 365.25, within(1e-12));
    }

    /** Half of the cash at the start comes back in a year, up to its level. */
    @Test
    void budgetsComeBackOverTheYear() {
        Buyer buyer = buyer();
        outside.money().transfer(buyer.cash(), outside.services(), 4_000_000_000L);
        buyer.replenish(26, outside);
        assertThat(buyer.cash().balance() / 100.0).isCloseTo(20e6 * 26 * 7 / 365.25, within(0.01));
        buyer.replenish(26, outside);
        assertThat(buyer.cash().balance() / 100.0).isCloseTo(20e6 * 26 * 7 / 365.25, within(0.01));
        buyer.replenish(500, outside);
        assertThat(buyer.cash().balance() / 100.0).isEqualTo(40e6);
    }

    /** Identities of a kind start at a multiple, so that kinds do not meet and one more member shifts nobody. */
    @Test
    void identitiesDoNotMeet() {
        List<Buyer> buyers = BuyerPopulation.draw(Bound.parameters().buyers(), outside, new Streams(1));
        assertThat(buyers).extracting(Buyer::identity).doesNotHaveDuplicates();
        assertThat(buyers).extracting(Buyer::id).doesNotHaveDuplicates();
        assertThat(buyers).allSatisfy(buyer -> assertThat(buyer.utilisation()).isBetween(0.0, 1.0));
    }
}
