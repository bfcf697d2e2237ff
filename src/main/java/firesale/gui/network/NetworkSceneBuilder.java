package firesale.gui.network;

import firesale.credit.Borrower;
import firesale.credit.CircleCustomer;
import firesale.credit.Cohort;
import firesale.credit.Credit;
import firesale.credit.CreditEvent;
import firesale.credit.Exposure;
import firesale.credit.LeasedFleet;
import firesale.credit.Party;
import firesale.credit.lenders.Lender;
import firesale.gui.view.Mark;
import firesale.gui.view.Moment;
import firesale.gui.view.Names;
import firesale.gui.view.Stage;
import firesale.kernel.books.Cents;
import firesale.model.Event;
import firesale.model.FireSale;
import firesale.repo.Dealer;
import firesale.repo.RepoDebt;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Takes down what the network shows of a run in its week. */
final class NetworkSceneBuilder {

    private static final double WIDEST = 6.5;
    private static final double THINNEST = 0.9;

    /** What the legend explains once it has happened. */
    private static final List<CreditEvent> SIGNED = List.of(CreditEvent.MARGIN_CALL, CreditEvent.BREACH,
            CreditEvent.BREACH_WAIVED, CreditEvent.DEFAULT, CreditEvent.FORBEARANCE, CreditEvent.LENDER_STOPS_LENDING,
            CreditEvent.LENDER_MUST_SELL, CreditEvent.CONTRACT_RENEGOTIATED, CreditEvent.CONTRACT_REPUDIATED);

    private final Stage stage;
    private final FireSale run;
    private final Credit credit;
    private final int week;
    private final Names names;
    private final List<String> codes;
    private final List<Exposure> exposures;
    private final double[] breach;
    private final double[] call;
    private final boolean[] isWaived;
    private final Set<CreditEvent> seen = EnumSet.noneOf(CreditEvent.class);
    private final double[] broken;
    private final double[] owedUsd;
    private final double[] hit;
    private final List<Edge> edges = new ArrayList<>();
    private NetworkLayout layout;
    private double usdPerUnit;

    /** @param run a watched one that has begun */
    NetworkSceneBuilder(Stage stage, FireSale run) {
        this.stage = stage;
        this.run = run;
        this.credit = run.credit();
        this.week = run.week();
        this.names = Names.of(run);
        this.codes = LenderCodes.of(credit.lenders());
        this.exposures = credit.exposures(week);
        int borrowers = credit.borrowers().size();
        this.breach = new double[borrowers];
        this.call = new double[borrowers];
        this.isWaived = new boolean[borrowers];
        this.broken = new double[borrowers];
        this.owedUsd = new double[borrowers];
        this.hit = new double[credit.lenders().size()];
    }

    /** The scene of the run's week. */
    NetworkScene build() {
        lookBack();
        Set<Tie> tiesOfRun = tiesOfRun();
        Rectangle2D area = NetworkLayer.area(tiesOfRun);
        RepoStrip strip = null;
        Rectangle2D room = area;
        if (run.repo().isOpen()) {
            strip = new RepoStrip(new Rectangle2D.Double(area.getMinX(), area.getMinY(), RepoStrip.WIDTH, area.getHeight()),
                    run.repo().dealers().size(), run.parameters().buyers().types().size());
            room = new Rectangle2D.Double(area.getMinX() + RepoStrip.WIDTH, area.getMinY(), area.getWidth() - RepoStrip.WIDTH,
                    area.getHeight());
        }
        List<Debtor> debtors = debtors();
        layout = new NetworkLayout(room, credit.lenders().size(), debtors, credit.customers().size());
        long largest = 1;
        for (int i = 0; i < debtors.size(); i++) {
            largest = Math.max(largest, debtors.get(i).cents());
        }
        usdPerUnit = Cents.toUsd(largest) / (WIDEST * Math.min(1, Math.sqrt(60.0 / Math.max(1, debtors.size()))));
        ties();
        List<BuyersNode> buyers = new ArrayList<>();
        if (strip != null) {
            repo(strip, buyers);
        }
        edges.sort(Comparator.comparingDouble(Edge::fresh).thenComparing(edge -> edge.tie() == Tie.CLAIM ? 1 : 0));
        List<BorrowerNode> borrowers = borrowers();
        List<LenderNode> lenders = lenders();
        List<CustomerNode> customers = customers();
        List<DealerNode> dealers = new ArrayList<>();
        for (Dealer dealer : strip == null ? List.<Dealer>of() : run.repo().dealers()) {
            dealers.add(new DealerNode(stage, dealer.id(), strip.dealer(dealer.id()), Cents.toUsd(dealer.lent()),
                    Cents.toUsd(dealer.paidIn()), dealer.hasFailed()));
        }
        RimNode rim = new RimNode(stage, layout.centreX(), layout.centreY(), layout.radiusX(), layout.radiusY(), outsideUsd());
        List<Mark> marks = new ArrayList<>();
        marks.add(new StatusNode(stage));
        marks.add(rim);
        marks.addAll(customers);
        marks.addAll(buyers);
        marks.addAll(dealers);
        marks.addAll(borrowers);
        marks.addAll(lenders);
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        int breaches = 0;
        Set<Tie> tiesShown = EnumSet.noneOf(Tie.class);
        edges.forEach(edge -> tiesShown.add(edge.tie()));
        boolean hasVehicles = false;
        for (BorrowerNode node : borrowers) {
            fates.merge(node.fate(), 1, Integer::sum);
            breaches += node.fate() == Fate.PERFORMING && node.freshBreach() > 0 ? 1 : 0;
            hasVehicles |= node.isVehicle();
        }
        return new NetworkScene(Moment.of(run), layout, strip, List.copyOf(edges), List.copyOf(borrowers), List.copyOf(lenders),
                List.copyOf(customers), List.copyOf(dealers), List.copyOf(buyers), rim, List.copyOf(marks),
                Collections.unmodifiableMap(fates), breaches, tiesOfRun, Collections.unmodifiableSet(tiesShown), hasVehicles,
                Collections.unmodifiableSet(seen));
    }

    /** What happened in the last weeks. */
    private void lookBack() {
        List<Event> events = run.watch().events();
        Map<String, CreditEvent> signed = new HashMap<>();
        SIGNED.forEach(what -> signed.put(what.name().toLowerCase(Locale.ROOT), what));
        for (Event event : events) {
            CreditEvent what = signed.get(event.event());
            if (what != null) {
                seen.add(what);
            }
        }
        for (int i = events.size() - 1; i >= 0 && events.get(i).week() > week - NetworkScene.FRESH_WEEKS; i--) {
            Event event = events.get(i);
            double fresh = fresh(event.week());
            if (is(event, CreditEvent.BREACH) || is(event, CreditEvent.BREACH_WAIVED)) {
                if (breach[event.borrower()] == 0) {
                    isWaived[event.borrower()] = is(event, CreditEvent.BREACH_WAIVED);
                }
                breach[event.borrower()] = Math.max(breach[event.borrower()], fresh);
            } else if (is(event, CreditEvent.MARGIN_CALL)) {
                call[event.borrower()] = Math.max(call[event.borrower()], fresh);
            } else if (is(event, CreditEvent.LEASE_REJECTED)) {
                broken[event.borrower()] = Math.max(broken[event.borrower()], fresh);
            }
        }
    }

    private static boolean is(Event event, CreditEvent what) {
        return event.event().equals(what.name().toLowerCase(Locale.ROOT));
    }

    /** 1 for this week, less for those before, 0 for those before these. */
    private double fresh(int then) {
        return Math.max(0, 1 - (week - then) / (double) NetworkScene.FRESH_WEEKS);
    }

    /** Borrowers as they were at the start, which loans made since then do not change. */
    private List<Debtor> debtors() {
        List<Borrower> all = credit.borrowers();
        int[] sponsor = new int[all.size()];
        Arrays.fill(sponsor, -1);
        for (Borrower borrower : all) {
            for (LeasedFleet fleet : borrower.leased()) {
                sponsor[fleet.lessor().id()] = borrower.id();
            }
        }
        List<Debtor> debtors = new ArrayList<>();
        long[] byLender = new long[credit.lenders().size()];
        for (Borrower borrower : all) {
            Arrays.fill(byLender, 0);
            long sum = 0;
            int lender = -1;
            for (Cohort cohort : borrower.cohorts()) {
                boolean isNew = cohort.ageYears(0) < 0;
                int of = cohort.loan().lender().id();
                byLender[of] += isNew ? 0 : cohort.loan().openingBalance();
                sum += isNew ? 0 : cohort.loan().openingBalance();
                lender = lender < 0 || byLender[of] > byLender[lender] ? of : lender;
            }
            debtors.add(new Debtor(lender, sum, sponsor[borrower.id()]));
        }
        return debtors;
    }

    private double width(double usd) {
        return Math.max(THINNEST, Math.min(1.6 * WIDEST, usd / usdPerUnit));
    }

    private void ties() {
        for (Exposure exposure : exposures) {
            Party debtor = exposure.debtor();
            Party creditor = exposure.creditor();
            if (debtor.role() == Party.Role.BORROWER) {
                owedUsd[debtor.number()] += exposure.kind() == Exposure.Kind.LEASE ? 0 : exposure.usd();
            }
            Spot from = spot(debtor, exposure.kind(), creditor);
            Spot to = spot(creditor, exposure.kind(), debtor);
            if (from != null && to != null) {
                edges.add(new Edge(Tie.of(exposure.kind()), from, to, width(exposure.usd()), bend(exposure), fresh(exposure)));
            }
        }
    }

    private double fresh(Exposure exposure) {
        if (exposure.debtor().role() != Party.Role.BORROWER) {
            return 0;
        }
        Borrower debtor = credit.borrowers().get(exposure.debtor().number());
        double fresh = debtor.defaulted() ? fresh(debtor.defaultWeek()) : 0;
        if (exposure.creditor().role() == Party.Role.LENDER) {
            hit[exposure.creditor().number()] = Math.max(hit[exposure.creditor().number()], fresh);
        }
        return exposure.kind() == Exposure.Kind.LEASE_DAMAGES ? Math.max(fresh, broken[debtor.id()]) : fresh;
    }

    private static double bend(Exposure exposure) {
        return switch (exposure.kind()) {
            case TERM_LOAN, REVOLVER, CLAIM -> 0.45;
            case CONTRACTED_RENT -> 0.15;
            case BANK_FUNDING -> 0.6;
            default -> 0;
        };
    }

    /** Where a party to a debt stands; null where it is not drawn. */
    private Spot spot(Party party, Exposure.Kind kind, Party other) {
        return switch (party.role()) {
            case BORROWER -> layout.borrower(party.number());
            case LENDER -> layout.lender(party.number());
            case CUSTOMER -> layout.customer(party.number());
            case NOTE_HOLDERS -> layout.rim(other.number(), kind == Exposure.Kind.HIGH_YIELD_NOTE ? 0.025 : 0);
            case COIN_LENDERS -> layout.rim(other.number(), -0.03);
            case ASSIGNEES -> layout.rim(other.number(), 0.055);
            case OUTSIDE -> other.role() == Party.Role.BORROWER ? layout.rim(other.number(), -0.02) : null;
        };
    }

    private void repo(RepoStrip strip, List<BuyersNode> nodes) {
        int kinds = run.parameters().buyers().types().size();
        double[][] usd = new double[kinds][run.repo().dealers().size()];
        for (RepoDebt debt : run.repo().debts()) {
            usd[PartyCards.kindOf(run, run.buyers().buyers().get(debt.buyer()))][debt.dealer()] += Cents.toUsd(debt.cents());
        }
        for (int k = 0; k < kinds; k++) {
            double sum = 0;
            for (int d = 0; d < usd[k].length; d++) {
                sum += usd[k][d];
                if (usd[k][d] > 0) {
                    edges.add(new Edge(Tie.REPO, strip.buyers(k), strip.dealer(d), width(usd[k][d]), 0, 0));
                }
            }
            nodes.add(new BuyersNode(stage, k, run.parameters().buyers().types().get(k).name(), strip.buyers(k), sum));
        }
    }

    private List<BorrowerNode> borrowers() {
        List<BorrowerNode> nodes = new ArrayList<>();
        for (Borrower borrower : credit.borrowers()) {
            int id = borrower.id();
            Fate fate = Fate.of(run, borrower);
            boolean isGone = borrower.defaulted();
            double cover = Double.isNaN(borrower.lastTestedDscr()) ? borrower.quarterDscr() : borrower.lastTestedDscr();
            nodes.add(new BorrowerNode(stage, id, names.borrower(id), layout.borrower(id), borrower.vehicle() != null, fate,
                    isGone ? Double.NaN : credit.ltv(borrower, week), isGone ? Double.NaN : credit.ltvAtFmv(borrower, week),
                    Double.isInfinite(cover) ? Double.NaN : cover, owedUsd[id], isGone ? 0 : breach[id], isGone ? 0 : call[id],
                    isGone ? fresh(borrower.defaultWeek()) : 0, story(borrower)));
        }
        return nodes;
    }

    private String story(Borrower borrower) {
        if (borrower.defaulted()) {
            OptionalInt without = run.watch().initialDefaultWeek(borrower.id());
            return "week " + borrower.defaultWeek() + ": " + PartyCards.cause(borrower) + "<br>without others "
                    + (without.isPresent() ? "in week " + without.getAsInt() : "it would not have");
        }
        StringBuilder story = new StringBuilder();
        if (breach[borrower.id()] > 0) {
            story.append("broke a covenant lately").append(Fate.of(run, borrower) != Fate.PERFORMING ? ""
                    : isWaived[borrower.id()] ? ", the lender waived it" : ", and cured it");
        }
        if (call[borrower.id()] > 0) {
            story.append(story.length() == 0 ? "" : ", ").append("margin call lately");
        }
        return story.toString();
    }

    private List<LenderNode> lenders() {
        List<LenderNode> nodes = new ArrayList<>();
        for (Lender lender : credit.lenders()) {
            int id = lender.id();
            nodes.add(new LenderNode(stage, id, names.lender(id), codes.get(id), layout.lender(id), lender.capitalRatio(),
                    lender.type().capitalRatio(), lender.type().minimumRatio(), lender.supply(), lender.mustSell(),
                    Cents.toUsd(lender.losses()), share(lender.losses(), lender.capitalAtStart()), hit[id]));
        }
        return nodes;
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    private List<CustomerNode> customers() {
        double[] usd = new double[credit.customers().size()];
        for (Exposure exposure : exposures) {
            if (exposure.debtor().role() == Party.Role.CUSTOMER) {
                usd[exposure.debtor().number()] += exposure.usd();
            }
        }
        List<CustomerNode> nodes = new ArrayList<>();
        List<CircleCustomer> states = credit.customers();
        for (int c = 0; c < states.size(); c++) {
            nodes.add(new CustomerNode(stage, c, names.customer(c), layout.customer(c), states.get(c), usd[c]));
        }
        return nodes;
    }

    private double outsideUsd() {
        double sum = 0;
        for (Exposure exposure : exposures) {
            sum += switch (exposure.creditor().role()) {
                case NOTE_HOLDERS, COIN_LENDERS, ASSIGNEES -> exposure.usd();
                default -> 0;
            };
        }
        return sum;
    }

    /** Kinds of debt that the run has by how it began. */
    private Set<Tie> tiesOfRun() {
        Set<Tie> ties = EnumSet.of(Tie.LOAN, Tie.NOTE, Tie.CLAIM);
        for (Borrower borrower : credit.borrowers()) {
            if (borrower.line() != null) {
                ties.add(Tie.COINS);
            }
            if (borrower.assignment() != null) {
                ties.add(Tie.INCOME);
            }
            if (borrower.vehicle() != null) {
                ties.add(Tie.LEASE);
            }
        }
        if (!credit.customers().isEmpty()) {
            ties.add(Tie.RENT);
        }
        if (run.parameters().credit().bankShareOfFunding() > 0) {
            ties.add(Tie.FUNDING);
        }
        if (run.repo().isOpen()) {
            ties.add(Tie.REPO);
        }
        return Collections.unmodifiableSet(ties);
    }
}
