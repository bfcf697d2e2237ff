package firesale.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.model.AuctionWeek;
import firesale.model.Event;
import firesale.model.Offer;
import firesale.model.Sale;
import firesale.model.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of weeks that are made up. */
class HeadlineTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final Headline.Today TODAY = new Headline.Today(0.41, 19, 12, 108, 21_300, 0);

    private final List<Week> weeks = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();

    private void weeks(int count, String regime, double spread) {
        for (int i = 0; i < count; i++) {
            int week = weeks.size();
            weeks.add(new Week(week, START.plusWeeks(week), regime, 1, 90_000, 2, 2, spread, 0.2, 0.5, 1e9, 0, 0, 0, 0, 0, 3e8,
                    0.1, 0.2,
                    15_000, 1, 0.02));
        }
    }

    private void event(int week, String what, String cause, int borrower, long gpus) {
        events.add(new Event(week, START.plusWeeks(week), "squeeze", what, cause, borrower, -1, -1, gpus, 0, Double.NaN));
    }

    private void sale(int week, long gpus, double price, double fmv, String buyer) {
        sales.add(new Sale(0, week, "squeeze", "H100", gpus, price, fmv, fmv, fmv, fmv, 20_000, 15_000, 10, 2, 0.9, 4, "bank", 0,
                0, buyer,
                buyer.equals("scrap") ? -1 : 0, false));
    }

    private void offer(int week, long offered, long sold, long hostable, long payable) {
        offers.add(new Offer(new AuctionWeek(week, "squeeze", "H100", 2, 0.9, 2, offered, sold, hostable, payable, 9, 7000, 9000,
                10_000,
                12_000, 2), 9000));
    }

    private List<News> news() {
        return News.of(weeks, events, sales, offers, borrower -> borrower == 2);
    }

    private String told() {
        List<News> news = news();
        Headline headline = Headline.of(news);
        News then = news.get(headline.week());
        News now = news.get(news.size() - 1);
        return headline.lead(then, now, TODAY) + " | " + headline.consequence(then, now, TODAY);
    }

    @Test
    void beforeAnythingHappensItIsCalm() {
        weeks(5, "calm", 0.055);
        assertThat(new HeadlineTest().news()).isEmpty();
        assertThat(Headline.of(List.<News>of())).isNull();
        List<News> news = news();
        assertThat(Headline.of(news).story()).isEqualTo(Headline.Story.NOTHING);
        Headline.Today empty = new Headline.Today(1, 0, 0, 108, 0, 0);
        assertThat(Headline.of(news).lead(news.get(0), news.get(4),
                empty)).isEqualTo("Calm: borrowers pay their loans; nothing is for sale.");
        assertThat(Headline.of(news).consequence(news.get(0), news.get(4),
                empty)).isEqualTo("Credit costs 5.5 % a year over the safe rate.");
    }

    @Test
    void aSqueezeIsToldWithWhatItDoesToBuyers() {
        weeks(2, "calm", 0.055);
        weeks(2, "squeeze", 0.118);
        event(2, "regime_change", null, -1, 0);
        assertThat(told()).isEqualTo("A funding squeeze begins: lenders and investors withdraw. | Now: credit costs 11.8 % a"
                + " year over the safe"
                + " rate; buyers can spend 41 % of what they could in calm.");
    }

    @Test
    void defaultsAreToldWithTheirCausesAndWhetherOthersBroughtThemAbout() {
        weeks(1, "squeeze", 0.118);
        event(0, "default", "margin_call", 1, 4000);
        event(0, "default", "covenant", 2, 5216);
        event(0, "default", "covenant", 3, 0);
        assertThat(told()).isEqualTo("3 borrowers default (covenant 2, margin call 1). | Lenders will take their 9,216"
                + " GPUs. 1 of them would"
                + " have survived but for the fire sales of others.");
        News now = news().get(0);
        assertThat(now.defaultsSoFar).isEqualTo(3);
        assertThat(now.inducedSoFar).isEqualTo(1);
    }

    @Test
    void oneDefaultIsToldInWords() {
        weeks(1, "squeeze", 0.1);
        event(0, "default", "maturity", 1, 1);
        assertThat(told()).startsWith("1 borrower defaults: a note that fell due could not be rolled. | Lenders will take"
                + " its 1 GPU. Credit");
    }

    @Test
    void salesAreToldWithTheirDiscountAndWhatBiddersCouldTake() {
        weeks(1, "squeeze", 0.118);
        sale(0, 600, 5000, 10_000, "neocloud");
        sale(0, 260, 8000, 10_000, "enterprise");
        sale(0, 5000, 500, 10_000, "scrap");
        offer(0, 21_000, 860, 30_000, 1200);
        offer(0, 300, 0, 100, 0);
        assertThat(news().get(0).soldGpus).as("scrap is not sold").isEqualTo(860);
        assertThat(news().get(0).paidOverFmvSoFar()).isCloseTo((600 * 0.5 + 260 * 0.8) / 860, within(1e-12));
        assertThat(told()).isEqualTo("860 GPUs sell 41 % below fair market value (FMV). | Of 21,300 on offer, bidders had"
                + " racks for all and"
                + " would pay the reserve for 1,200. 21,300 GPUs are on the shelf.");
    }

    @Test
    void whoMustSellTakesLessThanTheReserve() {
        weeks(1, "squeeze", 0.118);
        sale(0, 900, 5000, 10_000, "neocloud");
        offer(0, 2000, 900, 1500, 10);
        assertThat(told()).contains("bidders had racks for 1,500. 21,300").doesNotContain("pay the reserve");
    }

    @Test
    void longWaitsAreTold() {
        weeks(6, "squeeze", 0.118);
        for (int week = 0; week < 6; week++) {
            offer(week, 100, 0, 50, 0);
        }
        assertThat(news().get(5).weeksWithoutSale).isEqualTo(6);
        assertThat(told()).isEqualTo("No bid reaches the reserve of what is on offer, 4 weeks in a row. | Now: of 100 GPUs"
                + " on offer none sold: no bid reaches the reserve of USD 9,000 a GPU; money is 41 % of calm. The oldest lot has waited"
                + " 19 weeks. 21,300 GPUs are on the shelf.");
    }

    @Test
    void machinesThatAreNotOnOfferAreTold() {
        weeks(1, "squeeze", 0.118);
        event(0, "seizure", null, 1, 8);
        News now = news().get(0);
        assertThat(Headline.of(now).consequence(now, now, new Headline.Today(1, 0, 3, 5, 8, 8)))
                .isEqualTo("8 GPUs are on the shelf, none of them on offer. 3 of 5 sites have free racks for such machines.");
        assertThat(Headline.of(now).consequence(now, now, new Headline.Today(1, 0, 3, 0, 8, 2)))
                .isEqualTo("8 GPUs are on the shelf, 2 of them not on offer.");
    }

    @Test
    void aHeadlineStaysUnlessSomethingMoreImportantComes() {
        weeks(1, "squeeze", 0.1);
        event(0, "default", "payment", 1, 8000);
        event(0, "seizure", null, 0, 8);
        for (int week = 1; week < 6; week++) {
            weeks(1, "squeeze", 0.1);
            event(week, "seizure", null, 1, 100);
            assertThat(Headline.of(news())).as("week " + week).extracting(Headline::week, Headline::story)
                    .containsExactly(0, Headline.Story.DEFAULTS);
        }
        weeks(1, "squeeze", 0.1);
        event(6, "lender_must_sell", null, -1, 0);
        assertThat(Headline.of(news())).extracting(Headline::week, Headline::story).containsExactly(6,
                Headline.Story.LENDERS_FORCED);
    }

    @Test
    void nothingStaysForEver() {
        weeks(1, "squeeze", 0.1);
        event(0, "regime_change", null, -1, 0);
        weeks(10, "squeeze", 0.1);
        assertThat(Headline.of(news().subList(0, 10)).story()).isEqualTo(Headline.Story.SQUEEZE_BEGINS);
        assertThat(Headline.of(news()).story()).isEqualTo(Headline.Story.NOTHING);
    }

    @Test
    void aDefaultAndTheFirstSeizureWaitNoLongerThanTwoWeeks() {
        weeks(3, "squeeze", 0.1);
        event(0, "regime_change", null, -1, 0);
        event(1, "default", "payment", 1, 8);
        assertThat(Headline.of(news()).story()).isEqualTo(Headline.Story.SQUEEZE_BEGINS);
        weeks(1, "squeeze", 0.1);
        assertThat(Headline.of(news())).extracting(Headline::week, Headline::story).containsExactly(1, Headline.Story.DEFAULTS);
        weeks(1, "squeeze", 0.1);
        event(4, "seizure", null, 1, 8);
        assertThat(Headline.of(news())).extracting(Headline::week, Headline::story).containsExactly(4, Headline.Story.SEIZURE);
        assertThat(told()).isEqualTo("Lenders seize 8 GPUs of defaulted borrowers. | 21,300 GPUs are on the shelf. 12 of 108"
                + " sites have free racks for such machines.");
        weeks(1, "squeeze", 0.1);
        assertThat(told()).contains("| Now: 21,300 GPUs are on the shelf.");
    }

    @Test
    void whatKeepsOffersFromBeingSoldIsTold() {
        Headline.Today rich = new Headline.Today(0.9, 1, 1, 1, 1, 0);
        weeks(5, "squeeze", 0.1);
        offer(0, 9216, 0, 1200, 500);
        offer(1, 9216, 16, 9000, 600);
        offer(2, 9216, 0, 9000, 0);
        offer(3, 9216, 5000, 9000, 0);
        sale(1, 16, 9000, 10_000, "neocloud");
        sale(3, 5000, 9000, 10_000, "neocloud");
        List<News> news = news();
        assertThat(Headline.binds(news.get(0), rich)).isEqualTo("Of 9,216 GPUs on offer none sold: bidders had racks for only"
                + " 1,200.");
        assertThat(Headline.binds(news.get(1), rich)).isEqualTo("Of 9,216 GPUs on offer 16 sold: bidders would and could pay the"
                + " reserve for 600.");
        assertThat(Headline.binds(news.get(2), rich)).isEqualTo("Of 9,216 GPUs on offer none sold: buyers with racks and money"
                + " bid less than the reserve of USD 9,000 a GPU.");
        assertThat(Headline.binds(news.get(2), TODAY)).endsWith("; money is 41 % of calm.");
        assertThat(Headline.binds(news.get(3), rich)).as("much was sold").isEmpty();
        assertThat(Headline.binds(news.get(4), rich)).as("nothing was offered").isEmpty();
    }

    @Test
    void aRunThatIsOverIsSummedUp() {
        weeks(2, "calm", 0.05);
        assertThat(Headline.summaryLead(news().get(1), 40)).isEqualTo("The run is over: no borrower defaulted.");
        assertThat(Headline.summaryRest(news().get(1))).isEqualTo("Nothing was seized, and nothing sold.");
        event(0, "default", "payment", 1, 1000);
        event(0, "seizure", null, 1, 1000);
        sale(1, 490, 5200, 10_000, "neocloud");
        assertThat(Headline.summaryRest(news().get(1))).contains("49 % sold at 48 % below FMV, 510 left.");
        event(1, "scrap", null, 1, 500);
        assertThat(Headline.summaryLead(news().get(1), 40)).isEqualTo("The run is over: 1 of 40 borrowers defaulted. No default"
                + " caused another.");
        assertThat(Headline.summaryRest(news().get(1))).isEqualTo("1,000 GPUs were seized: 49 % sold at 48 % below FMV, 50 %"
                + " scrapped, 10 left. Lenders lost USD 300 m.");
        event(1, "default", "payment", 2, 0);
        assertThat(Headline.summaryLead(news().get(1), 40)).endsWith("2 of 40 borrowers defaulted, 1 only because others did.");
    }

    @Test
    void quietWeeksAfterDefaultsAreNotCalledCalm() {
        weeks(1, "calm", 0.05);
        event(0, "default", "payment", 1, 8);
        weeks(15, "calm", 0.05);
        List<News> news = news();
        Headline.Today empty = new Headline.Today(1, 0, 0, 108, 0, 0);
        assertThat(Headline.of(news).lead(news.get(15), news.get(15), empty)).isEqualTo("1 borrower defaulted so far; the others"
                + " pay, and nothing is for sale.");
    }

    @Test
    void theBarOfWeeksKnowsPeakYearsAndDefaults() {
        weeks(60, "calm", 0.05);
        event(3, "default", "payment", 1, 1000);
        event(3, "default", "payment", 2, 1000);
        History history = History.of(weeks, news());
        assertThat(history.defaults().get(3)).isEqualTo(1);
        assertThat(history.induced().get(3)).isEqualTo(1);
        assertThat(history.peakWeek()).isZero();
        assertThat(new History(List.of(0L, 7L, 9L, 9L, 1L), List.of(), List.of(), START).peakWeek()).isEqualTo(2);
        assertThat(history.yearWeeks(120)).containsExactly(52, 104);
        assertThat(history.yearOf(52)).isEqualTo(2027);
    }

    @Test
    void whatWasMissedIsToldAfterwards() {
        weeks(3, "squeeze", 0.1);
        event(0, "lender_must_sell", null, -1, 0);
        event(0, "seizure", null, 0, 8);
        event(2, "seizure", null, 1, 60_000);
        weeks(6, "squeeze", 0.1);
        assertThat(Headline.of(news().subList(0, 6)).story()).isEqualTo(Headline.Story.LENDERS_FORCED);
        assertThat(Headline.of(news())).extracting(Headline::week, Headline::story).containsExactly(2, Headline.Story.SEIZURE);
    }

    @Test
    void moreMachinesMatterMore() {
        weeks(2, "squeeze", 0.1);
        event(0, "seizure", null, 1, 100);
        event(1, "seizure", null, 1, 60_000);
        assertThat(Headline.of(news().get(1)).weight()).isGreaterThan(Headline.of(news().get(0)).weight() + 10);
        assertThat(Headline.of(news()).week()).isEqualTo(1);
    }

    @Test
    void everyStoryIsASentence() {
        weeks(1, "easing", 0.1);
        event(0, "breach", null, 1, 0);
        event(0, "scrap", null, 1, 10);
        List<News> news = news();
        for (Headline.Story story : Headline.Story.values()) {
            Headline headline = new Headline(0, story, 1);
            for (int shelf = 0; shelf < 3; shelf++) {
                Headline.Today today = new Headline.Today(Double.NaN, shelf, 0, 0, shelf, shelf / 2);
                assertThat(headline.lead(news.get(0), news.get(0),
                        today)).as(story.name()).matches("[0-9A-Z].*\\.").doesNotContain("NaN", "null");
                assertThat(headline.consequence(news.get(0), news.get(0), today)).as(story.name()).matches("([0-9A-Z].*\\.)?")
                        .doesNotContain("NaN", "null");
            }
        }
    }

    @Test
    void flightsAreOfTheLastWeeksByTaker() {
        sale(3, 100, 5000, 10_000, "neocloud");
        sale(9, 8, 5000, 10_000, "neocloud");
        sale(9, 16, 6000, 10_000, "neocloud");
        sale(9, 4, 500, 10_000, "scrap");
        List<Flights.Flight> flights = Flights.of(sales, 9);
        assertThat(flights).extracting(Flights.Flight::gpus).as("largest last").containsExactly(4L, 24L);
        Flights.Flight bought = flights.get(1);
        assertThat(FlightPainter.one("neocloud")).isEqualTo("a neocloud");
        assertThat(FlightPainter.one("enterprise-user")).isEqualTo("an enterprise user");
        assertThat(bought.usd()).isEqualTo(8 * 5000 + 16 * 6000);
        assertThat(bought.way(9)).isBetween(0.1, 0.5);
        assertThat(bought.way(12)).isEqualTo(1);
        assertThat(bought.strength(9)).isEqualTo(1);
        assertThat(bought.strength(9 + Flights.WEEKS)).isEqualTo(0);
        for (int i = 0; i < 200; i++) {
            sale(9, i, 500, 10_000, "buyer-" + i);
        }
        assertThat(Flights.of(sales, 9)).hasSize(Flights.MOST);
        assertThat(Flights.of(sales, 40)).isEmpty();
    }
}
