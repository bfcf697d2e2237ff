package firesale.repo;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.buyers.Placement;
import firesale.kernel.books.Account;
import firesale.kernel.books.OutsideWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what is paid on a loan is shared and what it is paid from, with two dealers of whom one has failed. */
class RepoTest {

    private final OutsideWorld outside = new OutsideWorld();

    private Dealer dealer(int id, double capitalRatio) {
        return new Dealer(id, outside.money().open("dealer " + id), 10_000, capitalRatio, outside);
    }

    private Repo repo(Account account, long... owed) {
        return new Repo(new Placement(null, null, 0, 1), account, owed, 0, 4);
    }

    /** Nobody rolls what a failed dealer is owed: of 50 cents it gets its 40 before the other gets 10. */
    @Test
    void whoHasFailedIsRepaidFirst() {
        Account account = outside.money().open("pledge");
        Dealer sound = dealer(0, 1);
        Dealer failed = dealer(1, 0);
        failed.lend(account, 1, outside);
        failed.lose(1);
        assertThat(failed.hasFailed()).isTrue();
        List<Dealer> dealers = List.of(sound, failed);
        assertThat(repo(account, 60, 40).partsOf(50, dealers)).containsExactly(10, 40);
        assertThat(repo(account, 60, 40).partsOf(30, dealers)).containsExactly(0, 30);
        assertThat(repo(account, 60, 40).partsOf(100, dealers)).containsExactly(60, 40);
        assertThat(repo(account, 60, 40).partsOf(50, List.of(sound, dealer(2, 1)))).containsExactly(30, 20);
    }

    /** Payments come out of earnings first: what was kept of the loan stays the buyer's. */
    @Test
    void earningsAreSpentBeforeWhatWasKept() {
        Account account = outside.money().open("pledge");
        Repo repo = repo(account, 60, 40);
        outside.money().transfer(outside.customers(), account, 20);
        outside.money().transfer(outside.customers(), account, repo.earn(0.108));
        assertThat(account.balance()).isEqualTo(30);
        assertThat(repo.earnedLeft()).isEqualTo(10);
        repo.pays(4);
        assertThat(repo.earnedLeft()).isEqualTo(6);
        repo.pays(11);
        assertThat(repo.earnedLeft()).isZero();
        assertThat(repo.earn(0.003)).as("parts of a cent are not lost").isEqualTo(1);
        assertThat(repo.earnedLeft()).isEqualTo(1);
    }
}
