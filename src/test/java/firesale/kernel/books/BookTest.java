package firesale.kernel.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {

    /** Balances kept apart by the test, and what must be refused is refused and changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomTransfersLoseNothing(long seed) {
        Random random = new Random(seed);
        Book book = new Book("cents");
        List<Account> accounts = new ArrayList<>();
        long[] expected = new long[12];
        for (int i = 0; i < expected.length; i++) {
            accounts.add(i < 2 ? book.openOutside("outside " + i) : book.open("inside " + i));
        }
        int refused = 0;
        for (int step = 0; step < 20_000; step++) {
            int from = random.nextInt(expected.length);
            int to = random.nextInt(expected.length);
            long amount = (long) (random.nextDouble() * random.nextDouble() * 1e12);
            if (from >= 2 && expected[from] < amount) {
                refused++;
                assertThatThrownBy(() -> book.transfer(accounts.get(from), accounts.get(to), amount))
                        .isInstanceOf(ConservationException.class).hasMessageContaining("inside " + from);
            } else {
                book.transfer(accounts.get(from), accounts.get(to), amount);
                expected[from] -= amount;
                expected[to] += amount;
            }
            if (step % 500 == 0) {
                book.audit();
            }
        }
        assertThat(refused).isPositive();
        long sum = 0;
        for (int i = 0; i < expected.length; i++) {
            assertThat(accounts.get(i).balance()).isEqualTo(expected[i]);
            assertThat(i < 2 || expected[i] >= 0).isTrue();
            sum += expected[i];
        }
        assertThat(sum).isZero();
    }

    @Test
    void refusesNegativeAmountsAndForeignAccounts() {
        Book book = new Book("cents");
        Book other = new Book("satoshi");
        Account here = book.openOutside("here");
        Account there = book.open("there");
        Account foreign = other.openOutside("foreign");
        assertThatThrownBy(() -> book.transfer(here, there, -1)).isInstanceOf(ConservationException.class);
        assertThatThrownBy(() -> book.transfer(here, foreign, 1)).isInstanceOf(ConservationException.class);
        assertThatThrownBy(() -> book.transfer(foreign, here, 1)).isInstanceOf(ConservationException.class);
        assertThat(here.balance()).isZero();
        assertThat(foreign.balance()).isZero();
    }

    @Test
    void theLastUnitCanBePaidButNotOneMore() {
        Book book = new Book("GPUs");
        Account makers = book.openOutside("makers");
        Account fleet = book.open("fleet");
        book.transfer(makers, fleet, 7);
        assertThatThrownBy(() -> book.transfer(fleet, makers, 8)).isInstanceOf(ConservationException.class);
        book.transfer(fleet, makers, 7);
        assertThat(fleet.balance()).isZero();
        book.audit();
    }

    @Test
    void anAmountThatDoesNotFitIsRefused() {
        Book book = new Book("cents");
        Account from = book.openOutside("from");
        Account to = book.open("to");
        book.transfer(from, to, Long.MAX_VALUE - 5);
        assertThatThrownBy(() -> book.transfer(book.openOutside("third"), to, 10)).isInstanceOf(ArithmeticException.class);
        assertThat(to.balance()).isEqualTo(Long.MAX_VALUE - 5);
    }
}
