package firesale.gui.network;

import firesale.buyers.Buyer;
import firesale.buyers.BuyerType;
import firesale.credit.Borrower;
import firesale.credit.CircleCustomer;
import firesale.credit.Cohort;
import firesale.credit.Exposure;
import firesale.credit.Party;
import firesale.credit.SeizedFleet;
import firesale.credit.contracts.Claim;
import firesale.credit.contracts.LoanClass;
import firesale.credit.lenders.Lender;
import firesale.gui.view.Card;
import firesale.gui.view.Figure;
import firesale.gui.view.Names;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.model.FireSale;
import firesale.repo.Dealer;
import firesale.repo.RepoDebt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import sim.portrayal.Inspector;

/** Cards of those who owe and are owed. Each looks its subject up anew in the run that is watched. */
public final class PartyCards {

    private static final String NONE = "\u2013";

    private PartyCards() {
    }

    /** The card of a host or a vehicle by its number among the borrowers. */
    public static Inspector borrower(Stage stage, int id) {
        boolean isVehicle = isThere(stage, id) && stage.run().credit().borrowers().get(id).vehicle() != null;
        List<Figure> figures = new ArrayList<>();
        Lines<Borrower> lines = new Lines<>(stage, figures, run -> id < run.credit().borrowers().size()
                ? run.credit().borrowers().get(id) : null);
        lines.text("state", "Whether it performs; if it has defaulted, whether others brought that about",
                (run, b) -> Fate.of(run, b).words());
        lines.text("default", "When and why it defaulted", (run, b) -> defaultOf(b));
        lines.text("without others", "When it would have defaulted had every seized machine been taken at FMV",
                (run, b) -> withoutOthers(run.watch().initialDefaultWeek(id)));
        lines.text("breach", "Whether a covenant is broken, and until when it may be cured", PartyCards::breach);
        lines.number("LTV as appraised (ratio)", "Loans over what machines are worth by the covenant's appraisal",
                (run, b) -> b.defaulted() ? Double.NaN : run.credit().ltv(b, run.week()));
        lines.number("LTV at FMV (ratio)", "Loans over the fair market value of the machines",
                (run, b) -> b.defaulted() ? Double.NaN : run.credit().ltvAtFmv(b, run.week()));
        lines.text("appraisal", "How the covenant values machines",
                (run, b) -> run.parameters().credit().covenant().appraisal().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!isVehicle) {
            lines.number("DSCR, last test (ratio)", "Operating cash over debt service in the quarter before the last test",
                    (run, b) -> b.lastTestedDscr());
        }
        lines.number(isVehicle ? "DSCR since the start (ratio)" : "DSCR since then (ratio)",
                "Operating cash over debt service", (run, b) -> b.quarterDscr());
        lines.number("cash (USD m)", "Cash", (run, b) -> Cents.toUsd(b.cash().balance()) / 1e6);
        lines.number("free coins (BTC)", "Coins that are not pledged", (run, b) -> b.coins().balance() / Coins.SATOSHI);
        lines.number("pledged coins (BTC)", "Coins that back a line",
                (run, b) -> b.line() == null ? 0 : b.line().pledged().balance() / Coins.SATOSHI);
        machines(stage, id, lines);
        lines.number("loans (USD m)", "Loans against machines; after default what they were",
                (run, b) -> Cents.toUsd(b.loanBalance()) / 1e6);
        lines.number("claims of lenders (USD m)", "After default: what lenders are still owed on its machines",
                (run, b) -> owed(run, e -> e.kind() == Exposure.Kind.CLAIM && e.debtor().number() == id
                        && e.debtor().role() == Party.Role.BORROWER));
        debts(lines);
        lines.text("largest lender", "Who holds most of its loans, lines or claims", (run, b) -> lender(run, id, 0));
        lines.text("second lender", "Who holds most after that", (run, b) -> lender(run, id, 1));
        lines.text("third lender", "Who holds most after that", (run, b) -> lender(run, id, 2));
        return Card.inspector(stage, isThere(stage, id) ? Names.of(stage.run()).borrower(id) : "borrower " + id, figures);
    }

    private static boolean isThere(Stage stage, int id) {
        return stage.run().credit() != null && id < stage.run().credit().borrowers().size();
    }

    private static void debts(Lines<Borrower> lines) {
        lines.number("convertible notes (USD m)", "Face", (run, b) -> claims(b, LoanClass.CONVERTIBLE_NOTES));
        lines.number("high-yield notes (USD m)", "Face", (run, b) -> claims(b, LoanClass.HIGH_YIELD_NOTES));
        lines.number("revolver (USD m)", "Drawn",
                (run, b) -> b.revolver() == null ? 0 : Cents.toUsd(b.revolver().balance()) / 1e6);
        lines.number("line on coins (USD m)", "Drawn", (run, b) -> claims(b, LoanClass.COIN_LINES));
        lines.number("assigned income (USD m)", "Advance still open", (run, b) -> claims(b, LoanClass.INCOME_ASSIGNMENTS));
    }

    private static double claims(Borrower borrower, LoanClass kind) {
        long cents = 0;
        for (Claim claim : borrower.claims()) {
            cents += claim.loanClass() == kind ? claim.balance() : 0;
        }
        return Cents.toUsd(cents) / 1e6;
    }

    private static String defaultOf(Borrower borrower) {
        return borrower.defaulted() ? "week " + borrower.defaultWeek() + ": " + cause(borrower) : NONE;
    }

    /** Why a borrower defaulted, in words. */
    static String cause(Borrower borrower) {
        return switch (borrower.defaultCause()) {
            case PAYMENT -> "could not pay";
            case COVENANT -> "broke a covenant";
            case MARGIN_CALL -> "could not meet a margin call";
            case MATURITY -> "could not repay a note";
            case STRATEGIC -> "shareholders walked away";
            case EXOGENOUS -> "for an outside reason";
        };
    }

    private static String withoutOthers(OptionalInt week) {
        return week.isPresent() ? "week " + week.getAsInt() : "never";
    }

    private static String breach(FireSale run, Borrower borrower) {
        if (borrower.isForborne(run.week())) {
            return "broken, lenders hold still";
        }
        return borrower.cureByWeek() < 0 ? "none" : "broken, to be cured by week " + borrower.cureByWeek();
    }

    /** Machines by kind; those of a defaulted borrower until they are sold. */
    private static void machines(Stage stage, int id, Lines<Borrower> lines) {
        Set<String> kinds = new TreeSet<>();
        for (Cohort cohort : isThere(stage, id) ? stage.run().credit().borrowers().get(id).cohorts() : List.<Cohort>of()) {
            kinds.add(cohort.machine().name());
        }
        for (String kind : kinds) {
            lines.count(kind + " (GPUs)", "Machines of this kind; those of a defaulted borrower until they are sold",
                    (run, b) -> gpus(b, kind));
        }
        lines.count("all machines (GPUs)", "Machines of all kinds", (run, b) -> b.gpus());
    }

    private static long gpus(Borrower borrower, String kind) {
        long gpus = 0;
        for (Cohort cohort : borrower.cohorts()) {
            gpus += cohort.machine().name().equals(kind) ? cohort.gpus().balance() : 0;
        }
        return gpus;
    }

    /** Who holds a borrower's loans, lines or claims: the largest for place 0, and so on. */
    private static String lender(FireSale run, int id, int place) {
        List<Exposure> owed = new ArrayList<>();
        for (Exposure exposure : run.credit().exposures(run.week())) {
            if (exposure.debtor().role() == Party.Role.BORROWER && exposure.debtor().number() == id
                    && exposure.creditor().role() == Party.Role.LENDER) {
                owed.add(exposure);
            }
        }
        owed.sort(Comparator.comparingLong(Exposure::cents).reversed());
        return place >= owed.size() ? NONE : Names.of(run).lender(owed.get(place).creditor().number()) + ", "
                + Numbers.usd(owed.get(place).usd());
    }

    private static double owed(FireSale run, Predicate<Exposure> which) {
        long cents = 0;
        for (Exposure exposure : run.credit().exposures(run.week())) {
            cents += which.test(exposure) ? exposure.cents() : 0;
        }
        return Cents.toUsd(cents) / 1e6;
    }

    /** The card of a lender by its number. */
    public static Inspector lender(Stage stage, int id) {
        List<Figure> figures = new ArrayList<>();
        Lines<Lender> lines = new Lines<>(stage, figures, run -> id < run.credit().lenders().size()
                ? run.credit().lenders().get(id) : null);
        lines.text("kind", "What it is by law and funding", (run, l) -> LenderCodes.words(l.type().family()));
        lines.text("state", "Whether it lends, and whether it has to sell", (run, l) ->
                (l.lends() ? "lends" : "makes no new loans") + (l.mustSell() ? ", must sell at once" : ""));
        lines.number("capital ratio (share)", "Capital over assets after losses", (run, l) -> l.capitalRatio());
        lines.number("least capital ratio (share)", "Below it the lender makes no new loans and must sell at once",
                (run, l) -> l.type().minimumRatio());
        lines.number("capital ratio at the start (share)", "Capital over assets", (run, l) -> l.type().capitalRatio());
        lines.number("lends (share)", "What it lends of what it would in calm", (run, l) -> l.supply());
        lines.number("withdrawn funding (share)", "Over all assets at the start", (run, l) -> l.withdrawnShare());
        lines.number("liquid assets (share)", "More withdrawn funding than that makes it stop lending and sell",
                (run, l) -> l.type().liquidShare());
        lines.number("losses (USD m)", "Realised so far", (run, l) -> Cents.toUsd(l.losses()) / 1e6);
        lines.number("loans at the start (USD m)", "On GPUs, and what was drawn on lines",
                (run, l) -> Cents.toUsd(l.loansAtStart()) / 1e6);
        lines.number("loans (USD m)", "That perform, lines included",
                (run, l) -> owed(run, e -> isTo(e, id) && (e.kind() == Exposure.Kind.TERM_LOAN
                        || e.kind() == Exposure.Kind.REVOLVER)));
        lines.number("claims in default (USD m)", "On machines of borrowers that defaulted, as long as something is to come",
                (run, l) -> owed(run, e -> isTo(e, id) && e.kind() == Exposure.Kind.CLAIM));
        lines.number("owes banks (USD m)", "What banks have lent to it",
                (run, l) -> owed(run, e -> e.kind() == Exposure.Kind.BANK_FUNDING && e.debtor().number() == id));
        lines.number("owed by private credit (USD m)", "What it has lent to private credit",
                (run, l) -> owed(run, e -> isTo(e, id) && e.kind() == Exposure.Kind.BANK_FUNDING));
        lines.count("seized GPUs (count)", "Machines in its inventory", (run, l) -> {
            long gpus = 0;
            for (SeizedFleet fleet : run.credit().inventory()) {
                gpus += fleet.lender().id() == id ? fleet.gpus().balance() : 0;
            }
            return gpus;
        });
        String name = stage.run().credit() == null ? "lender " + id : Names.of(stage.run()).lender(id);
        return Card.inspector(stage, name, figures);
    }

    private static boolean isTo(Exposure exposure, int lender) {
        return exposure.creditor().role() == Party.Role.LENDER && exposure.creditor().number() == lender;
    }

    /** The card of a customer of the funding circle by its number. */
    public static Inspector customer(Stage stage, int number) {
        List<Figure> figures = new ArrayList<>();
        Lines<CircleCustomer> lines = new Lines<>(stage, figures, run -> number < run.credit().customers().size()
                ? run.credit().customers().get(number) : null);
        lines.text("state", "What it has done with its contracts", (run, c) -> c.hasRepudiated() ? "has repudiated its contracts"
                : c.hasRenegotiated() ? "has renegotiated its contracts" : "pays");
        lines.number("means (ratio)", "AI equity times its own strength: what it can raise in a squeeze", (run, c) -> c.means());
        lines.number("renegotiates below (ratio)", "Means below which it renegotiates in a squeeze",
                (run, c) -> run.parameters().credit().circle().renegotiateBelow());
        lines.number("repudiates below (ratio)", "Means below which it repudiates in a squeeze",
                (run, c) -> run.parameters().credit().circle().repudiateBelow());
        lines.number("rent owed (USD m)", "To the end of its contracts with hosts, not discounted",
                (run, c) -> owed(run, e -> e.debtor().role() == Party.Role.CUSTOMER && e.debtor().number() == number));
        String name = stage.run().credit() == null ? "customer " + number : Names.of(stage.run()).customer(number);
        return Card.inspector(stage, name, figures);
    }

    /** The card of a repo dealer by its number. */
    public static Inspector dealer(Stage stage, int id) {
        List<Figure> figures = new ArrayList<>();
        Lines<Dealer> lines = new Lines<>(stage, figures, run -> id < run.repo().dealers().size()
                ? run.repo().dealers().get(id) : null);
        lines.text("state", "Whether its losses have eaten its capital",
                (run, d) -> d.hasFailed() ? "failed, lends no more" : "lends");
        lines.number("lent (USD m)", "Principal that it is owed", (run, d) -> Cents.toUsd(d.lent()) / 1e6);
        lines.number("not lent (USD m)", "Its cash", (run, d) -> Cents.toUsd(d.cash().balance()) / 1e6);
        lines.number("put in (USD m)", "What was put into it", (run, d) -> Cents.toUsd(d.paidIn()) / 1e6);
        lines.number("losses (USD m)", "Principal that it will not see again", (run, d) -> Cents.toUsd(d.losses()) / 1e6);
        return Card.inspector(stage, "repo dealer " + id, figures);
    }

    /** The card of all buyers of a kind as debtors of repo dealers. */
    static Inspector buyers(Stage stage, int kind) {
        List<Figure> figures = new ArrayList<>();
        Lines<List<RepoDebt>> lines = new Lines<>(stage, figures, run -> debtsOf(run, kind));
        lines.count("buyers (count)", "Buyers of the kind with a repo",
                (run, d) -> d.stream().mapToInt(RepoDebt::buyer).distinct().count());
        lines.number("repo (USD m)", "Principal that they owe dealers",
                (run, d) -> Cents.toUsd(d.stream().mapToLong(RepoDebt::cents).sum()) / 1e6);
        return Card.inspector(stage, "buyers: " + stage.run().parameters().buyers().types().get(kind).name(), figures);
    }

    private static List<RepoDebt> debtsOf(FireSale run, int kind) {
        List<RepoDebt> debts = new ArrayList<>();
        for (RepoDebt debt : run.repo().debts()) {
            if (kindOf(run, run.buyers().buyers().get(debt.buyer())) == kind) {
                debts.add(debt);
            }
        }
        return debts;
    }

    /** The place of a buyer's kind in the list of kinds; 0 if it is in none. */
    static int kindOf(FireSale run, Buyer buyer) {
        List<BuyerType> types = run.parameters().buyers().types();
        for (int kind = 0; kind < types.size(); kind++) {
            if (types.get(kind).name().equals(buyer.type().name())) {
                return kind;
            }
        }
        return 0;
    }

    /** The card of those outside who hold what machines do not secure. */
    static Inspector outside(Stage stage) {
        List<Figure> figures = new ArrayList<>();
        Lines<FireSale> lines = new Lines<>(stage, figures, run -> run);
        lines.number("convertible notes (USD m)", "Face of all hosts' notes, those in estates included",
                (run, r) -> owed(run, e -> e.kind() == Exposure.Kind.CONVERTIBLE_NOTE));
        lines.number("high-yield notes (USD m)", "The same",
                (run, r) -> owed(run, e -> e.kind() == Exposure.Kind.HIGH_YIELD_NOTE));
        lines.number("lines on coins (USD m)", "Drawn against coins",
                (run, r) -> owed(run, e -> e.kind() == Exposure.Kind.COIN_LINE));
        lines.number("assigned income (USD m)", "Advances still open",
                (run, r) -> owed(run, e -> e.kind() == Exposure.Kind.ASSIGNED_INCOME));
        return Card.inspector(stage, "creditors outside", figures);
    }

    /** The card of all borrowers. */
    static Inspector borrowers(Stage stage) {
        List<Figure> figures = new ArrayList<>();
        Lines<FireSale> lines = new Lines<>(stage, figures, run -> run);
        for (Fate fate : Fate.values()) {
            lines.count(fate.words() + " (count)", "Hosts and vehicles",
                    (run, r) -> run.credit().borrowers().stream().filter(b -> Fate.of(run, b) == fate).count());
        }
        return Card.inspector(stage, "borrowers", figures);
    }

    /** Adds figures of something that is looked up each time; {@code null} where the run that is watched has none. */
    private record Lines<T>(Stage stage, List<Figure> figures, Function<FireSale, T> lookUp) {

        void text(String name, String meaning, Of<T, String> value) {
            add(name, meaning, value::of, NONE);
        }

        void number(String name, String meaning, Of<T, Double> value) {
            add(name, meaning, value::of, Double.NaN);
        }

        void count(String name, String meaning, Of<T, Long> value) {
            add(name, meaning, value::of, 0L);
        }

        private void add(String name, String meaning, Of<T, Object> value, Object missing) {
            figures.add(new Figure(name, meaning, () -> {
                FireSale run = stage.run();
                T subject = run.credit() == null ? null : lookUp.apply(run);
                return subject == null ? missing : value.of(run, subject);
            }));
        }
    }

    /** A figure of something in a run. */
    @FunctionalInterface
    private interface Of<T, R> {
        R of(FireSale run, T subject);
    }
}
