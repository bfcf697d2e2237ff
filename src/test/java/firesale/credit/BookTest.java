package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderFamily;
import firesale.credit.lenders.LenderType;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Param;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import firesale.policy.Backstop;
import firesale.world.Feedback;
import firesale.world.Market;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Own books of borrowers, loans and lenders: what is read, what it comes to, what is refused. */
class BookTest {

    private static final Path GUIDE = Path.of("src/site/markdown/own-book.md");

    @TempDir
    Path folder;

    private OwnBook files;

    @BeforeEach
    void write() throws IOException {
        files = new OwnBook(folder);
    }

    private static Book book(String... settings) {
        ModelParameters p = Bound.parameters(settings);
        return Book.of(p.credit(), p.hardware(), p.market());
    }

    private Credit credit(String... more) {
        ModelParameters p = Bound.parameters(files.settings(more));
        OutsideWorld outside = new OutsideWorld();
        Streams streams = new Streams(1);
        List<Custody> custody = new ArrayList<>();
        for (MachineType machine : p.hardware().machines()) {
            custody.add(new Custody(machine));
        }
        Credit credit = new Credit(p.credit(), Book.of(p.credit(), p.hardware(), p.market()), p.hardware(), outside, custody,
                streams,
                new Market(p.market(), EnumSet.noneOf(Feedback.class), streams, 300), EnumSet.noneOf(Feedback.class), null,
                Chronicle.NONE, new Backstop(p.policy(), 0, outside, custody, null, false));
        outside.audit();
        custody.forEach(Custody::audit);
        return credit;
    }

    /** Every amount to the cent, by hand from the rows. Borrowers and lenders stand in the order of their names. */
    @Test
    void theBookIsWhatItsRowsSay() {
        Credit credit = credit();
        assertThat(credit.lenders()).extracting(lender -> lender.type().name()).containsExactly("bank", "fund");
        assertThat(credit.borrowers()).hasSize(2);
        Borrower alpha = credit.borrowers().get(0);
        Borrower beta = credit.borrowers().get(1);

        assertThat(alpha.cash().balance()).isEqualTo(250_000_025);
        assertThat(beta.cash().balance()).isEqualTo(100_000_007);
        assertThat(alpha.coins().balance()).isEqualTo(1_250_000_000);
        assertThat(alpha.line().pledged().balance()).isEqualTo(1_000_000_000);
        assertThat(beta.coins().balance()).isZero();
        assertThat(beta.line()).isNull();
        assertThat(alpha.loanBalance()).isEqualTo(1_200_000_003 + 90_000_000);
        assertThat(beta.loanBalance()).isEqualTo(150_000_099);
        // loans, high-yield note, drawn revolver, coin line, assigned income
        assertThat(alpha.debt()).isEqualTo(1_290_000_003L + 300_000_001 + 75_000_010 + 40_000_000 + 60_000_002);
        assertThat(beta.debt()).isEqualTo(150_000_099L + 500_000_050);
        assertThat(alpha.gpus()).isEqualTo(960);
        // five- and four-digit days: 1096 and 365 before the start for alpha, 549 for beta; six years of book life
        double book = 160 * 20_000 * (1 - 1096 / 365.25 / 6) + 800 * 30_000 * (1 - 365 / 365.25 / 6)
                + 80 * 30_000 * (1 - 549 / 365.25 / 6);
        assertThat(credit.leverage(0)).isCloseTo((17_650_000.16 + 6_500_001.49) / book, within(1e-12));

        // in the order of purchase, the oldest first
        assertThat(alpha.cohorts().get(0).machine().name()).isEqualTo("A100-SXM-HGX-air");
        assertThat(alpha.cohorts().get(1).contractShare()).isEqualTo(0.5);
        assertThat(alpha.cohorts().get(1).contractRentUsdPerHour()).isEqualTo(2.5);
        assertThat(alpha.cohorts().get(1).contractEndWeek()).isEqualTo(52);
        assertThat(alpha.cohorts().get(1).customer()).isZero();
        assertThat(alpha.cohorts().get(0).customer()).isEqualTo(-1);
        assertThat(alpha.minedCoinsPerYear()).isEqualTo(3);
        assertThat(alpha.spotUtilisation()).isEqualTo(0.7);
        assertThat(beta.note().maturityWeek()).isEqualTo(52);
        assertThat(beta.note().coupon()).isEqualTo(0.01);
        assertThat(beta.note().inTheMoney(1.29)).isFalse();
        assertThat(beta.note().inTheMoney(1.3)).isTrue();
        assertThat(alpha.note().balance()).isZero();
        assertThat(alpha.notes().get(1).maturityWeek()).isEqualTo(105);
        assertThat(alpha.revolver().room()).isEqualTo(200_000_000 - 75_000_010);
        // risk-free 3.6 % and spreads of 3.5 and 5 %, a week of interest
        assertThat(alpha.revolver().interestDue()).isEqualTo(Math.round(75_000_010 * 0.071 * 7 / 365.25));
        assertThat(alpha.line().interestDue()).isEqualTo(Math.round(40_000_000 * 0.086 * 7 / 365.25));

        Lender bank = credit.lenders().get(0);
        assertThat(bank.loansAtStart()).isEqualTo(150_000_099 + 90_000_000 + 75_000_010);
        assertThat(bank.assetsAtStart()).isCloseTo(315_000_109 / 0.05, within(1.0));
        assertThat(credit.lenders().get(1).loansAtStart()).isEqualTo(1_200_000_003);
    }

    /** The payment of an annuity, B i / (1 - (1 + i)^-n), pays the loan down to cents in the weeks that are left. */
    @Test
    void aLoanIsPaidInLevelPaymentsFromNowOn() {
        var loan = credit().borrowers().get(1).cohorts().get(0).loan();
        int weeks = 78;
        double i = 0.08 * 7 / 365.25;
        assertThat(loan.weeksLeft()).isEqualTo(weeks);
        double payment = 150_000_099 * i / (1 - Math.pow(1 + i, -weeks));
        for (int week = 0; week < weeks; week++) {
            assertThat((double) loan.interestDue() + loan.principalDue()).isCloseTo(payment, within(1.0));
            loan.reduce(loan.principalDue());
        }
        assertThat(loan.balance()).isBetween(0L, (long) weeks);
    }

    /** Floating loans keep what their rate had over that of drawn loans: 9.1 % at the start, 9 and 8 % here. */
    @Test
    void aFloatingRateKeepsItsDifference() {
        Credit credit = credit("credit.loan.floatingShare=1");
        credit.operate(0);
        assertThat(credit.borrowers().get(0).cohorts().get(1).loan().yearlyRate()).isCloseTo(0.09, within(1e-12));
        assertThat(credit.borrowers().get(1).cohorts().get(0).loan().yearlyRate()).isCloseTo(0.08, within(1e-12));
    }

    /** What is left out has the default of the kinds of lenders, and the same bounds hold. */
    @Test
    void defaultsAndBoundsOfLendersAreThoseOfKinds() throws IOException {
        Map<String, String> defaults = Map.of("withdrawnPerYear", Scalars.text(BookReader.WITHDRAWN_PER_YEAR), "liquidShare",
                Scalars.text(BookReader.LIQUID_SHARE), "family", Scalars.kebab(BookReader.FAMILY));
        int looked = 0;
        for (RecordComponent component : LenderType.class.getRecordComponents()) {
            String name = component.getName();
            Param param = component.getAnnotation(Param.class);
            assertThat(param.def()).as(name).isEqualTo(defaults.getOrDefault(name, ""));
            if (component.getType() != double.class || name.equals("weight")) {
                continue;
            }
            String column = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            for (double[] ends : new double[][] {{param.min(), param.min() - 1e-6}, {param.max(), param.max() + 1e-6}}) {
                files.write("lenders.csv", lenders(column, ends[0]));
                book(files.settings());
                files.write("lenders.csv", lenders(column, ends[1]));
                assertThatThrownBy(() -> book(files.settings())).as(column + " " + ends[1]).isInstanceOf(InputException.class)
                        .hasMessageContaining("lenders.csv:2: " + column + ": expected a number from");
            }
            looked++;
        }
        assertThat(looked).isEqualTo(6);
        files.write("lenders.csv", "name,gpu_loan_share,capital_ratio,minimum_ratio,discount_rate\nfund,1,1,1,1\nbank,1,1,1,1\n");
        assertThat(book(files.settings()).lenders()).allSatisfy(lender -> {
            assertThat(lender.family()).isEqualTo(LenderFamily.PRIVATE_CREDIT);
            assertThat(lender.weight()).isEqualTo(1);
            assertThat(lender.withdrawnPerYear()).isZero();
            assertThat(lender.liquidShare()).isEqualTo(0.1);
        });
    }

    private static String lenders(String column, double value) {
        StringBuilder header = new StringBuilder("name");
        StringBuilder first = new StringBuilder("bank");
        StringBuilder second = new StringBuilder("fund");
        for (String each : List.of("gpu_loan_share", "capital_ratio", "minimum_ratio", "discount_rate", "withdrawn_per_year",
                "liquid_share")) {
            header.append(',').append(each);
            first.append(',').append(each.equals(column) ? Scalars.text(value) : "0.5");
            second.append(",0.5");
        }
        return header + "\n" + first + "\n" + second + "\n";
    }

    @Test
    void lendersMayBeGivenAlone() {
        String lenders = "credit.book.lenders=" + folder.resolve("lenders.csv");
        Book book = book(lenders);
        assertThat(book.hosts()).isEmpty();
        assertThat(book.lendersOr(List.of())).extracting(type -> type.name()).containsExactly("bank", "fund");
        assertThat(book()).isSameAs(Book.DRAWN);
    }

    /** Drawn lenders are named by kind and number. */
    @Test
    void drawnLendersHaveNames() throws IOException {
        String[] two = {"credit.book.borrowers=" + folder.resolve("borrowers.csv"),
                "credit.book.loans=" + folder.resolve("loans.csv")};
        assertThatThrownBy(() -> book(two)).isInstanceOf(InputException.class).hasMessageContaining("loans.csv:2: lender: "
                + "expected one of bank-1, "
                + "bank-2, bank-3, private-credit-1, private-credit-2, private-credit-3, vendor-finance-1, asset-backed-1, but "
                + "found \"fund\"");
        files.write("loans.csv", OwnBook.LOANS.replace(",bank,", ",bank-2,").replace(",fund,", ",private-credit-1,"));
        files.write("borrowers.csv", OwnBook.BORROWERS.replace(",bank,", ",asset-backed-1,"));
        Book book = book(two);
        assertThat(book.lenders()).isEmpty();
        assertThat(book.hosts().get(0).loans()).extracting(Book.Loan::lender).containsExactly(1, 3);
        assertThat(book.hosts().get(0).revolver().orElseThrow().lender()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"borrowers", "loans"})
    void borrowersAndLoansGoTogether(String given) {
        String other = given.equals("loans") ? "borrowers" : "loans";
        assertThatThrownBy(() -> book("credit.book." + given + "="
                + folder.resolve(given + ".csv"))).isInstanceOf(InputException.class)
                .hasMessageContaining("credit.book: " + given + " is given, but " + other
                + " is not").hasMessageContaining("set credit.book." + other);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> book("credit.book.lenders=" + folder.resolve("lendors.csv"))).isInstanceOf(InputException.class)
                .hasMessageContaining("credit.book.lenders").hasMessageContaining("there is no file");
        assertThatThrownBy(() -> book("credit.book.lender=x.csv")).isInstanceOf(InputException.class)
                .hasMessageContaining("did you mean credit.book.lenders?");
    }

    /** One change to one file; the message names the file, the line and the column, and what was expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lenders   | discount_rate         | discont_rate        | :1: unknown column "discont_rate"; did you mean discount_rate?
            lenders   | ,discount_rate        | ``                  | :1: column "discount_rate" is missing
            lenders   | fund,private-credit   | fund,privat-credit  | :2: family: expected one of bank, private-credit, vendor, asset-backed, but found "privat-credit"; did you mean private-credit?
            lenders   | fund,                 | bank,               | :3: name: expected a name that stands once, but "bank" stands in line 2 already
            lenders   | fund,                 | ,                   | :2: name: expected text, but the field is empty
            lenders   | fund,                 | " fund",            | :2: name: expected a name of at most 100 characters on one line, without spaces around it, but found " fund"
            lenders   | 0.3,                  | 30 %,               | :2: capital_ratio: expected a number, but found "30 %"; write 0.30
            lenders   | 0.3,                  | 1.3,                | :2: capital_ratio: expected a number from 0 to 1 (share), but found 1.3
            borrowers | cash_usd              | cash                | :1: unknown column "cash"
            borrowers | beta,                 | alpha,              | :3: name: expected a name that stands once, but "alpha" stands in line 2 already
            borrowers | beta,                 | betta,              | loans.csv:3: borrower: expected one of alpha, betta, but found "beta"; did you mean betta?
            borrowers | beta,1000000.07       | beta,-1             | :2: cash_usd: expected a number from 0 to 10000000000000 (USD), but found -1
            borrowers | beta,1000000.07       | beta,1e14           | :2: cash_usd: expected a number from 0 to 10000000000000 (USD), but found 1e14
            borrowers | beta,1000000.07       | beta,9.999973e12   | :2: note_usd: expected amounts of at most 1e13 USD in all, but with this one they are more
            borrowers | beta,1000000.07       | beta,               | :2: cash_usd: expected a number, but the field is empty
            borrowers | beta,1000000.07       | beta,NaN            | :2: cash_usd: expected a number, but found "NaN"
            borrowers | beta,1000000.07       | beta,Infinity       | :2: cash_usd: expected a number, but found "Infinity"
            borrowers | beta,1000000.07       | beta,1e999          | :2: cash_usd: expected a number, but found "1e999"; too large for a number
            borrowers | beta,1000000.07       | beta,1_000          | :2: cash_usd: expected a number, but found "1_000"; write 1000
            borrowers | 0.07,0.6              | 0.07,1.2            | :2: spot_utilisation: expected a number from 0 to 1 (share), but found 1.2
            borrowers | 12.5,3                | 22000000,3          | :3: coins_btc: expected a number from 0 to 21000000 (BTC), but found 22000000
            borrowers | 12.5,3                | 20999995,3          | :3: pledged_btc: expected at most 21000000 BTC in all, but with this row they are more
            borrowers | 2027-01-04            | 2026-01-05          | :2: note_maturity: expected a date after the start, 2026-01-05 (market.start), and at most 50 years after it, but found 2026-01-05
            borrowers | 2027-01-04            | 2076-01-06          | :2: note_maturity: expected a date after the start, 2026-01-05 (market.start), and at most 50 years after it, but found 2076-01-06
            borrowers | 2027-01-04            | 4.1.2027            | :2: note_maturity: expected a date such as 2026-01-31, but found "4.1.2027"
            borrowers | 2027-01-04            | ``                  | :2: note_maturity: expected a date such as 2026-01-31, but the field is empty
            borrowers | 5000000.5,            | ,                   | :2: note_coupon: given, but note_usd is empty; write 0 there if there is none
            borrowers | 750000.1              | 2000000.1           | :3: revolver_drawn_usd: expected at most the limit of 2000000 USD, but found 2000000.1
            borrowers | ,bank,                | ,bnk,               | :3: revolver_lender: expected one of bank, fund, but found "bnk"; did you mean bank?
            borrowers | ,bank,                | ,,                  | :3: revolver_lender: expected text, but the field is empty
            borrowers | 400000,10             | 400000,             | :3: pledged_btc: expected coins above 0 that secure the line of 400000 USD
            borrowers | 400000,10             | 0,10                | :3: pledged_btc: expected no pledge, since coin_line_usd is 0; free coins stand in coins_btc
            borrowers | 600000.02,0.3         | 600000.02,          | :3: assigned_share: expected a number, but the field is empty
            loans     | ,machine              | ,machines           | :1: unknown column "machines"; did you mean machine?
            loans     | beta,bank             | gamma,bank          | :3: borrower: expected one of alpha, beta, but found "gamma"
            loans     | beta,bank             | alpha,bank          | borrowers.csv:2: name: expected at least one row of
            loans     | beta,bank             | beta,bnak           | :3: lender: expected one of bank, fund, but found "bnak"; did you mean bank?
            loans     | A100-SXM-HGX-air      | A100-SXM-HGX-ar     | :4: machine: expected one of A100-SXM-HGX-air, H100-PCIe-air, H100-SXM-HGX-air, H100-SXM-HGX-liquid, H200-SXM-HGX-air, B200-SXM-HGX-air, GB200-NVL72-liquid, but found "A100-SXM-HGX-ar"; did you mean A100-SXM-HGX-air?
            loans     | 160,                  | 161,                | :4: gpus: expected whole nodes of 8 GPUs of A100-SXM-HGX-air, but found 161; write 160 or 168
            loans     | 160,                  | 3,                  | :4: gpus: expected whole nodes of 8 GPUs of A100-SXM-HGX-air, but found 3; write 8
            loans     | 160,                  | 0,                  | :4: gpus: expected a whole number from 8 to 10000000 (GPUs), but found 0
            loans     | 160,                  | 160.0,              | :4: gpus: expected a whole number, but found "160.0"; write 160
            loans     | 160,20000             | 160,-20000          | :4: cost_usd_per_gpu: expected a number from 1 to 10000000 (USD/GPU), but found -20000
            loans     | 2023-01-05            | 2026-01-06          | :4: bought: expected a date not after the start, 2026-01-05 (market.start), but found 2026-01-06
            loans     | 2023-01-05            | 2019-01-04          | :4: bought: expected a date less than the machine's life of 7 years before the start, 2026-01-05 (market.start), but found 2019-01-04
            loans     | 900000                | -0.01               | :4: balance_usd: expected a number from 0 to 10000000000000 (USD), but found -0.01
            loans     | 900000,0.1            | 900000,9.5          | :4: rate: expected a number from 0 to 1 (1/a), but found 9.5
            loans     | 2026-07-06            | 2025-07-06          | :4: maturity: expected a date after the start, 2026-01-05 (market.start), and at most 50 years after it, but found 2025-07-06
            loans     | 2027-01-04            | 2025-01-04          | :2: contract_end: expected a date after the start, 2026-01-05 (market.start), and at most 50 years after it, but found 2025-01-04
            loans     | 0.5,2.5               | 0.5,                | :2: contract_usd_per_hour: expected a number, but the field is empty
            loans     | 0.5,2.5               | ,2.5                | :2: contract_usd_per_hour: given, but contract_share is empty; write 0 there if there is none
            loans     | ,lab                  | ,lab,lab            | :2: expected 13 fields as in the header, but found 14
            """)
    void whatCannotBeMeantIsRefused(String file, String from, String to, String expected) throws IOException {
        Path changed = folder.resolve(file + ".csv");
        String before = Files.readString(changed);
        assertThat(before).as("what is changed").contains(from);
        Files.writeString(changed, before.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to == null ? "" : to)));
        assertThatThrownBy(() -> book(files.settings())).isInstanceOf(InputException.class)
                .hasMessageContaining(expected.startsWith(":") ? folder.resolve(file + ".csv") + expected : expected)
                .hasMessageStartingWith(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenders", "borrowers", "loans"})
    void aFileWithoutRowsIsRefused(String file) throws IOException {
        Path path = folder.resolve(file + ".csv");
        Files.writeString(path, Files.readAllLines(path).get(0) + "\n");
        assertThatThrownBy(() -> book(files.settings())).isInstanceOf(InputException.class)
                .hasMessage(path + ":1: expected at least one row below the header");
        Files.writeString(path, "");
        assertThatThrownBy(() -> book(files.settings())).isInstanceOf(InputException.class).hasMessageContaining(path
                + ": the file is empty");
    }

    @Test
    void lendersThatNobodyCanPickAreRefused() throws IOException {
        files.write("lenders.csv", "name,weight,gpu_loan_share,capital_ratio,minimum_ratio,discount_rate\nbank,0,1,1,1,1\nfund,0,1,1,1,1\n");
        assertThatThrownBy(() -> book(files.settings())).isInstanceOf(InputException.class)
                .hasMessageContaining("lenders.csv:1: weight: expected at least one lender with a weight above 0");
    }

    /** Loans without a balance and lines that are not drawn are allowed, and owe nothing. */
    @Test
    void nothingOwedIsAllowed() throws IOException {
        files.write("loans.csv", OwnBook.LOANS.replace("1500000.99", "0"));
        files.write("borrowers.csv", OwnBook.BORROWERS.replace("750000.1", "0").replace("5000000.5", "0"));
        Credit credit = credit();
        assertThat(credit.borrowers().get(1).debt()).isZero();
        assertThat(credit.borrowers().get(0).revolver().balance()).isZero();
        for (int week = 0; week < 30; week++) {
            credit.operate(week);
        }
        assertThat(credit.borrowers().get(1).defaulted()).isFalse();
    }

    /** Both customers of the circle are those that rows name, whatever the parameters of drawn ones say. */
    @Test
    void customersAreThoseThatRowsName() throws IOException {
        files.write("loans.csv", OwnBook.LOANS.replace("07-05,,,,", "07-05,0.2,2,2027-07-05,arena"));
        Book book = book(files.settings());
        assertThat(book.customers()).containsExactly("arena", "lab");
        assertThat(book.customerIdentities(Bound.parameters().credit().circle())).containsExactly(Streams.identity("arena"),
                Streams.identity("lab"));
        assertThat(book.hosts().get(1).loans().get(0).customer()).isZero();
        assertThat(Book.DRAWN.customerIdentities(Bound.parameters("credit.circle.share=0.5").credit().circle())).containsExactly(0, 1, 2, 3);
        assertThat(Book.DRAWN.customerIdentities(Bound.parameters().credit().circle())).isEmpty();
    }

    /** The guide has each column in a table. */
    @Test
    void theGuideHasEveryColumn() throws IOException {
        List<String> shown = Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| "
                + "`")).map(line -> line.split("`")[1]).toList();
        List<String> columns = Stream.of(BookReader.LENDER_REQUIRED, BookReader.LENDER_OPTIONAL, BookReader.BORROWER_REQUIRED,
                BookReader.BORROWER_OPTIONAL, BookReader.LOAN_REQUIRED, BookReader.LOAN_OPTIONAL).flatMap(List::stream).toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(columns);
        for (String line : Files.readAllLines(Path.of("experiments/data/own-book/loans.csv")).subList(0, 3)) {
            assertThat(Files.readString(GUIDE)).contains("    " + line + "\n");
        }
    }
}
