package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.CoinLine;
import firesale.kernel.books.Account;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines against coins, against the recursion of model.md and by hand. */
class MarginCallsTest {

    private static final String NO_TOP_UPS = "credit.coinLine.topUps=false";

    private Host host;
    private Borrower borrower;
    private CoinLine line;
    private MarginCalls calls;

    private void line(double pledged, double owed, Host on) {
        host = on;
        borrower = host.borrower();
        Account pledge = host.outside.coins().open("pledged");
        host.outside.coins().transfer(host.outside.coinMarket(), pledge, Math.round(pledged * 1e8));
        line = new CoinLine(host.outside.coinLenders(), pledge, Math.round(owed * 100), 0.09);
        borrower.draw(line);
        calls = host.marginCalls();
    }

    /**
     * Weekly monitoring without top-ups, on every path of a grid of prices: whenever B >= m q P the lender sells (B - l q P) / (P
     * (1 - l)) coins, so that B := l q P; when that takes all coins, B := B - q P is due at once.
     */
    @Test
    void theRecursionOnAGrid() {
        double[] steps = {0.55, 0.8, 0.95, 1.1, 1.4};
        double callLtv = 0.80;
        double ltv = 0.60;
        int sold = 0;
        int emptied = 0;
        for (int path = 0; path < 5 * 5 * 5 * 5 * 5; path++) {
            line(100, 6_000_000, new Host(NO_TOP_UPS).cash(5_000_000).cohort(8, 1000, 0));
            double owed = 6_000_000;
            double coins = 100;
            double price = 100_000;
            int choice = path;
            for (int week = 0; week < 5; week++) {
                price *= steps[choice % 5];
                choice /= 5;
                assertThat(calls.meet(borrower, price)).isTrue();
                if (owed > 0 && owed >= callLtv * coins * price) {
                    double sale = Math.min(coins, (owed - ltv * coins * price) / (price * (1 - ltv)));
                    emptied += sale == coins ? 1 : 0;
                    sold++;
                    owed = sale == coins ? 0 : owed - sale * price;
                    coins -= sale;
                }
                assertThat(line.balance() / 100.0).as("path %s, week %s", path, week).isCloseTo(owed, within(0.05));
                assertThat(line.pledged().balance() / 1e8).isCloseTo(coins, within(2e-6));
            }
            host.outside.audit();
        }
        assertThat(sold).isGreaterThan(2000);
        assertThat(emptied).isGreaterThan(300);
    }

    /** 100 coins against 6.0 million; at 70,000 the LTV is 0.857, and 42.857 coins more bring it to 0.60. */
    @Test
    void freeCoinsArePledgedBeforeAnyIsSold() {
        line(100, 6_000_000, new Host().coins(50).cohort(8, 1000, 0));
        assertThat(calls.meet(borrower, 100_000 * 0.751)).as("0.799").isTrue();
        assertThat(calls.calls()).isZero();
        assertThat(calls.meet(borrower, 70_000)).isTrue();
        assertThat(calls.calls()).isEqualTo(1);
        assertThat(line.ltv(70_000)).isCloseTo(0.60, within(1e-7));
        assertThat(host.coins.balance() / 1e8).isCloseTo(50 - 42.857142857, within(1e-7));
        assertThat(calls.coinsLiquidated()).isZero();
        assertThat(host.liquidity.coins().take()).isZero();
    }

    /** With 5 free coins the LTV only falls to 0.816: the lender sells, from the 105 coins that are pledged then. */
    @Test
    void whatTopUpsDoNotMeetIsSold() {
        line(100, 6_000_000, new Host().coins(5).cohort(8, 1000, 0));
        assertThat(calls.meet(borrower, 70_000)).isTrue();
        double sale = (6_000_000 - 0.6 * 105 * 70_000) / (70_000 * 0.4);
        assertThat(host.coins.balance()).isZero();
        assertThat(calls.coinsLiquidated()).isCloseTo(sale, within(1e-7));
        assertThat(host.liquidity.coins().take()).as("presses on the price").isCloseTo(sale, within(1e-7));
        assertThat(line.balance() / 100.0).isCloseTo(6_000_000 - sale * 70_000, within(0.01));
        assertThat(line.ltv(70_000)).isCloseTo(0.60, within(1e-6));
    }

    /** At 50,000 coins no longer cover the line: all are sold, and a million is due at once. */
    @ParameterizedTest
    @CsvSource({"1000000, true", "999999, false"})
    void aShortfallIsDueAtOnce(double cash, boolean met) {
        line(100, 6_000_000, new Host(NO_TOP_UPS, "credit.borrowers.equityPerYear=0").cash(cash).cohort(8, 1000, 0));
        assertThat(calls.meet(borrower, 50_000)).isEqualTo(met);
        assertThat(line.pledged().balance()).isZero();
        assertThat(line.balance()).isEqualTo(met ? 0 : 100_000_000);
        assertThat(host.usd(host.outside.coinLenders())).isCloseTo(met ? 6_000_000 : 5_000_000, within(0.01));
    }

    /** Interest is served with the other debt. */
    @Test
    void interestIsPaidWeekly() {
        line(100, 6_000_000, new Host().cash(1_000_000).cohort(80, 1000, 0));
        host.operations().run(borrower, 3);
        assertThat(host.usd(host.outside.coinLenders())).isCloseTo(6_000_000 * 0.09 * 7 / 365.25, within(0.01));
        assertThat(borrower.debt()).isEqualTo(borrower.loanBalance() + 600_000_000);
    }

    /**
     * Default: 50 pledged coins at 93,882.55 bring 4,694,127.50 against 5,000,000; the 305,872.50 left share the estate's 100,000
     * with a note of 200,000; the GPU lender is covered by its machines.
     */
    @Test
    void inDefaultTheDeficiencyRanksWithTheNotes() {
        line(50, 5_000_000, new Host().cash(100_000).note(200_000, 0, 1.3, 500).cohort(8, 10_000, 0));
        SeizedFleet fleet = host.fleet(borrower, 0, 10, 15);
        borrower.fail(DefaultCause.PAYMENT, 10);
        calls.close(borrower);
        assertThat(line.balance()).isEqualTo(500_000_000 - 469_412_750);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(borrower, List.of(fleet), 0);
        host.sell(resolution, fleet, 8, 10_000, 0);
        resolution.close();
        double toLine = 100_000 * 305_872.50 / 505_872.50;
        assertThat(host.usd(host.outside.coinLenders())).isCloseTo(4_694_127.50 + toLine, within(0.01));
        assertThat(host.usd(host.outside.noteHolders())).isCloseTo(100_000 - toLine, within(0.01));
        assertThat(line.balance()).isZero();
        assertThat(host.cash.balance()).isZero();
        host.outside.audit();
    }

    /** A pledge worth more than the line leaves the rest to the estate. */
    @Test
    void inDefaultASurplusGoesToTheEstate() {
        line(50, 1_000_000, new Host().cohort(8, 10_000, 0));
        calls.close(borrower);
        assertThat(host.usd(host.cash)).isCloseTo(50 * 93_882.55 - 1_000_000, within(0.01));
        assertThat(line.balance()).isZero();
    }
}
