package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.Exposure.Kind;
import firesale.credit.contracts.Claim;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderFamily;
import firesale.kernel.books.Cents;
import firesale.kernel.table.Column;
import firesale.model.Bound;
import firesale.model.FireSale;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import firesale.repo.Dealer;
import firesale.repo.RepoDebt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who owes whom adds up to what is on the books, and looking changes nothing. */
class ExposuresTest {

    private static final String[] ALL_DEBTS = {"credit.highYield.share=0.5", "credit.revolver.share=0.5",
            "credit.assignment.share=0.5",
        "credit.draws.share=1", "credit.coinLine.share=1", "credit.circle.share=0.5", "credit.vehicles.sponsored-vehicle.count=2",
        "credit.vehicles.project-finance.count=1", "credit.bankShareOfFunding=0.5", "credit.covenant.appraisal=mark-to-auction",
        "market.squeeze.startWeek=10", "repo.capacityUsd=1e9"};

    private static FireSale begun(String... settings) {
        FireSale run = FireSale.watched(Scenario.of(Bound.parameters(settings)), 1);
        run.start();
        return run;
    }

    private static long sum(List<Exposure> exposures, Predicate<Exposure> which) {
        return exposures.stream().filter(which).mapToLong(Exposure::cents).sum();
    }

    private static Predicate<Exposure> of(Kind kind) {
        return exposure -> exposure.kind() == kind;
    }

    private static Predicate<Exposure> owedBy(Borrower borrower) {
        return exposure -> exposure.debtor().equals(Party.borrower(borrower.id()));
    }

    @Test
    void addsUpInEveryWeek() {
        FireSale run = begun(ALL_DEBTS);
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        while (run.schedule.step(run) && run.week() < 120) {
            List<Exposure> exposures = run.credit().exposures(run.week());
            Set<List<Object>> pairs = new HashSet<>();
            long loans = 0;
            for (Exposure exposure : exposures) {
                seen.add(exposure.kind());
                assertThat(exposure.cents()).isPositive();
                if (exposure.kind() != Kind.CONVERTIBLE_NOTE && exposure.kind() != Kind.HIGH_YIELD_NOTE) {
                    assertThat(pairs.add(List.of(exposure.kind(), exposure.debtor(), exposure.creditor()))).as("twice: "
                            + exposure).isTrue();
                }
            }
            for (Borrower borrower : run.credit().borrowers()) {
                loans += borrower.defaulted() ? 0 : borrower.loanBalance();
                long unsecured = borrower.claims().stream().mapToLong(Claim::balance).sum();
                assertThat(sum(exposures,
                        owedBy(borrower).and(of(Kind.TERM_LOAN).or(of(Kind.CLAIM)).or(of(Kind.LEASE)).negate())))
                        .isEqualTo(unsecured);
            }
            assertThat(sum(exposures, of(Kind.TERM_LOAN))).isEqualTo(loans);
            for (Dealer dealer : run.repo().dealers()) {
                assertThat(run.repo().debts().stream().filter(d -> d.dealer() == dealer.id()).mapToLong(RepoDebt::cents).sum())
                        .isEqualTo(dealer.lent());
            }
        }
        assertThat(seen).as("kinds of debt in the run").containsAll(EnumSet.complementOf(EnumSet.of(Kind.LEASE_DAMAGES)));
    }

    /** The loans of who defaults are claims from then on, until the estate is closed. */
    @Test
    void loansBecomeClaims() {
        FireSale run = begun("market.squeeze.startWeek=10", "credit.covenant.repossessionWeeksLow=4");
        int defaults = 0;
        int closed = 0;
        while (run.schedule.step(run)) {
            List<Exposure> exposures = run.credit().exposures(run.week());
            for (Borrower borrower : run.credit().borrowers()) {
                long claims = sum(exposures, owedBy(borrower).and(of(Kind.CLAIM)));
                if (!borrower.defaulted()) {
                    assertThat(claims).isZero();
                    continue;
                }
                assertThat(sum(exposures, owedBy(borrower).and(of(Kind.TERM_LOAN)))).isZero();
                if (borrower.defaultWeek() == run.week()) {
                    defaults++;
                    assertThat(claims).isEqualTo(borrower.loanBalance());
                }
                if (!run.credit().isBeingWoundUp(borrower)) {
                    closed++;
                    assertThat(sum(exposures, owedBy(borrower))).isZero();
                }
            }
        }
        assertThat(defaults).isPositive();
        assertThat(closed).isPositive();
    }

    @Test
    void rejectedLeaseBecomesDamages() {
        FireSale run = begun("credit.vehicles.sponsored-vehicle.count=20", "market.squeeze.startWeek=10",
                "credit.vehicles.sponsored-vehicle.gpus=800");
        long damages = 0;
        while (run.schedule.step(run)) {
            List<Exposure> exposures = run.credit().exposures(run.week());
            damages += sum(exposures, of(Kind.LEASE_DAMAGES));
            for (Exposure exposure : exposures) {
                if (exposure.kind() == Kind.LEASE || exposure.kind() == Kind.LEASE_DAMAGES) {
                    Borrower lessee = run.credit().borrowers().get(exposure.debtor().number());
                    assertThat(lessee.defaulted()).isEqualTo(exposure.kind() == Kind.LEASE_DAMAGES);
                    assertThat(run.credit().borrowers().get(exposure.creditor().number()).vehicle()).isNotNull();
                }
            }
        }
        assertThat(damages).isPositive();
    }

    /** Banks hold their share of what private credit owes: its assets less its capital. */
    @Test
    void whatBanksHoldOfPrivateCredit() {
        FireSale run = begun("credit.bankShareOfFunding=0.6", "market.squeeze.startWeek=none", "market.squeeze.hazardPerYear=0");
        run.schedule.step(run);
        double funding = 0;
        for (Lender lender : run.credit().lenders()) {
            funding += lender.type().family() == LenderFamily.PRIVATE_CREDIT
                    ? lender.assetsAtStart() - lender.capitalAtStart() : 0;
        }
        assertThat((double) sum(run.credit().exposures(0), of(Kind.BANK_FUNDING))).isCloseTo(0.6 * funding, within(10.0));
    }

    @Test
    void repudiatedRentIsOwedNoMore() {
        FireSale run = begun("credit.circle.share=1", "market.squeeze.startWeek=10");
        int repudiated = 0;
        while (run.schedule.step(run) && run.week() < 60) {
            List<Exposure> exposures = run.credit().exposures(run.week());
            List<CircleCustomer> customers = run.credit().customers();
            for (int c = 0; c < customers.size(); c++) {
                int number = c;
                long rent = sum(exposures, e -> e.debtor().equals(new Party(Party.Role.CUSTOMER, number)));
                assertThat(rent == 0).as("customer %d in week %d", c, run.week()).isEqualTo(customers.get(c).hasRepudiated());
                repudiated += customers.get(c).hasRepudiated() ? 1 : 0;
            }
        }
        assertThat(repudiated).isPositive();
    }

    /** Cost less a straight line over six years, by the rule in force; after the first test the quarter's cover is kept. */
    @Test
    void loanToValueAndCover() {
        FireSale run = begun();
        run.schedule.step(run);
        Borrower borrower = run.credit().borrowers().get(0);
        double value = 0;
        for (Cohort cohort : borrower.cohorts()) {
            value += cohort.gpus().balance() * cohort.costUsdPerGpu() * (1 - cohort.ageYears(0) / 6);
        }
        assertThat(run.credit().ltv(borrower, 0)).isCloseTo(Cents.toUsd(borrower.loanBalance()) / value, within(1e-12));
        assertThat(borrower.lastTestedDscr()).isNaN();
        double before = 0;
        while (run.week() < 11) {
            run.schedule.step(run);
            before = borrower.quarterDscr();
        }
        run.schedule.step(run);
        assertThat(borrower.lastTestedDscr()).isCloseTo(before, within(0.2)).isNotEqualTo(before);
        assertThat(borrower.quarterDscr()).as("a new quarter").isInfinite();
    }

    @Test
    void lookingChangesNothing() {
        Scenario scenario = Scenario.of(Bound.parameters(ALL_DEBTS));
        FireSale watched = FireSale.watched(scenario, 1);
        watched.start();
        double looked = 0;
        while (watched.schedule.step(watched)) {
            looked += watched.credit().exposures(watched.week()).size() + watched.repo().debts().size();
            for (Borrower borrower : watched.credit().borrowers()) {
                looked += watched.credit().ltv(borrower, watched.week()) + watched.credit().ltvAtFmv(borrower, watched.week());
            }
        }
        watched.finish();
        assertThat(looked).isPositive();
        assertThat(row(watched.outcome())).isEqualTo(row(FireSale.simulate(scenario, 1, EnumSet.noneOf(Recording.class))));
    }

    private static List<String> row(RunOutcome outcome) {
        List<String> texts = new ArrayList<>();
        for (Column<RunOutcome> column : RunOutcome.columns()) {
            texts.add(column.name() + " " + column.value().apply(outcome));
        }
        return texts;
    }
}
