package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BuyerTest {

    private static final double BTC_USD = 80_000;
    /** Three lenders, of whom the last grants no lines. */
    private static final LineSupply LINES = new LineSupply() {
        @Override
        public int lenders() {
            return 3;
        }

        @Override
        public double weight(int lender) {
            return lender == 2 ? 0 : 0.1 + 0.2 * lender;
        }

        @Override
        public double share(int lender) {
            return 1;
        }
    };

    private final OutsideWorld outside = new OutsideWorld();

    private Buyer buyer(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "buyers.types.neocloud.fundsSigma=0";
        List<Buyer> buyers = BuyerPopulation.draw(Bound.parameters(all).buyers(), outside, new Streams(1), LINES);
        return buyers.stream().filter(each -> each.type().name().equals("neocloud")).findFirst().orElseThrow();
    }

    /** 40 M of cash and a line of 100 M, of which e^(-15 x) is left at a spread x above calm, and all at one below. */
    @Test
    void fundsAreCashAndTheLineThatTheSpreadLeaves() {
        Buyer buyer = buyer();
        assertThat(buyer.funds(0, 1, BTC_USD) / 100.0).isEqualTo(140e6);
        assertThat(buyer.funds(-0.02, 1, BTC_USD) / 100.0).isEqualTo(140e6);
        assertThat(buyer.funds(0.055, 1, BTC_USD) / 100.0).isCloseTo(40e6 + 100e6 * Math.exp(-15 * 0.055), within(0.02));
    }

    @Test
    void aDrawnLineIsNotThereAgain() {
        Buyer buyer = buyer();
        buyer.raise(9_000_000_000L, BTC_USD, outside);
        assertThat(buyer.cash().balance()).isEqualTo(9_000_000_000L);
        outside.money().transfer(buyer.cash(), outside.services(), 9_000_000_000L);
        assertThat(buyer.funds(0, 1, BTC_USD) / 100.0).isEqualTo(50e6);
        // more is drawn than is left at a wide spread: nothing, not less
        assertThat(buyer.funds(0.2, 1, BTC_USD)).isZero();
        buyer.raise(0, BTC_USD, outside);
        assertThat(buyer.funds(0, 1, BTC_USD) / 100.0).isEqualTo(50e6);
        outside.audit();
    }

    /**
     * By hand: 40 M of cash, a line of 100 M of which 0.3 comes from a lender, and 50 coins at 80,000. At a spread 0.055 above calm
     * and with a lender that lends 0.4 of what it lent: 4 M + 40 M + 100 M (0.7 e^(-15 x 0.055) + 0.3 x 0.4).
     */
    @Test
    void aLenderOfTheModelLendsByItsCapitalAndNotByTheSpread() {
        Buyer buyer = buyer("buyers.types.neocloud.lineFromLenders=0.3", "buyers.types.neocloud.btcMedian=50",
                "buyers.types.neocloud.btcSigma=0");
        assertThat(buyer.lineLender()).isBetween(0, 1);
        assertThat(buyer.funds(0, 1, BTC_USD) / 100.0).isEqualTo(144e6);
        assertThat(buyer.funds(0.055, 0.4, BTC_USD) / 100.0)
                .isCloseTo(44e6 + 100e6 * (0.7 * Math.exp(-15 * 0.055) + 0.3 * 0.4), within(0.02));
        assertThat(buyer.funds(0, 0, BTC_USD) / 100.0).isCloseTo(114e6, within(0.02));
        assertThat(buyer.funds(0, 1, BTC_USD / 2) / 100.0).isEqualTo(142e6);
    }

    /** What it would have if it came is what it has once it has come; asking changes nothing. */
    @Test
    void budgetsThatAreDueCountBeforeTheyAreIn() {
        Random random = new Random(2);
        int more = 0;
        for (int i = 0; i < 300; i++) {
            Buyer buyer = buyer("buyers.types.neocloud.lineFromLenders=" + random.nextInt(2) * random.nextDouble(),
                    "buyers.types.neocloud.btcMedian=" + random.nextInt(2) * 50, "buyers.types.neocloud.replenishPerYear=" + 3 * random.nextDouble());
            double spread = 0.1 * random.nextDouble();
            double share = random.nextInt(3) / 2.0;
            int week = 0;
            for (int visit = 0; visit < 4; visit++) {
                long pays = (long) (buyer.funds(spread, share, BTC_USD) * random.nextDouble());
                buyer.raise(pays, BTC_USD, outside);
                outside.money().transfer(buyer.cash(), outside.services(), pays);
                long now = buyer.funds(spread, share, BTC_USD);
                assertThat(buyer.fundsReplenished(week, spread, share, BTC_USD)).isEqualTo(now);
                week += random.nextInt(60);
                long due = buyer.fundsReplenished(week, spread, share, BTC_USD);
                assertThat(due).isGreaterThanOrEqualTo(now);
                assertThat(buyer.funds(spread, share, BTC_USD)).isEqualTo(now);
                more += due > now ? 1 : 0;
                buyer.replenish(week, outside);
                assertThat(buyer.funds(spread, share, BTC_USD)).isEqualTo(due);
            }
        }
        assertThat(more).isGreaterThan(500);
        outside.audit();
    }

    /** Coins go first, then cash, then the line. */
    @Test
    void coinsAreSoldFirst() {
        Buyer buyer = buyer("buyers.types.neocloud.btcMedian=50", "buyers.types.neocloud.btcSigma=0");
        assertThat(buyer.raise(100_000_000L, BTC_USD, outside)).as("1 M at 80,000, in satoshi").isEqualTo(1_250_000_000L);
        assertThat(buyer.coins().balance()).isEqualTo(3_750_000_000L);
        assertThat(buyer.cash().balance() / 100.0).isEqualTo(41e6);
        outside.money().transfer(buyer.cash(), outside.services(), 100_000_000L);
        // 3 M of coins and 40 M of cash pay 45 M with 2 M from the line
        assertThat(buyer.raise(4_500_000_000L, BTC_USD, outside)).isEqualTo(3_750_000_000L);
        assertThat(buyer.coins().balance()).isZero();
        assertThat(buyer.cash().balance() / 100.0).isEqualTo(45e6);
        assertThat(buyer.drawn() / 100.0).isEqualTo(2e6);
        assertThat(-outside.dollarsForCoins().balance() / 100.0).isEqualTo(4e6);
        outside.audit();
    }

    /** Whatever the price of a coin and the payments: all funds can be paid, and nothing beyond coins, cash and what the line leaves. */
    @Test
    void whoeverHasFundsCanPayThemAndNoMore() {
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            double fromLenders = random.nextBoolean() ? random.nextInt(2) : random.nextDouble();
            Buyer buyer = buyer("buyers.types.neocloud.lineFromLenders=" + fromLenders,
                    "buyers.types.neocloud.cashMusdMedian=" + random.nextInt(3), "buyers.types.neocloud.lineMusdMedian=" + random.nextInt(3),
                    "buyers.types.neocloud.btcMedian=" + random.nextInt(2) * Math.exp(8 * random.nextDouble() - 6));
            double spread = 0.1 * random.nextDouble();
            double share = random.nextInt(3) / 2.0;
            double price = Math.exp(14 * random.nextDouble());
            for (int payments = 0; payments < 3; payments++) {
                long all = buyer.funds(spread, share, price);
                long pays = payments == 2 ? all : (long) (all * random.nextDouble());
                buyer.raise(pays, price, outside);
                outside.money().transfer(buyer.cash(), outside.services(), pays);
                // what is sold of the coins and what is left of them are rounded to a cent each
                assertThat(buyer.funds(spread, share, price)).isBetween(all - pays - 1, all - pays + 1);
                assertThat(buyer.drawn()).isBetween(0L, fromLenders == 1 && share == 0 ? 0 : buyer.line());
            }
        }
        outside.audit();
    }

    /** Lenders are drawn by weight, 1 to 3; 4,000 draws of 0.25 have a standard error of 0.007. A lender without weight is never drawn. */
    @Test
    void lendersOfLinesAreDrawnByWeight() {
        List<Buyer> buyers = BuyerPopulation.draw(
                Bound.parameters("buyers.types.neocloud.count=4000", "buyers.types.neocloud.lineFromLenders=0.5").buyers(), outside,
                new Streams(5), LINES);
        int[] counts = new int[3];
        for (Buyer buyer : buyers) {
            if (buyer.type().name().equals("neocloud")) {
                counts[buyer.lineLender()]++;
            } else {
                assertThat(buyer.lineLender()).isNegative();
            }
        }
        assertThat(counts[0] / 4000.0).isCloseTo(0.25, within(0.03));
        assertThat(counts[2]).isZero();
    }

    /** Lenders of lines and coins are drawn from streams of their own: what else a buyer is stays as it was. */
    @Test
    void linesAndCoinsShiftNoOtherDraw() {
        List<Buyer> plain = BuyerPopulation.draw(Bound.parameters().buyers(), outside, new Streams(1), LINES);
        List<Buyer> other = BuyerPopulation.draw(
                Bound.parameters("buyers.types.neocloud.lineFromLenders=0.5", "buyers.types.neocloud.btcMedian=100").buyers(), outside,
                new Streams(1), LINES);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(other.get(i).cash().balance()).isEqualTo(plain.get(i).cash().balance());
            assertThat(other.get(i).line()).isEqualTo(plain.get(i).line());
            assertThat(other.get(i).sites().get(0).readyKw()).isEqualTo(plain.get(i).sites().get(0).readyKw());
            assertThat(other.get(i).utilisation()).isEqualTo(plain.get(i).utilisation());
            assertThat(other.get(i).disagreement().rate()).isEqualTo(plain.get(i).disagreement().rate());
            assertThat(other.get(i).coins().balance() > 0).isEqualTo(other.get(i).type().name().equals("neocloud"));
        }
    }

    /** 39 weeks of retrofit and 5 of deployment, each rounded once; years are those weeks. */
    @Test
    void leadTimesAreWholeWeeks() {
        Buyer buyer = buyer();
        assertThat(buyer.berths()[0].leadWeeks(1)).isEqualTo(5);
        assertThat(buyer.berths()[1].leadWeeks(1)).isEqualTo(44);
        assertThat(buyer.berths()[0].leadWeeks(1.25)).as("6.25").isEqualTo(6);
        assertThat(buyer.berths()[1].leadWeeks(1.25)).as("48.75 and 6.25").isEqualTo(49 + 6);
        assertThat(buyer.deploymentYears(1.25)).isCloseTo(6 * 7 / 365.25, within(1e-12));
        assertThat(buyer.berths()[1].leadYears(1.25)).isCloseTo(55 * 7 / 365.25, within(1e-12));
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
        List<Buyer> buyers = BuyerPopulation.draw(Bound.parameters().buyers(), outside, new Streams(1), LINES);
        assertThat(buyers).extracting(Buyer::identity).doesNotHaveDuplicates();
        assertThat(buyers).extracting(Buyer::id).doesNotHaveDuplicates();
        assertThat(buyers).allSatisfy(buyer -> assertThat(buyer.utilisation()).isBetween(0.0, 1.0));
    }
}
