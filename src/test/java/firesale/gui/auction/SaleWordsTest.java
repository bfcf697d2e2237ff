package firesale.gui.auction;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.model.AuctionWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaleWordsTest {

    @Test
    void whatIsOnOffer() {
        assertThat(SaleWords.offer(Sales.of(Sales.clearing(0, 0, 0, 0), 0))).isEqualTo("9,216 x H100 SXM HGX air, 1.5 years old");
    }

    @Test
    void partlySold() {
        assertThat(SaleWords.result(Sales.of(Sales.clearing(1200, 2000, 1200, 5), 1500)))
                .isEqualTo("1,200 of 9,216 sold at USD 8,000 each, 36 % below FMV");
    }

    @Test
    void allSoldForSeveralPrices() {
        SaleOfWeek sale = new SaleOfWeek(Sales.clearing(9216, 20_000, 9216, 5), 7000, 1, 0, "", Sales.BY_LOT, List.of());
        assertThat(SaleWords.result(sale)).isEqualTo("All sold, at most for USD 8,000 each, 36 % below FMV");
    }

    @Test
    void whyNothingWasSold() {
        assertThat(why(0, 0, 0, 0)).isEqualTo("no bidder came");
        assertThat(why(0, 0, 4, 0)).isEqualTo("no bidder has racks for any of them");
        assertThat(why(20_000, 0, 4, 0)).isEqualTo("no bid reaches the reserve of USD 9,000");
        assertThat(why(1200, 0, 4, 0)).isEqualTo(
                "bidders have racks for 1,200 of 9,216, and no bid reaches the reserve of USD 9,000");
        assertThat(why(20_000, 0, 4, 800)).isEqualTo("those who would pay the reserve of USD 9,000 lack the money");
        assertThat(why(20_000, 800, 4, 800)).isEqualTo("bids stay below the reserve of USD 9,000");
    }

    private static String why(long hostable, long payable, long bidders, long wanted) {
        return SaleWords.whyNothing(Sales.of(Sales.clearing(0, hostable, payable, bidders), wanted));
    }

    @Test
    void tooLowBidsAreTold() {
        SaleOfWeek sale = new SaleOfWeek(Sales.clearing(0, 20_000, 0, 4), 7000, 1, 0, "", Sales.ONE_PRICE, List.of(
                Sales.point(0, 9000, 9000, 0), Sales.point(5900, 300, 300, 0), Sales.point(9000, 0, 0, 9216)));
        assertThat(SaleWords.whyNothing(sale)).isEqualTo("no bid reaches the reserve of USD 9,000; highest bid USD 5,900");
    }

    @Test
    void longTextsBreakBetweenWords() {
        assertThat(SaleWords.wrapped("no bid reaches the reserve", String::length, 14)).containsExactly("no bid reaches",
                "the reserve");
        assertThat(SaleWords.wrapped("highest bid USD 9,000", String::length, 15)).containsExactly("highest bid", "USD 9,000");
        assertThat(SaleWords.wrapped("none", String::length, 2)).containsExactly("none");
    }

    @Test
    void textBesideTheMarkerCrossesNoLine() {
        assertThat(SaleLayer.base(180, 130, 180, 130)).as("between").isEqualTo(159);
        assertThat(SaleLayer.base(150, 144, 150, 144)).as("above both").isEqualTo(139);
        assertThat(SaleLayer.base(150, 144, 150, 144, 134)).as("below both").isEqualTo(164);
    }

    @Test
    void lotsAreTakenWhole() {
        SaleOfWeek sale = new SaleOfWeek(Sales.clearing(0, 20_000, 300, 4), 7000, 1, 0, "", Sales.BY_LOT, List.of());
        assertThat(SaleWords.whyNothing(sale)).isEqualTo("bidders want 300 at the reserve of USD 9,000, no whole lot");
        assertThat(SaleWords.axis(sale)).isEqualTo("GPUs that bidders would take; sold lot by lot: english");
    }

    @Test
    void floorsAreNamed() {
        SaleOfWeek sale = new SaleOfWeek(Sales.clearing(0, 20_000, 0, 4), 7000, 1, 9216, "authority", Sales.ONE_PRICE, List.of());
        assertThat(SaleWords.result(sale)).isEqualTo(
                "Nothing sold to buyers; 9,216 to the authority floor: no bid reaches the reserve of USD 9,000");
    }

    @Test
    void aPriceAboveFmvIsSaidToBeSo() {
        SaleOfWeek sale = Sales.of(Sales.clearing(100, 200, 100, 1), 100);
        SaleOfWeek dear = new SaleOfWeek(new AuctionWeek(1, "calm", "A", 1, 1, 1, 100, 100, 100, 100, 1, 110, 50, 100,
                100, 1), 80, 1, 0, "", Sales.ONE_PRICE, List.of());
        assertThat(SaleWords.gap(sale)).isEqualTo("36 % below FMV");
        assertThat(SaleWords.gap(dear)).isEqualTo("10 % above FMV");
    }
}
