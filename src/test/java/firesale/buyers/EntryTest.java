package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.books.OutsideWorld;
import firesale.kernel.parameters.InputException;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two MUSD a week for each point above 0.20, thirteen weeks later, unless a test says otherwise; ten funds of 100 MUSD. */
class EntryTest {

    private final OutsideWorld outside = new OutsideWorld();
    private List<Buyer> buyers;
    private List<Buyer> funds;

    private Entry entry(String... settings) {
        List<String> all = new ArrayList<>(List.of("buyers.entry.musdPerWeekPerPoint=2", "buyers.types.distressed-fund.fundsSigma=0",
                "buyers.types.distressed-fund.readyMwSigma=0"));
        all.addAll(List.of(settings));
        BuyersParameters parameters = Bound.parameters(all.toArray(new String[0])).buyers();
        buyers = BuyerPopulation.draw(parameters, outside, new Streams(1), LineSupply.NONE);
        funds = buyers.stream().filter(each -> each.type().name().equals(parameters.entry().kind())).toList();
        return new Entry(parameters.entry(), outside, buyers);
    }

    private static void week(Entry entry, int week, double discount) {
        entry.arrive(week);
        entry.observe(week, 1e6 * (1 - discount), 1e6);
        entry.decide(week);
    }

    @Test
    void belowTheHurdleNobodySetsOut() {
        Entry entry = entry();
        for (int w = 0; w < 100; w++) {
            week(entry, w, 0.1999);
        }
        assertThat(entry.enteredUsd()).isZero();
        assertThat(entry.firstWeek()).isNaN();
        assertThat(funds).hasSize(10).allSatisfy(fund -> assertThat(fund.entered()).isZero());
    }

    /** Ten points above the hurdle, in weeks 3 and 4: 20 MUSD each, 2 a fund and 100 GPUs of storage with it, in weeks 16 and 17. */
    @Test
    void moneyArrivesAfterTheDelayAndNotBefore() {
        Entry entry = entry();
        week(entry, 3, 0.30);
        week(entry, 4, 0.30);
        for (int w = 5; w < 16; w++) {
            entry.arrive(w);
            entry.decide(w);
        }
        assertThat(entry.enteredUsd()).as("on its way").isZero();
        assertThat(funds.get(0).funds(0, 0, 1)).isEqualTo(10_000_000_000L);
        entry.arrive(16);
        assertThat(entry.enteredUsd()).isCloseTo(20e6, within(0.01));
        assertThat(entry.firstWeek()).isEqualTo(16);
        entry.arrive(17);
        entry.arrive(40);
        assertThat(entry.enteredUsd()).as("nothing sets out in weeks without lots").isCloseTo(40e6, within(0.02));
        assertThat(funds).allSatisfy(fund -> {
            assertThat(fund.funds(0, 0, 1) / 100.0).isCloseTo(104e6, within(0.02));
            assertThat(fund.freeStorage()).isBetween(5199L, 5200L);
        });
        assertThat(buyers).filteredOn(each -> !funds.contains(each)).allSatisfy(each -> assertThat(each.entered()).isZero());
        outside.audit();
    }

    /** By value and fading by 0.8 a week: 3 M at 0.4 two weeks ago and 1 M at 0.1 now are (1.92 x 0.4 + 0.1) / 2.92. */
    @Test
    void largeAndRecentSalesCountMost() {
        Entry entry = entry();
        assertThat(entry.discount()).as("before a sale").isNaN();
        entry.observe(5, 0, 0);
        assertThat(entry.discount()).as("no bid, no price").isNaN();
        entry.decide(5);
        entry.observe(8, 1.8e6, 3e6);
        assertThat(entry.discount()).isCloseTo(0.4, within(1e-12));
        entry.observe(10, 0.9e6, 1e6);
        assertThat(entry.discount()).isCloseTo((1.92 * 0.4 + 0.1) / 2.92, within(1e-12));
        entry.observe(11, 0, 0);
        assertThat(entry.discount()).as("what finds no buyer is no price").isCloseTo((1.92 * 0.4 + 0.1) / 2.92, within(1e-12));
    }

    @Test
    void noMoreThanTheCapSetsOut() {
        Entry entry = entry("buyers.entry.capMusd=50", "buyers.entry.delayWeeks=1");
        for (int w = 0; w < 30; w++) {
            week(entry, w, 0.30);
        }
        assertThat(entry.enteredUsd()).isCloseTo(50e6, within(0.01));
        assertThat(entry.firstWeek()).isEqualTo(1);
    }

    /** Yearly budgets come back up to what a fund began with, whatever outsiders' money it holds, and do not refill that. */
    @Test
    void yearlyBudgetsAreNotMixedUpWithIt() {
        Entry entry = entry("buyers.types.distressed-fund.replenishPerYear=1", "buyers.entry.delayWeeks=1");
        week(entry, 0, 0.70);
        entry.arrive(1);
        Buyer fund = funds.get(0);
        assertThat(fund.entered()).isEqualTo(1_000_000_000L);
        fund.replenish(52, outside);
        assertThat(fund.cash().balance()).as("full").isEqualTo(10_000_000_000L);
        // 105 M are spent: 100 of its own, then 5 of outsiders
        fund.raise(10_500_000_000L, 1, outside);
        outside.money().transfer(fund.cash(), outside.services(), 10_500_000_000L);
        assertThat(fund.cash().balance()).isZero();
        assertThat(fund.enteredLeft()).isEqualTo(500_000_000L);
        assertThat(fund.funds(0, 0, 1)).isEqualTo(500_000_000L);
        assertThat(fund.fundsUnspent(0, 0, 1)).isEqualTo(11_000_000_000L);
        fund.replenish(78, outside);
        assertThat(fund.cash().balance() / 100.0).isCloseTo(100e6 * 26 * 7 / 365.25, within(0.02));
        assertThat(fund.enteredLeft()).isEqualTo(500_000_000L);
        fund.replenish(500, outside);
        assertThat(fund.cash().balance()).isEqualTo(10_000_000_000L);
        assertThat(fund.drawn()).isZero();
        outside.audit();
    }

    @Test
    void withoutAFundNobodyEnters() {
        assertThat(entry("buyers.types.distressed-fund.count=0").isOn()).isFalse();
        assertThat(entry("buyers.entry.musdPerWeekPerPoint=0").isOn()).isFalse();
        assertThat(entry().isOn()).isTrue();
    }

    @Test
    void aKindThatIsNoneIsRefused() {
        assertThatThrownBy(() -> entry("buyers.entry.kind=vulture")).isInstanceOf(InputException.class)
                .hasMessageContaining("there is no kind of buyer named vulture");
    }
}
