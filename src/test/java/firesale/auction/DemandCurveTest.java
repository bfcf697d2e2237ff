package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandCurveTest {

    private static void fill(BidBook bids, Random random, long most) {
        bids.clear();
        for (int b = random.nextInt(7); b > 0; b--) {
            bids.addBidder(random.nextInt(3) > 0 ? BidBook.UNLIMITED : random.nextInt(600), 0);
            long value = random.nextInt(60);
            long left = most;
            for (int s = random.nextInt(4); s > 0; s--) {
                long units = Math.min(left, random.nextInt(9));
                bids.addStep(value, random.nextInt(8), units);
                left -= units;
                value -= random.nextInt((int) value + 1);
            }
        }
    }

    /** One book with bids for any quantity gives the price of a book that was entered for just one, in which nobody bids for more. */
    @Test
    void oneBookServesAllQuantities() {
        DemandCurve curve = new DemandCurve();
        BidBook entered = new BidBook();
        MarginalPrice marginal = new MarginalPrice();
        int mattered = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            fill(curve.book(), new Random(seed), Long.MAX_VALUE);
            long last = Long.MAX_VALUE;
            for (long units = 1; units < 14; units++) {
                fill(entered, new Random(seed), units);
                long floor = seed % 20;
                long price = curve.price(units, floor);
                assertThat(price).isEqualTo(Math.max(floor, marginal.of(entered, units, floor))).isLessThanOrEqualTo(last);
                mattered += price != Math.max(floor, marginal.of(curve.book(), units, floor)) ? 1 : 0;
                last = price;
            }
        }
        assertThat(mattered).as("a buyer who could take all would pay itself").isGreaterThan(1_000);
    }

    /** The largest quantity at a price, found by trying all. */
    @Test
    void theLargestQuantityAtAPrice() {
        DemandCurve curve = new DemandCurve();
        int some = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            fill(curve.book(), new Random(seed), Long.MAX_VALUE);
            for (long price = 1; price < 40; price += 6) {
                long largest = 0;
                while (curve.price(largest + 1, 0) >= price) {
                    largest++;
                }
                assertThat(curve.units(price)).isEqualTo(largest);
                some += largest > 0 ? 1 : 0;
            }
        }
        assertThat(some).isGreaterThan(5_000);
    }

    /** By hand: three units at 9 and 4 at 8; the first takes more than is sold, so that it is the second's 8 that counts. */
    @Test
    void oneBidderDoesNotMakeItsOwnPrice() {
        DemandCurve curve = new DemandCurve();
        curve.book().addBidder(BidBook.UNLIMITED, 0);
        curve.book().addStep(9, 0, 3);
        curve.book().addBidder(BidBook.UNLIMITED, 0);
        curve.book().addStep(8, 0, 4);
        assertThat(curve.price(1, 0)).isEqualTo(8);
        assertThat(curve.price(6, 0)).isEqualTo(8);
        assertThat(curve.price(7, 2)).isEqualTo(2);
        assertThat(curve.units(9)).as("one bidder alone").isZero();
        assertThat(curve.units(8)).isEqualTo(6);
    }
}
