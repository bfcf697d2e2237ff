package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.credit.Borrower;
import firesale.credit.OwnBook;
import firesale.credit.SeizedFleet;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderFamily;
import firesale.kernel.table.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs with books of a user's own. */
class OwnBookTest {

    /** Defaults, waivers and repossession are drawn often, and nobody's fate depends on another's. */
    private static final String[] DRAWS = {"feedbacks=[]", "credit.borrowers.exogenousDefaultPerYear=0.7",
            "credit.covenant.dscr=3",
        "credit.covenant.waiverCalm=0.8", "credit.vehicles.project-finance.count=1"};

    @TempDir
    Path folder;

    private static FireSale run(long seed, String... settings) {
        FireSale run = new FireSale(Scenario.of(Bound.parameters(settings)), seed, EnumSet.of(Recording.SALES, Recording.EVENTS));
        run.start();
        while (run.schedule.step(run)) {
            continue;
        }
        run.finish();
        return run;
    }

    /** What is drawn for each borrower, by its place: when and why it defaulted and how long repossession took. */
    private static Map<String, String> fates(FireSale run, String... names) {
        Map<String, String> fates = new TreeMap<>();
        List<Borrower> borrowers = run.credit().borrowers();
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            String seized = run.credit().fleets().stream().filter(fleet -> fleet.borrower() == borrower)
                    .map(fleet -> String.valueOf(fleet.seizedWeek())).collect(Collectors.joining(" "));
            fates.put(i < names.length ? names[i] : "vehicle",
                    borrower.defaultCause() + " " + borrower.defaultWeek() + " " + seized);
        }
        return fates;
    }

    @Test
    void aRowMoreShiftsNobodyElsesDraws() throws IOException {
        OwnBook book = new OwnBook(folder);
        int defaults = 0;
        int renamedDiffers = 0;
        for (int seed = 0; seed < 20; seed++) {
            book.write("borrowers.csv", OwnBook.BORROWERS).write("loans.csv", OwnBook.LOANS);
            Map<String, String> two = fates(run(seed, book.settings(DRAWS)), "alpha", "beta");
            book.write("borrowers.csv", OwnBook.BORROWERS + "aaa,100,0.5,,,,,,,,,,,,,,,\n")
                    .write("loans.csv", OwnBook.LOANS + "aaa,bank,H100-PCIe-air,80,25000,2024-01-05,1000000,0.1,2027-01-05,,,,\n");
            Map<String, String> three = fates(run(seed, book.settings(DRAWS)), "aaa", "alpha", "beta");
            assertThat(three).containsKey("aaa").containsAllEntriesOf(two);
            assertThat(two).containsOnlyKeys("alpha", "beta", "vehicle");
            defaults += two.values().stream().filter(fate -> !fate.startsWith("null")).count();

            book.write("borrowers.csv", OwnBook.BORROWERS.replace("beta", "delta")).write("loans.csv",
                    OwnBook.LOANS.replace("beta", "delta"));
            Map<String, String> renamed = fates(run(seed, book.settings(DRAWS)), "alpha", "delta");
            assertThat(renamed.get("alpha")).isEqualTo(two.get("alpha"));
            renamedDiffers += renamed.get("delta").equals(two.get("beta")) ? 0 : 1;
        }
        assertThat(defaults).isGreaterThan(20);
        assertThat(renamedDiffers).as("draws go by the name").isGreaterThan(10);
    }

    /** To the last bit, with all loops on: hosts, loans, lenders and customers are put into an order of their own. */
    @Test
    void theOrderOfRowsMeansNothing() throws IOException {
        OwnBook book = new OwnBook(folder);
        String[] settings = book.settings("credit.covenant.dscr=3", "credit.borrowers.exogenousDefaultPerYear=0.5");
        int sales = 0;
        for (int seed = 0; seed < 10; seed++) {
            FireSale before = run(seed, settings);
            book.reverse();
            FireSale after = run(seed, settings);
            for (Column<RunOutcome> column : RunOutcome.columns()) {
                assertThat(column.value().apply(after.outcome())).as(column.name()).isEqualTo(column.value().apply(before.outcome()));
            }
            assertThat(after.outcome().sales()).isEqualTo(before.outcome().sales());
            assertThat(after.outcome().events()).isEqualTo(before.outcome().events());
            sales += before.outcome().sales().size();
        }
        assertThat(sales).isPositive();
    }

    @Test
    void onlyOwnLendersHoldLoansOfDrawnBorrowers() throws IOException {
        OwnBook book = new OwnBook(folder);
        String lenders = List.of(book.settings()).stream().filter(setting -> setting.startsWith("credit.book.lenders")).findFirst().orElseThrow();
        FireSale run = run(1, lenders, "credit.borrowers.exogenousDefaultPerYear=0.5");
        assertThat(run.credit().borrowers()).hasSize(40);
        assertThat(run.credit().lenders()).hasSize(2);
        assertThat(run.outcome().sales()).isNotEmpty().allSatisfy(sale -> assertThat(sale.lenderType()).isIn("bank", "fund"));
    }

    /** Random books under random settings; money, coins and machines are audited in each week. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nothingIsCreatedOrLost(int part) throws IOException {
        OwnBook book = new OwnBook(folder);
        Random random = new Random(700 + part);
        int defaults = 0;
        int sales = 0;
        int drawn = 0;
        int customers = 0;
        for (int i = 0; i < 40; i++) {
            write(book, random);
            List<String> settings = ConservationTest.settings(random);
            settings.add("credit.loan.floatingShare=" + random.nextInt(2) * random.nextDouble());
            settings.add("credit.draws.share=" + random.nextInt(2) * random.nextDouble());
            settings.add("credit.vehicles.sponsored-vehicle.count=" + random.nextInt(2));
            FireSale run = new FireSale(Scenario.of(Bound.parameters(book.settings(settings.toArray(new String[0])))),
                    random.nextLong(), EnumSet.of(Recording.SALES));
            run.start();
            long[] limits = new long[run.credit().lenders().size()];
            for (Borrower borrower : run.credit().borrowers()) {
                if (borrower.revolver() != null) {
                    limits[borrower.revolver().lender().id()] += borrower.revolver().balance() + borrower.revolver().room();
                    drawn += borrower.revolver().balance() > 0 ? 1 : 0;
                }
            }
            while (run.schedule.step(run)) {
                continue;
            }
            run.finish();
            RunOutcome outcome = run.outcome();
            try {
                ConservationTest.machinesAreInOnePlaceEach(run);
                ConservationTest.powerIsInOnePlaceEach(run, run.outcome().placement());
                ConservationTest.salesAddUp(run, outcome);
                ConservationTest.buyersAddUp(run);
                lendersAddUp(run, limits);
            } catch (AssertionError e) {
                throw new AssertionError("part " + part + ", book " + i + ": " + e.getMessage() + "\n"
                        + String.join("\n", settings), e);
            }
            defaults += outcome.defaults() > 0 ? 1 : 0;
            sales += outcome.gpusSold() > 0 ? 1 : 0;
            customers += run.credit().openingBook().circleUsdPerYear() > 0 ? 1 : 0;
        }
        assertThat(List.of(defaults, sales, drawn, customers)).allMatch(count -> count >= 3);
    }

    /**
     * A lender loses at most what its fleets' loans and its revolving lines leave open; but for machines that it came to own by
     * credit bid, and for what banks bear of private credit's losses.
     */
    private static void lendersAddUp(FireSale run, long[] limits) {
        for (Lender lender : run.credit().lenders()) {
            long owed = limits[lender.id()];
            long gained = 0;
            for (SeizedFleet fleet : run.credit().fleets()) {
                if (fleet.lender() == lender) {
                    ConservationTest.lossIsWithinBounds(fleet);
                    owed += fleet.isOwned() ? fleet.loanAtDefault() - fleet.netProceeds() : fleet.claim();
                    gained += fleet.isOwned() ? Math.max(0, fleet.netProceeds() + fleet.claim() - fleet.loanAtDefault()) : 0;
                }
            }
            owed += lender.type().family() == LenderFamily.BANK ? run.credit().lenderSystem().passedToBanks() : 0;
            assertThat(lender.losses()).isBetween(-gained, owed);
            assertThat(lender.cash().balance()).isNotNegative();
        }
        for (Borrower borrower : run.credit().borrowers()) {
            assertThat(borrower.defaulted() && borrower.cash().balance() > 0).as("an estate is distributed").isFalse();
            assertThat(borrower.defaulted() && borrower.line() != null
                    && borrower.line().balance() + borrower.line().pledged().balance() > 0).as("a pledge is sold").isFalse();
        }
    }

    private static void write(OwnBook book, Random random) throws IOException {
        LocalDate start = LocalDate.of(2026, 1, 5);
        String[] families = {"bank", "private-credit", "vendor", "asset-backed"};
        int lenders = 1 + random.nextInt(4);
        StringBuilder text = new StringBuilder("name,family,gpu_loan_share,capital_ratio,minimum_ratio,discount_rate,withdrawn_per_year,liquid_share\n");
        for (int l = 0; l < lenders; l++) {
            text.append(row("lender-" + l, families[random.nextInt(4)], 0.01 + 0.99 * random.nextDouble(),
                    0.5 * random.nextDouble(),
                    0.3 * random.nextDouble(), 0.2 * random.nextDouble(), random.nextInt(2) * random.nextDouble(),
                    0.2 * random.nextDouble()));
        }
        book.write("lenders.csv", text.toString());
        StringBuilder borrowers = new StringBuilder(OwnBook.BORROWERS.lines().findFirst().orElseThrow() + "\n");
        StringBuilder loans = new StringBuilder(OwnBook.LOANS.lines().findFirst().orElseThrow() + "\n");
        String[] machines = {"A100-SXM-HGX-air", "H100-SXM-HGX-air", "H100-SXM-HGX-liquid", "B200-SXM-HGX-air"};
        for (int b = 1 + random.nextInt(6); b > 0; b--) {
            double limit = random.nextInt(2) * 5e6 * random.nextDouble();
            boolean line = random.nextBoolean();
            borrowers.append(row("host-" + b, 2e7 * random.nextDouble() * random.nextDouble(), random.nextDouble(),
                    500 * random.nextDouble(), 100 * random.nextDouble(), 4e7 * random.nextDouble(), 0.05 * random.nextDouble(),
                    start.plusDays(1 + random.nextInt(900)),
                    random.nextInt(2) * 2e7 * random.nextDouble(), 0.1, start.plusDays(1 + random.nextInt(900)),
                    limit, limit * random.nextDouble(), "lender-" + random.nextInt(lenders),
                    line ? 1e6 + 5e6 * random.nextDouble() : 0, line ? 20 + 60 * random.nextDouble() : 0,
                    random.nextInt(2) * 5e6 * random.nextDouble(), random.nextDouble()));
            for (int k = 1 + random.nextInt(3); k > 0; k--) {
                loans.append(row("host-" + b, "lender-" + random.nextInt(lenders), machines[random.nextInt(4)],
                        8 * (1 + random.nextInt(400)),
                        15_000 + 25_000 * random.nextDouble(), start.minusDays(random.nextInt(1500)),
                        random.nextInt(5) == 0 ? 0 : 4e7 * random.nextDouble(), 0.15 * random.nextDouble(),
                        start.plusDays(1 + random.nextInt(1800)), random.nextDouble(), 4 * random.nextDouble(),
                        start.plusDays(1 + random.nextInt(1000)), random.nextBoolean() ? "" : "customer-" + random.nextInt(3)));
            }
        }
        book.write("borrowers.csv", borrowers.toString()).write("loans.csv", loans.toString());
    }

    /** A row of CSV; amounts with cents, smaller numbers with six places. */
    private static String row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell instanceof Double number ? String.format(Locale.ROOT, number > 10_000 ? "%.2f" : "%.6f", number)
                    : cell.toString());
        }
        return String.join(",", texts) + "\n";
    }
}
