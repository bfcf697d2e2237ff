package firesale.validation;

import firesale.credit.Borrower;
import firesale.credit.Chronicle;
import firesale.credit.Cohort;
import firesale.credit.CreditParameters.LoanParameters;
import firesale.credit.Liquidity;
import firesale.credit.MarginCalls;
import firesale.credit.Marks;
import firesale.credit.Origination;
import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.CoinLine;
import firesale.credit.contracts.TermLoan;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Settings;
import firesale.kernel.random.Streams;
import firesale.model.ModelParameters;
import firesale.world.Feedback;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Contracts of the credit side: amortisation, sizing, book value, and margin calls. */
final class CreditForms {

    static final String TOPIC = "credit";
    private static final List<Double> FACTORS = List.of(0.55, 0.8, 0.95, 1.1, 1.4);
    private static final int WEEKS = 5;
    private static final int PATHS = 3125;
    private static final double CALL_LTV = 0.8;
    private static final double LTV = 0.6;
    private static final double COINS = 100;
    private static final double OWED_USD = 6_000_000;
    private static final double START_USD = 100_000;

    private CreditForms() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(amortisation(1e6, 0.091, 156));
        checks.add(amortisation(123_456_789.01, 0.12, 286));
        checks.add(amortisation(50_000, 0, 100));
        sizing(checks);
        checks.add(Check.exact(TOPIC, "straight line against a running book", "largest error in 8 years, USD a GPU",
                "weekly charges", 0, 1e-6, CreditForms::straightLine));
        for (double free : new double[] {0, 20}) {
            marginCalls(checks, free);
        }
        return checks;
    }

    /**
     * The balance after each payment against P ((1+i)^n - (1+i)^k) / ((1+i)^n - 1). The level payment and each week's interest
     * are rounded by half a cent at most, which compounds.
     */
    private static Check amortisation(double principal, double rate, int n) {
        double i = rate / Hours.WEEKS_PER_YEAR;
        double rounding = 0.01 * (1 + (i == 0 ? n : (StrictMath.pow(1 + i, n) - 1) / i));
        return Check.exact(TOPIC, "balance, " + n + " weeks at " + Names.of(rate), "largest error, USD", "annuity formula", 0,
                rounding, () -> {
            TermLoan loan = new TermLoan(null, principal, rate, n, 0);
            double largest = StrictMath.abs(Cents.toUsd(loan.balance()) - principal);
            for (int k = 1; k <= n; k++) {
                loan.reduce(loan.principalDue());
                double error = Cents.toUsd(loan.balance()) - principal * left(i, n, k);
                largest = StrictMath.max(largest, StrictMath.abs(error));
            }
            return largest;
        });
    }

    /** Share of a loan that is left after k of n level payments at i a week. */
    static double left(double i, int n, int k) {
        double end = StrictMath.pow(1 + i, n);
        return i == 0 ? 1 - (double) k / n : (end - StrictMath.pow(1 + i, k)) / (end - 1);
    }

    /** min(LTV, PV of the underwritten cash flow / (DSCR cost)), with the present value by Simpson's rule. */
    private static void sizing(List<Check> checks) {
        String source = "min(LTV cost, PV / DSCR)";
        checks.add(sizing("advance that cost limits", "over cost, LTV 0.75", source, "flat-rent", 30_000, 0.75, 0.75));
        checks.add(sizing("advance that flat rent carries", "over cost, DSCR 1.25, 4 years", source, "flat-rent", 60_000, 0.9,
                presentValue(0) / 1.25 / 60_000));
        checks.add(sizing("advance that falling rent carries", "over cost, rent falls at 0.22 / a", source, "falling-rent",
                60_000, 0.9, presentValue(0.22) / 1.25 / 60_000));
    }

    private static Check sizing(String name, String conditions, String source, String underwriting, double cost, double ltv,
            double expected) {
        return Check.exact(TOPIC, name, conditions, source, expected, 1e-9, () -> {
            LoanParameters loan = bound("credit.loan.underwriting=" + underwriting,
                    "credit.loan.sizingDscr=1.25").credit().loan();
            return Origination.principalUsd(loan, loan.underwriting(), cost, ltv, 16_000, 4_000, 0.22, 0.09, 4) / cost;
        });
    }

    private static double presentValue(double decline) {
        int steps = 400;
        double sum = 0;
        for (int k = 0; k <= steps; k++) {
            double t = 4.0 * k / steps;
            double flow = (16_000 * StrictMath.exp(-decline * t) - 4_000) * StrictMath.exp(-0.09 * t);
            sum += flow * (k == 0 || k == steps ? 1 : k % 2 == 1 ? 4 : 2);
        }
        return sum * 4.0 / steps / 3;
    }

    /** A book that is charged cost / life every week until nothing is left. */
    private static double straightLine() {
        Account none = new OutsideWorld().money().open("GPUs");
        Cohort cohort = new Cohort(null, 0, none, 30_000, 0, 0, 0, 0);
        double book = 30_000;
        double largest = 0;
        for (int week = 0; week < 8 * 52; week++) {
            largest = StrictMath.max(largest, StrictMath.abs(cohort.bookUsdPerGpu(week, 6) - book));
            book = StrictMath.max(0, book - 30_000 / (6 * Hours.WEEKS_PER_YEAR));
        }
        return largest;
    }

    /**
     * A line of 6 million against 100 coins on every path of five weeks whose prices change by one of five factors. A sale is
     * rounded by a satoshi and a cent at most and may raise an earlier error by l / (1 - l) = 1.5; on these paths no more than
     * three follow each other.
     */
    private static void marginCalls(List<Check> checks, double freeCoins) {
        String free = freeCoins == 0 ? "" : ", 20 free coins";
        String source = "the recursion of weekly calls";
        checks.add(Check.exact(TOPIC, "margin calls: owed" + free, "largest error on 3,125 paths, USD", source, 0, 0.05,
                () -> paths(freeCoins)[0]));
        checks.add(Check.exact(TOPIC, "margin calls: coins" + free, "largest error on 3,125 paths, BTC", source, 0, 2e-6,
                () -> paths(freeCoins)[1]));
        checks.add(Check.exact(TOPIC, "margin calls: weeks" + free, "calls on 3,125 paths, relative", source, 1, 0,
                () -> paths(freeCoins)[2]));
    }

    /** Largest error of what is owed and of pledged coins, and calls over those of the recursion. */
    private static double[] paths(double freeCoins) {
        ModelParameters parameters = bound("credit.coinLine.topUps=true", "credit.coinLine.ltv=" + LTV,
                "credit.coinLine.callLtv=" + CALL_LTV);
        double owedError = 0;
        double coinError = 0;
        double calls = 0;
        double expectedCalls = 0;
        for (int path = 0; path < PATHS; path++) {
            CoinRecursion recursion = new CoinRecursion(OWED_USD, COINS, freeCoins);
            OutsideWorld outside = new OutsideWorld();
            Account pledge = coins(outside, COINS);
            Borrower borrower = borrower(outside, coins(outside, freeCoins));
            borrower.draw(new CoinLine(outside.coinLenders(), pledge, Cents.of(OWED_USD), 0.09));
            Market market = new Market(parameters.market(), EnumSet.noneOf(Feedback.class), new Streams(1), WEEKS);
            MarginCalls lender = new MarginCalls(parameters.credit().coinLine(), outside, market,
                    new Liquidity(parameters.credit(), outside, market, Marks.NONE, Chronicle.NONE), Chronicle.NONE);
            double price = START_USD;
            for (int week = 0, choice = path; week < WEEKS; week++, choice /= FACTORS.size()) {
                price *= FACTORS.get(choice % FACTORS.size());
                if (!lender.meet(borrower, price)) {
                    return new double[] {Double.NaN, Double.NaN, Double.NaN};
                }
                recursion.week(price);
                owedError = StrictMath.max(owedError, StrictMath.abs(Cents.toUsd(borrower.line().balance()) - recursion.owed));
                coinError = StrictMath.max(coinError, StrictMath.abs(pledge.balance() / Coins.SATOSHI - recursion.pledged));
            }
            outside.audit();
            calls += lender.calls();
            expectedCalls += recursion.calls;
        }
        return new double[] {owedError, coinError, calls / expectedCalls};
    }

    /** Someone without machines who can pay what coins do not cover. */
    private static Borrower borrower(OutsideWorld outside, Account coins) {
        Account cash = outside.money().open("borrower");
        outside.money().transfer(outside.investors(), cash, Cents.of(OWED_USD));
        return new Borrower(0, cash, coins, List.of(), BulletNote.convertible(outside.noteHolders(), 0, 0, 1, 1000), 0, 0);
    }

    private static Account coins(OutsideWorld outside, double count) {
        Account account = outside.coins().open("coins");
        outside.coins().transfer(outside.coinMarket(), account, (long) (count * Coins.SATOSHI));
        return account;
    }

    private static ModelParameters bound(String... settings) {
        return ParameterSchema.of(ModelParameters.class).bind(Settings.ofArguments(List.of(settings)));
    }

    /**
     * Each week B against m q P. At or above it free coins are pledged, B / (l P) - q if there are so many; if B is still at or
     * above m q P, min(q, (B - l q P) / (P (1 - l))) coins are sold, and what all of them do not cover is paid in cash.
     */
    private static final class CoinRecursion {

        private double owed;
        private double pledged;
        private double free;
        private int calls;

        private CoinRecursion(double owed, double pledged, double free) {
            this.owed = owed;
            this.pledged = pledged;
            this.free = free;
        }

        private void week(double price) {
            if (owed == 0 || owed < CALL_LTV * pledged * price) {
                return;
            }
            calls++;
            double added = StrictMath.min(free, owed / (LTV * price) - pledged);
            free -= added;
            pledged += added;
            if (owed < CALL_LTV * pledged * price) {
                return;
            }
            double sale = StrictMath.min(pledged, (owed - LTV * pledged * price) / (price * (1 - LTV)));
            owed = sale == pledged ? 0 : owed - sale * price;
            pledged -= sale;
        }
    }
}
