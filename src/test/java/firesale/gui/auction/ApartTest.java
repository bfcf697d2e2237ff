package firesale.gui.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApartTest {

    @Test
    void labelsThatHaveRoomStayWhereTheyAre() {
        assertThat(Apart.places(new double[] {90, 20, 50}, 14, 0, 100)).containsExactly(90, 20, 50);
    }

    @Test
    void twoThatMeetAreEachPushedHalfTheWay() {
        assertThat(Apart.places(new double[] {50, 52}, 14, 0, 100)).containsExactly(44, 58);
    }

    @Test
    void labelsAtTheEdgeArePushedInwards() {
        assertThat(Apart.places(new double[] {99, 98, 97}, 10, 0, 100)).containsExactly(100, 90, 80);
        assertThat(Apart.places(new double[] {-40, 2}, 10, 0, 100)).containsExactly(0, 10);
    }

    @Test
    void noLabelsHaveNoPlaces() {
        assertThat(Apart.places(new double[0], 14, 0, 100)).isEmpty();
    }

    @Test
    void neverOverlapNeverChangeOrderNeverLeaveTheRoom() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2000; trial++) {
            double[] wanted = random.doubles(1 + random.nextInt(6), -20, 220).toArray();
            double[] places = Apart.places(wanted, 14, 0, 200);
            double[] sorted = places.clone();
            Arrays.sort(sorted);
            assertThat(sorted[0]).isGreaterThan(-1e-9);
            assertThat(sorted[sorted.length - 1]).isLessThan(200 + 1e-9);
            for (int i = 1; i < sorted.length; i++) {
                assertThat(sorted[i] - sorted[i - 1]).isGreaterThan(14 - 1e-9);
            }
            for (int i = 0; i < wanted.length; i++) {
                for (int j = 0; j < wanted.length; j++) {
                    if (wanted[i] < wanted[j]) {
                        assertThat(places[i]).isLessThan(places[j]);
                    }
                }
            }
        }
    }

    @Test
    void theMiddleOfACrowdStays() {
        double[] places = Apart.places(new double[] {100, 101, 99, 100.5}, 14, 0, 200);
        assertThat(Arrays.stream(places).average().orElseThrow()).isCloseTo(100.125, within(1e-9));
    }
}
