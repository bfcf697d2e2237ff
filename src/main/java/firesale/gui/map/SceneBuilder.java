package firesale.gui.map;

import firesale.buyers.Buyer;
import firesale.buyers.BuyerType;
import firesale.buyers.Buyers;
import firesale.credit.SeizedFleet;
import firesale.gui.view.Figure;
import firesale.gui.view.Mark;
import firesale.gui.view.Moment;
import firesale.gui.view.Stage;
import firesale.hardware.Cooling;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.hardware.Site;
import firesale.model.FireSale;
import firesale.model.Sale;
import firesale.model.Week;
import firesale.policy.FloorOwner;
import firesale.policy.PolicyParameters;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Takes down what the map shows of a run as it stands. It reads, and changes nothing. */
final class SceneBuilder {

    private static final double LARGEST_RADIUS = 27;
    private static final double LEAST_RADIUS = 2.2;
    private static final double SITE_RADIUS = 2.6;
    private static final double LARGEST_SIDE = 54;
    private static final double LEAST_SIDE = 3.5;
    private static final double SLOT_WIDTH = 90;
    /** Share of all machines for which there is room on the shelf without folding. */
    private static final double ROOM_FOR = 0.25;
    /** Share of a slot that is covered when it is full. */
    private static final double FILLED = 0.55;
    private static final double HEADING = 13;
    private static final int STORIES = 12;

    private final Stage stage;
    private final FireSale run;
    private final Buyers buyers;
    private final int week;
    private final Kinds kinds;
    private final long[] bought;
    private final List<MachineType> shelved = new ArrayList<>();
    private double fundsUsd;
    private double calmUsd;
    private int couldHost;
    private int siteCount;

    /** @param run one that has begun */
    SceneBuilder(Stage stage, FireSale run) {
        this.stage = stage;
        this.run = run;
        this.buyers = run.buyers();
        this.week = run.week();
        this.kinds = Kinds.of(run);
        this.bought = new long[buyers.buyers().size()];
    }

    Scene build() {
        List<Sale> sales = run.watch().sales();
        for (int i = 0; i < sales.size(); i++) {
            if (sales.get(i).buyer() >= 0) {
                bought[sales.get(i).buyer()] += sales.get(i).gpus();
            }
        }
        List<Lot> lots = lots();
        LogScale density = density();
        LogScale power = power();
        double reference = 1;
        for (Buyer buyer : buyers.buyers()) {
            reference = Math.max(reference, buyers.fullFundsUsd(buyer));
        }
        double crowd = Math.max(1, buyers.buyers().size() / 150.0);
        Scene.AreaScale money = new Scene.AreaScale(reference, LARGEST_RADIUS / StrictMath.pow(crowd, 0.3), LEAST_RADIUS / StrictMath.pow(crowd, 0.2));
        List<BuyerSpot> sites = new ArrayList<>();
        List<BuyerSpot> lane = new ArrayList<>();
        for (Buyer buyer : buyers.buyers()) {
            place(buyer, density, power, money, sites, lane);
        }
        List<BuyerSpot> byNumber = mains(sites);
        sites.sort(Comparator.comparingDouble(BuyerSpot::radius).reversed());
        List<Scene.Heading> headings = new ArrayList<>();
        List<BuyerSpot> placed = new ArrayList<>();
        for (BuyerSpot each : fill(lane, money, headings)) {
            byNumber.set(each.buyer(), each);
            if (each.radius() > 0) {
                placed.add(each);
            }
        }
        double[] edges = Slots.edges(Sheet.PLOT_LEFT, Sheet.PLOT_RIGHT - Sheet.PLOT_LEFT, SLOT_WIDTH, kinds.gpus());
        Scene.AreaScale machines = machineScale(lots, edges);
        List<Scene.Slot> slots = slots(lots, edges, machines);
        List<Scene.Taker> takers = takers(sales);
        List<News> news = News.of(run.watch().weeks(), run.watch().events(), sales, run.watch().offers(),
                borrower -> run.watch().initialDefaultWeek(borrower).isEmpty());
        Headline headline = Headline.of(news);
        Headline.Today today = new Headline.Today(calmUsd > 0 ? fundsUsd / calmUsd : Double.NaN, oldest(lots), couldHost, siteCount,
                onShelf(lots));
        News now = news.get(news.size() - 1);
        News then = news.get(headline.week());
        Set<Cooling> coolings = EnumSet.noneOf(Cooling.class);
        sites.forEach(each -> coolings.add(each.place().cooling()));
        kinds.machines().forEach(each -> coolings.addAll(each.cooling()));
        String when = then.week == now.week ? "" : "Week " + then.week + ": ";
        String lead = when + headline.lead(then, now, today);
        String rest = headline.consequence(then, now, today);
        List<Mark> marks = new ArrayList<>();
        marks.add(story(news, now));
        slots.forEach(slot -> marks.add(area(slot)));
        marks.addAll(sites);
        marks.addAll(placed);
        slots.forEach(slot -> marks.addAll(slot.lots()));
        return new Scene(Moment.of(run), run.parameters().time().horizon(), regimes(run.watch().weeks()), counters(now, lots), lead, rest,
                density, power, money, machines, List.copyOf(coolings), sites, links(sites, byNumber), placed, headings, slots, takers,
                paths(sales, slots, byNumber, takers), run.repo().isOpen() || !run.repo().lots().isEmpty(), marks);
    }

    /** Lots on the shelf and on their way to it, in the order of seizure. */
    private List<Lot> lots() {
        List<Lot> lots = new ArrayList<>(run.credit().inventory());
        lots.addAll(run.repo().lots());
        lots.addAll(run.credit().repossessing());
        lots.removeIf(lot -> lot.gpus().balance() == 0);
        for (Lot lot : lots) {
            if (lot.seizedWeek() <= week && !shelved.contains(lot.machine())) {
                shelved.add(lot.machine());
            }
        }
        return lots;
    }

    private LogScale density() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Buyer buyer : buyers.buyers()) {
            for (Site site : buyer.sites()) {
                if (buyer.type().business() == BuyerType.Business.USE && site.rackKw() > 0) {
                    least = Math.min(least, site.rackKw());
                    most = Math.max(most, site.rackKw());
                }
            }
        }
        for (MachineType machine : kinds.machines()) {
            least = Math.min(least, machine.nodeKw());
            most = Math.max(most, machine.nodeKw());
        }
        double edge = 14;
        return most == 0 ? new LogScale(1, 100, Sheet.PLOT_LEFT + edge, Sheet.PLOT_RIGHT - edge)
                : new LogScale(least / 1.15, most * 1.15, Sheet.PLOT_LEFT + edge, Sheet.PLOT_RIGHT - edge);
    }

    private LogScale power() {
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (Buyer buyer : buyers.buyers()) {
            for (Site site : buyer.sites()) {
                if (site.readyKw() > 0) {
                    most = Math.max(most, site.readyKw() / 1000);
                    least = Math.min(least, site.readyKw() / 1000);
                }
            }
        }
        return most == 0 ? new LogScale(0.01, 10, Sheet.BAND_TOP - 6, Sheet.PLOT_TOP + 20)
                : new LogScale(Numbers.roundDown(least / 2), most, Sheet.BAND_TOP - 6, Sheet.PLOT_TOP + 20);
    }

    private void place(Buyer buyer, LogScale density, LogScale power, Scene.AreaScale money, List<BuyerSpot> sites, List<BuyerSpot> lane) {
        double usd = buyers.spendableUsd(buyer);
        double calm = buyers.spendableInCalmUsd(buyer);
        fundsUsd += usd;
        calmUsd += calm;
        String type = buyer.type().name();
        if (buyer.type().business() == BuyerType.Business.RESELL) {
            lane.add(new BuyerSpot(stage, buyer.id(), type, -1, 1, 0, 0, money.of(usd), money.of(calm), true, null, usd, calm, bought[buyer.id()],
                    buyer.freeStorage()));
            return;
        }
        int count = buyer.sites().size();
        for (int s = 0; s < count; s++) {
            Site site = buyer.sites().get(s);
            double x = density.at(Math.max(density.least(), site.rackKw()));
            double y = site.freeKw() > 0 ? power.at(site.freeKw() / 1000)
                    : Sheet.BAND_TOP + 6 + 11 * spread(buyer.id() + 31 * s);
            boolean could = couldTake(site);
            couldHost += could && !shelved.isEmpty() ? 1 : 0;
            siteCount++;
            sites.add(new BuyerSpot(stage, buyer.id(), type, s, count, x, y, s == 0 ? money.of(usd) : SITE_RADIUS, s == 0 ? money.of(calm) : SITE_RADIUS, could,
                    new BuyerSpot.Place(site.cooling(), site.rackKw(), site.readyKw(), site.freeKw(), site.convertibleKw()), usd, calm,
                    bought[buyer.id()], 0));
        }
    }

    /** A number from 0 to 1 for another, evenly spread. */
    private static double spread(int number) {
        double golden = number * 0.6180339887498949;
        return golden - Math.floor(golden);
    }

    /** Whether free ready racks hold and cool something of the shelf; if that is empty, whether any is free. */
    private boolean couldTake(Site site) {
        if (shelved.isEmpty()) {
            return site.freeKw() > 0;
        }
        for (int i = 0; i < shelved.size(); i++) {
            if (site.readyNodes(shelved.get(i)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** First sites by the buyer's number. */
    private List<BuyerSpot> mains(List<BuyerSpot> sites) {
        List<BuyerSpot> mains = new ArrayList<>();
        for (int i = 0; i < buyers.buyers().size(); i++) {
            mains.add(null);
        }
        for (BuyerSpot each : sites) {
            if (each.site() == 0) {
                mains.set(each.buyer(), each);
            }
        }
        return mains;
    }

    /** Lines from buyers' first sites to their others: x and y of both ends. */
    private static List<double[]> links(List<BuyerSpot> sites, List<BuyerSpot> byNumber) {
        List<double[]> links = new ArrayList<>();
        for (BuyerSpot each : sites) {
            if (each.site() > 0) {
                BuyerSpot main = byNumber.get(each.buyer());
                links.add(new double[] {main.x(), main.y(), each.x(), each.y()});
            }
        }
        return links;
    }

    /** Puts those who need no rack into the lane, kind by kind. */
    private List<BuyerSpot> fill(List<BuyerSpot> lane, Scene.AreaScale money, List<Scene.Heading> headings) {
        TreeMap<String, List<BuyerSpot>> byType = new TreeMap<>();
        lane.forEach(each -> byType.computeIfAbsent(each.type(), type -> new ArrayList<>()).add(each));
        List<BuyerSpot> placed = new ArrayList<>();
        double width = Sheet.LANE_RIGHT - Sheet.LANE_LEFT - 8;
        double room = Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP - 18 - byType.size() * (HEADING + 4);
        double wanted = 0;
        for (List<BuyerSpot> group : byType.values()) {
            group.sort(Comparator.comparingDouble((BuyerSpot each) -> buyers.fullFundsUsd(buyers.buyers().get(each.buyer()))).reversed());
            wanted += Packing.rows(sizes(group, money), width, Double.POSITIVE_INFINITY, 1.5, 0).height(sizes(group, money));
        }
        double share = Math.min(1, room / wanted);
        double top = Sheet.PLOT_TOP + 16;
        for (List<BuyerSpot> group : byType.values()) {
            double[] sizes = sizes(group, money);
            Packing whole = Packing.rows(sizes, width, Double.POSITIVE_INFINITY, 1.5, 0);
            Packing packing = share == 1 ? whole : Packing.rows(sizes, width, share * whole.height(sizes), 1.5, 0);
            double height = packing.height(sizes);
            headings.add(new Scene.Heading(group.get(0).type() + " " + (packing.folded() > 0
                    ? sizes.length - packing.folded() + "/" + sizes.length : sizes.length), top + HEADING - 2));
            top += HEADING + 1;
            for (int i = 0; i < sizes.length; i++) {
                BuyerSpot each = group.get(i);
                boolean folded = Double.isNaN(packing.x()[i]);
                BuyerSpot spot = new BuyerSpot(stage, each.buyer(), each.type(), each.site(), 1,
                        folded ? (Sheet.LANE_LEFT + Sheet.LANE_RIGHT) / 2 : Sheet.LANE_LEFT + 4 + packing.x()[i],
                        folded ? top + height : top + packing.y()[i], folded ? 0 : each.radius(), each.calmRadius(), true, null,
                        each.fundsUsd(), each.calmUsd(), each.boughtGpus(), each.storage());
                placed.add(spot);
            }
            top += height + 3;
        }
        return placed;
    }

    /** What each would take up had it spent nothing: nobody is moved by what others spend. */
    private double[] sizes(List<BuyerSpot> group, Scene.AreaScale money) {
        double[] sizes = new double[group.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = 2 * money.of(buyers.fullFundsUsd(buyers.buyers().get(group.get(i).buyer())));
        }
        return sizes;
    }

    /** Such that no slot overflows as long as no more than a share of all machines are on the shelf; smaller if more are. */
    private Scene.AreaScale machineScale(List<Lot> lots, double[] edges) {
        double[] shelf = new double[kinds.machines().size()];
        long largest = kinds.largestFleet();
        for (Lot lot : lots) {
            shelf[kinds.placeOf(lot.machineIndex())] += lot.gpus().balance();
            largest = Math.max(largest, lot.gpus().balance());
        }
        double perGpu = LARGEST_SIDE * LARGEST_SIDE / largest;
        for (int k = 0; k < shelf.length; k++) {
            double room = (edges[k + 1] - edges[k]) * (Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP - 16) * FILLED;
            perGpu = Math.min(perGpu, room / Math.max(1, Math.max(ROOM_FOR * kinds.gpus()[k], shelf[k])));
        }
        double reference = Numbers.roundDown(largest);
        return new Scene.AreaScale(reference, Math.sqrt(perGpu * reference), LEAST_SIDE);
    }

    private List<Scene.Slot> slots(List<Lot> lots, double[] edges, Scene.AreaScale machines) {
        List<Scene.Slot> slots = new ArrayList<>();
        for (int k = 0; k < kinds.machines().size(); k++) {
            MachineType machine = kinds.machines().get(k);
            List<Lot> here = new ArrayList<>();
            long gpus = 0;
            long coming = 0;
            for (Lot lot : lots) {
                if (kinds.placeOf(lot.machineIndex()) == k) {
                    here.add(lot);
                    gpus += lot.seizedWeek() <= week ? lot.gpus().balance() : 0;
                    coming += lot.seizedWeek() <= week ? 0 : lot.gpus().balance();
                }
            }
            double[] sides = new double[here.size()];
            for (int i = 0; i < sides.length; i++) {
                sides[i] = machines.of(here.get(i).gpus().balance());
            }
            double width = edges[k + 1] - edges[k] - 6;
            Packing packing = Packing.rows(sides, width, Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP - 15, 1.5, 12);
            List<LotSpot> spots = new ArrayList<>();
            for (int i = 0; i < sides.length; i++) {
                if (!Double.isNaN(packing.x()[i])) {
                    spots.add(spot(here.get(i), edges[k] + 3 + packing.x()[i], Sheet.SHELF_BOTTOM - 1 - packing.y()[i], sides[i]));
                }
            }
            slots.add(new Scene.Slot(machine.name(), machine.nodeKw(), machine.cooling(), edges[k], edges[k + 1], gpus, coming, spots,
                    packing.folded()));
        }
        return slots;
    }

    private LotSpot spot(Lot lot, double x, double y, double side) {
        String seller = lot.seller() + (lot.sellerId() < 0 ? "" : " " + lot.sellerId()) + (lot.mustSell() ? ", must sell" : "");
        return new LotSpot(stage, lot.id(), lot.machine().name(), x, y, side, Shelved.of(lot, run), Shelved.why(lot, run), lot.isSeized(),
                lot.gpus().balance(), week - lot.seizedWeek(), lot.machine().nodeKw(),
                buyers.fmv().usdPerGpu(lot.machine(), lot.ageYears(week), lot.condition(week)), lot.loanUsdPerGpu(), seller);
    }

    private AreaSpot area(Scene.Slot slot) {
        String tip = "<b>" + slot.machine() + "</b>: a node needs " + Numbers.plain(slot.needsKw()) + " kW in one rack<br>"
                + Numbers.gpus(slot.gpus()) + " on the shelf, " + Numbers.count(slot.coming()) + " more being repossessed"
                + (slot.folded() > 0 ? "<br>" + Numbers.counted(slot.folded(), "smaller lot") + " not drawn" : "");
        List<Figure> figures = List.of(
                new Figure("machine", "Kind of machine", slot::machine),
                new Figure("GPUs on the shelf", "That lenders and dealers hold of it", () -> onShelf(stage.run(), slot.machine(), true)),
                new Figure("GPUs being repossessed", "On their way to lenders", () -> onShelf(stage.run(), slot.machine(), false)));
        return new AreaSpot(stage, "slot-" + slot.machine(), slot.machine(), tip, slot.left(), Sheet.GUTTER_TOP, slot.right(),
                Sheet.HEIGHT, figures);
    }

    private static long onShelf(FireSale now, String machine, boolean here) {
        if (now.credit() == null) {
            return 0L;
        }
        long gpus = 0;
        for (SeizedFleet fleet : here ? now.credit().inventory() : now.credit().repossessing()) {
            gpus += fleet.machine().name().equals(machine) ? fleet.gpus().balance() : 0;
        }
        for (int i = 0; here && i < now.repo().lots().size(); i++) {
            gpus += now.repo().lots().get(i).machine().name().equals(machine) ? now.repo().lots().get(i).gpus().balance() : 0;
        }
        return gpus;
    }

    /** The headline's card: what happened so far, the latest first. */
    private AreaSpot story(List<News> news, News now) {
        StringBuilder tip = new StringBuilder("<b>What happened</b>");
        List<Figure> figures = new ArrayList<>();
        Headline.Today unknown = new Headline.Today(Double.NaN, 0, 0, 0, 0);
        for (int w = news.size() - 1; w >= 0 && figures.size() < STORIES; w--) {
            Headline each = Headline.of(news.get(w));
            if (each.weight() >= Headline.WORTH_TELLING) {
                String text = each.lead(news.get(w), now, unknown);
                tip.append("<br>Week ").append(w).append(": ").append(text);
                figures.add(new Figure("week " + w, "What mattered most in the week", () -> text));
            }
        }
        if (figures.isEmpty()) {
            tip.append("<br>Nothing yet.");
            figures.add(new Figure("so far", "What mattered most", () -> "nothing yet"));
        }
        return new AreaSpot(stage, "story", "What happened", tip.toString(), 0, Sheet.TIMELINE_TOP, Sheet.WIDTH, Sheet.HEADLINE_BOTTOM,
                List.copyOf(figures));
    }

    private long onShelf(List<Lot> lots) {
        long gpus = 0;
        for (Lot lot : lots) {
            gpus += lot.seizedWeek() <= week ? lot.gpus().balance() : 0;
        }
        return gpus;
    }

    private int oldest(List<Lot> lots) {
        int oldest = 0;
        for (Lot lot : lots) {
            oldest = Math.max(oldest, week - lot.seizedWeek());
        }
        return oldest;
    }

    private static List<Regime> regimes(List<Week> weeks) {
        List<Regime> regimes = new ArrayList<>(weeks.size());
        for (int i = 0; i < weeks.size(); i++) {
            regimes.add(Regime.valueOf(weeks.get(i).regime().toUpperCase(Locale.ROOT)));
        }
        return regimes;
    }

    private List<Scene.Counter> counters(News now, List<Lot> lots) {
        return List.of(
                new Scene.Counter("defaults (induced)", now.defaultsSoFar + " (" + now.inducedSoFar + ")"),
                new Scene.Counter("GPUs on the shelf", Numbers.count(onShelf(lots))),
                new Scene.Counter("GPUs sold", Numbers.count(now.soldSoFarGpus)),
                new Scene.Counter("mean price", now.soldSoFarGpus == 0 ? "\u2013" : Numbers.againstFmv(now.paidOverFmvSoFar())),
                new Scene.Counter("lenders' losses", Numbers.usd(now.lossesUsd)));
    }

    /** The scrap heap, and owners of floors that are on. */
    private List<Scene.Taker> takers(List<Sale> sales) {
        PolicyParameters policy = run.parameters().policy();
        List<String> labels = new ArrayList<>();
        if (policy.standby().isOn()) {
            labels.add(FloorOwner.STANDBY.label());
        }
        if (policy.vendorFloor().isOn()) {
            labels.add(FloorOwner.VENDOR.label());
        }
        if (policy.floor().isOn()) {
            labels.add(FloorOwner.AUTHORITY.label());
        }
        labels.add("scrap");
        List<Scene.Taker> takers = new ArrayList<>();
        double step = Math.min(26, (Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP + 10) / labels.size());
        for (int i = 0; i < labels.size(); i++) {
            long gpus = 0;
            for (int s = 0; s < sales.size(); s++) {
                gpus += sales.get(s).buyer() < 0 && sales.get(s).buyerType().equals(labels.get(i)) ? sales.get(s).gpus() : 0;
            }
            takers.add(new Scene.Taker(labels.get(i), labels.get(i), gpus, Sheet.LANE_LEFT + 12, Sheet.SHELF_TOP + 4 + i * step));
        }
        return takers;
    }

    private List<Scene.Path> paths(List<Sale> sales, List<Scene.Slot> slots, List<BuyerSpot> byNumber, List<Scene.Taker> takers) {
        List<Scene.Path> paths = new ArrayList<>();
        for (Flights.Flight flight : Flights.of(sales, week)) {
            Scene.Slot from = null;
            for (Scene.Slot slot : slots) {
                from = slot.machine().equals(flight.kind()) ? slot : from;
            }
            if (from == null) {
                continue;
            }
            double fromY = Sheet.SHELF_BOTTOM - 14;
            if (flight.buyer() >= 0 && flight.buyer() < byNumber.size() && byNumber.get(flight.buyer()) != null) {
                BuyerSpot to = byNumber.get(flight.buyer());
                paths.add(new Scene.Path(flight, from.middle(), fromY, to.x(), to.y(), to.radius()));
            } else {
                for (Scene.Taker taker : takers) {
                    if (taker.label().equals(flight.taker())) {
                        paths.add(new Scene.Path(flight, from.middle(), fromY, taker.x(), taker.y(), 6));
                    }
                }
            }
        }
        return paths;
    }
}
