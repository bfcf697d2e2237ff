package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.buyers.Buyer;
import firesale.credit.lenders.CreditSupply;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderType;
import firesale.kernel.books.OutsideWorld;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buyers' lines from lenders of the model, and their coins, in whole runs. */
class LenderLinesTest {

    private static final Set<Recording> NOTHING = EnumSet.noneOf(Recording.class);
    private static final List<String> TYPES = List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign",
            "broker", "distressed-fund", "reseller");
    /** Two fleets of H100s at once, eight weeks apart, and nobody who defaults. */
    private static final String[] SEIZED = {"credit.borrowers.count=0", "time.weeks=40", "time.runOffWeeks=60",
        "credit.seizures.a.week=20", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=12000",
        "credit.seizures.b.week=28", "credit.seizures.b.machine=H100-SXM-HGX-air", "credit.seizures.b.gpus=16000"};
    /** One lender; buyers whose only money is a line that it grants, of a size that binds. */
    private static final String[] ONE_LENDER = {"credit.lenders.private-credit.count=0", "credit.lenders.vendor-finance.count=0",
        "credit.lenders.asset-backed.count=0", "credit.lenders.bank.count=1"};

    private static ModelParameters parameters(String[] base, String... settings) {
        return Bound.parameters(base, settings);
    }

    private static String[] all(String setting) {
        return TYPES.stream().map(type -> "buyers.types." + type + "." + setting).toArray(String[]::new);
    }

    private static String[] join(String[]... parts) {
        List<String> all = new ArrayList<>();
        for (String[] part : parts) {
            all.addAll(List.of(part));
        }
        return all.toArray(String[]::new);
    }

    private static Map<String, Object> measures(ModelParameters parameters, long seed) {
        RunOutcome outcome = FireSale.simulate(parameters, seed, NOTHING);
        Map<String, Object> values = new LinkedHashMap<>();
        RunOutcome.columns().forEach(column -> values.put(column.name(), column.value().apply(outcome)));
        // whether lenders lend is what the loop is about; here it matters only if it changes anything else
        assertThat(values.remove("lenders_stopped_lending")).isNotNull();
        return values;
    }

    /** The same but for what buyers could have paid. */
    private static Map<String, Object> measuresBesideFunds(ModelParameters parameters, long seed) {
        Map<String, Object> values = measures(parameters, seed);
        assertThat(values.remove("funds_usd")).isNotNull();
        assertThat(values.remove("funds_over_supply")).isNotNull();
        return values;
    }

    /**
     * By hand: GPU loans of 100 M are a twentieth of the assets, capital is 12 % of them, 240 M, of which 160 M are the minimum.
     * A loss of 40 M leaves a half of what was above it, one of 80 M nothing. Loans that are resolved leave the assets.
     */
    @Test
    void aLenderLendsByItsCapitalAboveTheMinimum() {
        LenderType bank = Bound.parameters().credit().lenders().get(0);
        Lender lender = new Lender(0, bank, new OutsideWorld().money().open("bank"), CreditSupply.BY_CAPITAL);
        lender.hold(100_000_000_00L);
        LenderLines lines = new LenderLines(List.of(lender));
        assertThat(lines.share(0)).isEqualTo(1);
        lender.lose(40_000_000_00L);
        assertThat(lines.share(0)).isCloseTo(0.5, within(1e-12));
        lender.resolve(100_000_000_00L);
        assertThat(lines.share(0)).isCloseTo((200 / 1900.0 - 0.08) / 0.04, within(1e-12));
        lender.lose(60_000_000_00L);
        assertThat(lender.mustSell()).isTrue();
        assertThat(lines.share(0)).isZero();
        lender.lose(-200_000_000_00L);
        assertThat(lines.share(0)).as("gains do not lend more").isEqualTo(1);
        lender.lose(500_000_000_00L);
        assertThat(CreditSupply.FULL.share(lender)).as("the loop is off").isEqualTo(1);
        assertThat(lines.weight(0)).isCloseTo(bank.weight() / bank.count(), within(1e-12));
    }

    /** Where the loop is off and lines do not follow the spread it is all the same who grants them. */
    @Test
    void withoutTheLoopLinesStayWhole() {
        String[] base = join(all("lineToSpread=0"), new String[] {"feedbacks=[redeployment-rent, losses-spread]"});
        int lost = 0;
        for (long seed = 0; seed < 3; seed++) {
            Map<String, Object> outside = measures(parameters(base), seed);
            assertThat(measures(parameters(base, all("lineFromLenders=1")), seed)).isEqualTo(outside);
            assertThat(measures(parameters(base, all("lineFromLenders=0.5")), seed)).isEqualTo(outside);
            lost += (double) outside.get("lender_losses_usd") > 0 ? 1 : 0;
        }
        assertThat(lost).isPositive();
    }

    /**
     * The loop touches nothing where no line comes from a lender, and nothing but lines: without the limit of funds none counts.
     */
    @Test
    void theLoopActsThroughLinesAlone() {
        String[] off = {"feedbacks=[redeployment-rent, coin-sales-btc, losses-spread, marks-covenants]"};
        String[] unlimited = {"frictions=[rack-power, cooling, crowding, other-use-of-power, beliefs, hurry]"};
        for (long seed = 0; seed < 3; seed++) {
            assertThat(measures(parameters(new String[0]), seed)).isEqualTo(measures(parameters(off), seed));
            assertThat(measuresBesideFunds(parameters(unlimited, all("lineFromLenders=1")), seed))
                    .isEqualTo(measuresBesideFunds(parameters(unlimited), seed));
        }
    }

    /**
     * The only lender loses its capital with the first fleet. With the loop its buyers' lines are gone from then on: nothing more
     * is drawn, and the second fleet fetches no more than without the loop, in each run.
     */
    @Test
    void aLenderThatIsWipedOutTakesItsLinesAlong() {
        String[] base = join(SEIZED, ONE_LENDER, all("lineFromLenders=1"), all("lineToSpread=0"), all("replenishPerYear=0"),
                all("cashMusdMedian=2"), all("lineMusdMedian=20"),
                new String[] {"frictions=[funding, crowding]", "credit.seizures.a.loanUsdPerGpu=1000000"});
        double with = 0;
        double without = 0;
        for (long seed = 0; seed < 20; seed++) {
            FireSale off = new FireSale(Scenario.of(parameters(base, "feedbacks=[]")), seed, EnumSet.of(Recording.SALES));
            FireSale on = new FireSale(Scenario.of(parameters(base, "feedbacks=[losses-credit]")), seed,
                    EnumSet.of(Recording.SALES));
            run(off, 27);
            run(on, 27);
            assertThat(on.credit().lenders().get(0).supply()).isZero();
            long drawn = drawn(on);
            assertThat(drawn).isPositive();
            run(off, 1000);
            run(on, 1000);
            assertThat(drawn(on)).isEqualTo(drawn);
            assertThat(drawn(off)).isGreaterThan(drawn);
            double price = fetched(on);
            assertThat(price).isLessThanOrEqualTo(fetched(off));
            with += price;
            without += fetched(off);
            assertThat(on.buyers().buyers()).allSatisfy(buyer ->
                    assertThat(buyer.funds(0, on.credit().lenders().get(buyer.lineLender()).supply(),
                            1)).isEqualTo(buyer.cash().balance()));
        }
        assertThat(with).isLessThan(without);
    }

    private static void run(FireSale run, int untilWeek) {
        if (run.market() == null) {
            run.start();
        }
        while ((run.schedule.getSteps() == 0 || run.week() < untilWeek) && run.schedule.step(run)) {
            continue;
        }
    }

    private static long drawn(FireSale run) {
        return run.buyers().buyers().stream().mapToLong(Buyer::drawn).sum();
    }

    /** What the second fleet fetched, scrap included; all of it is gone at the end of a run. USD. */
    private static double fetched(FireSale run) {
        return run.outcome().sales().stream().filter(sale -> sale.week() >= 28).mapToDouble(sale -> sale.gpus()
                * sale.priceUsd()).sum();
    }

    /** Less is lent and no more is paid, also with all frictions: the mean discount of 40 runs, paired by seeds. */
    @Test
    void linesThatLossesCutDoNotRaisePrices() {
        String[] base = join(SEIZED, all("lineFromLenders=1"), all("cashMusdMedian=1"),
                new String[] {"credit.seizures.a.loanUsdPerGpu=1000000"});
        double on = 0;
        double off = 0;
        for (long seed = 0; seed < 40; seed++) {
            on += FireSale.simulate(parameters(base, "feedbacks=[losses-credit]"), seed, NOTHING).proceedsUsd();
            off += FireSale.simulate(parameters(base, "feedbacks=[]"), seed, NOTHING).proceedsUsd();
        }
        assertThat(on).isLessThan(off);
    }

    /**
     * Buyers that hold coins sell them to buy. With the loop the price of BTC is from the next week on lower by e^(-kappa n) for
     * n market-days of volume sold so far; without it, it is the same as if they held none.
     */
    @ParameterizedTest
    @ValueSource(strings = {"uniform-price", "search"})
    void coinsOfBuyersPressOnBtc(String format) {
        String[] base = join(SEIZED, new String[] {"auction.format=" + format});
        String[] coins = all("btcMedian=2000");
        String loop = "feedbacks=[coin-sales-btc]";
        double soldInAll = 0;
        for (long seed = 0; seed < 5; seed++) {
            FireSale none = new FireSale(Scenario.of(parameters(base, loop)), seed, NOTHING);
            FireSale pressed = new FireSale(Scenario.of(parameters(base, join(coins, new String[] {loop}))), seed, NOTHING);
            FireSale free = new FireSale(Scenario.of(parameters(base, join(coins, new String[] {"feedbacks=[]"}))), seed,
                    NOTHING);
            none.start();
            pressed.start();
            free.start();
            double atStart = pressed.outside().coinMarket().balance();
            double sold = 0;
            var btc = pressed.parameters().market().btc();
            for (int week = 0; week < 60 && none.schedule.step(none) && pressed.schedule.step(pressed)
                    && free.schedule.step(free); week++) {
                assertThat(free.market().btcUsd()).isEqualTo(none.market().btcUsd());
                assertThat(pressed.market().btcUsd()).isCloseTo(
                        none.market().btcUsd() * Math.exp(-btc.impactPerMarketDay() * sold / btc.dailyVolume()),
                        within(1e-9 * none.market().btcUsd()));
                assertThat(sold > 0 && pressed.market().btcUsd() >= none.market().btcUsd()).isFalse();
                sold = (pressed.outside().coinMarket().balance() - atStart) / 1e8;
            }
            assertThat(pressed.outside().dollarsForCoins().balance()).isLessThanOrEqualTo(0);
            soldInAll += sold;
        }
        assertThat(soldInAll).isGreaterThan(1000);
    }

    /** Coins are drawn from a stream of their own: where they count for nothing a run with them is the run without. */
    @Test
    void coinsThatCountForNothingChangeNothing() {
        String[] base = {"frictions=[rack-power, cooling, crowding, other-use-of-power, beliefs, hurry]",
                "feedbacks=[losses-spread, marks-covenants]"};
        for (long seed = 0; seed < 3; seed++) {
            Map<String, Object> without = measuresBesideFunds(parameters(base), seed);
            assertThat(measuresBesideFunds(parameters(base, all("btcMedian=100")), seed)).isEqualTo(without);
        }
    }
}
