package firesale.gui.map;

import firesale.buyers.Buyer;
import firesale.buyers.BuyerType;
import firesale.buyers.Buyers;
import firesale.gui.view.Mark;
import firesale.gui.view.Moment;
import firesale.gui.view.Numbers;
import firesale.gui.view.RoundScale;
import firesale.gui.view.Stage;
import firesale.hardware.Cooling;
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

/** Takes down what the map shows of a run as it stands. It reads, and changes nothing. */
final class MapSceneBuilder {

    private static final double LARGEST_RADIUS = 24;
    private static final double LEAST_RADIUS = 2.2;
    private static final double SITE_RADIUS = 2.6;

    private final Stage stage;
    private final FireSale run;
    private final Buyers buyers;
    private final int week;
    private final Kinds kinds;
    private final long[] bought;
    private final Shelf shelf;
    private final List<MachineType> shelved;
    private double fundsUsd;
    private double calmUsd;
    private int couldHost;
    private int siteCount;

    /** @param run one that has begun */
    MapSceneBuilder(Stage stage, FireSale run) {
        this.stage = stage;
        this.run = run;
        this.buyers = run.buyers();
        this.week = run.week();
        this.kinds = Kinds.of(run);
        this.shelf = new Shelf(stage, run, kinds);
        this.shelved = shelf.machines();
        this.bought = new long[buyers.buyers().size()];
    }

    MapScene build() {
        List<Sale> sales = run.watch().sales();
        for (int i = 0; i < sales.size(); i++) {
            if (sales.get(i).buyer() >= 0) {
                bought[sales.get(i).buyer()] += sales.get(i).gpus();
            }
        }
        LogScale density = density();
        LogScale power = power();
        double reference = 1;
        for (Buyer buyer : buyers.buyers()) {
            reference = Math.max(reference, buyers.fullFundsUsd(buyer));
        }
        double crowd = Math.max(1, buyers.buyers().size() / 150.0);
        MapScene.AreaScale money = new MapScene.AreaScale(reference, LARGEST_RADIUS / StrictMath.pow(crowd, 0.3),
                LEAST_RADIUS / StrictMath.pow(crowd, 0.2));
        List<BuyerSpot> sites = new ArrayList<>();
        List<BuyerSpot> lane = new ArrayList<>();
        for (Buyer buyer : buyers.buyers()) {
            place(buyer, density, power, money, sites, lane);
        }
        List<BuyerSpot> byNumber = mains(sites);
        sites.sort(Comparator.comparingDouble(BuyerSpot::radius).reversed());
        Lane resellers = new Lane(buyers);
        List<BuyerSpot> placed = new ArrayList<>();
        for (BuyerSpot each : resellers.fill(lane, money)) {
            byNumber.set(each.buyer(), each);
            if (each.radius() > 0) {
                placed.add(each);
            }
        }
        List<MapScene.Slot> slots = shelf.slots();
        List<MapScene.Taker> takers = takers(sales);
        List<News> news = News.of(run.watch().weeks(), run.watch().events(), sales, run.watch().offers(),
                borrower -> run.watch().initialDefaultWeek(borrower).isEmpty());
        Headline headline = Headline.of(news);
        Headline.Today today = new Headline.Today(calmUsd > 0 ? fundsUsd / calmUsd : Double.NaN, shelf.oldestWeeks(), couldHost,
                siteCount,
                shelf.gpus(), shelf.heldGpus());
        News now = news.get(news.size() - 1);
        News then = news.get(headline.week());
        Set<Cooling> coolings = EnumSet.noneOf(Cooling.class);
        sites.forEach(each -> coolings.add(each.place().cooling()));
        List<MapScene.Counter> counters = counters(now);
        boolean isOver = run.schedule.scheduleComplete() || week >= run.parameters().time().horizon() - 1;
        String when = then.week == now.week || headline.story() == Headline.Story.NOTHING ? "" : "Week " + then.week + ": ";
        String lead = isOver ? Headline.summaryLead(now, run.credit().borrowers().size())
                : when + headline.lead(then, now, today);
        String rest = isOver ? Headline.summaryRest(now) : headline.consequence(then, now, today);
        List<Mark> marks = new ArrayList<>();
        Areas areas = new Areas(stage);
        marks.add(areas.story(news, now));
        marks.add(areas.totals(counters));
        takers.forEach(taker -> marks.add(areas.of(taker)));
        slots.forEach(slot -> marks.add(areas.of(slot)));
        marks.addAll(sites);
        marks.addAll(placed);
        slots.forEach(slot -> marks.addAll(slot.lots()));
        return new MapScene(Moment.of(run), run.parameters().time().horizon(), regimes(run.watch().weeks()),
                History.of(run.watch().weeks(), news), counters, lead, rest,
                density, power, money, shelf.scale(), List.copyOf(coolings), sites, links(sites, byNumber), placed,
                        resellers.headings(), slots,
                        takers,
                paths(sales, slots, byNumber, takers), run.repo().isOpen() || !run.repo().lots().isEmpty(), marks);
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
                : new LogScale(RoundScale.down(least / 2), most, Sheet.BAND_TOP - 6, Sheet.PLOT_TOP + 20);
    }

    private void place(Buyer buyer, LogScale density, LogScale power, MapScene.AreaScale money, List<BuyerSpot> sites,
            List<BuyerSpot> lane) {
        double usd = buyers.spendableUsd(buyer);
        double calm = buyers.spendableInCalmUsd(buyer);
        fundsUsd += usd;
        calmUsd += calm;
        String type = buyer.type().name();
        if (buyer.type().business() == BuyerType.Business.RESELL) {
            lane.add(new BuyerSpot(stage, buyer.id(), type, -1, 1, 0, 0, money.of(usd), money.of(calm), true, null, usd, calm,
                    bought[buyer.id()],
                    buyer.freeStorage()));
            return;
        }
        int count = buyer.sites().size();
        for (int s = 0; s < count; s++) {
            Site site = buyer.sites().get(s);
            double x = density.at(Math.max(density.least(), site.rackKw()));
            double y = site.freeKw() > 0 ? power.at(site.freeKw() / 1000)
                    : Sheet.BAND_TOP + 6 + 11 * spread(buyer.id() + 31 * s);
            double radius = s == 0 ? money.of(usd) : SITE_RADIUS;
            double ring = Math.max(radius, s == 0 ? money.of(calm) : SITE_RADIUS);
            x = within(x, Sheet.PLOT_LEFT + ring, Sheet.PLOT_RIGHT - ring);
            y = site.freeKw() > 0 ? within(y, Sheet.PLOT_TOP + ring, Sheet.BAND_TOP)
                    : within(y, Sheet.BAND_TOP + 0.5, Sheet.PLOT_BOTTOM - ring);
            boolean could = couldTake(site);
            couldHost += could && !shelved.isEmpty() ? 1 : 0;
            siteCount++;
            sites.add(new BuyerSpot(stage, buyer.id(), type, s, count, x, y, radius, s == 0
                    ? money.of(calm) : SITE_RADIUS, could,
                    new BuyerSpot.Place(site.cooling(), site.rackKw(), site.readyKw(), site.freeKw(), site.convertibleKw()), usd,
                            calm,
                    bought[buyer.id()], 0));
        }
    }

    /** A place that lies in a range; where the range is turned round, its first end. */
    private static double within(double place, double least, double most) {
        return Math.max(least, Math.min(most, place));
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

    private static List<Regime> regimes(List<Week> weeks) {
        List<Regime> regimes = new ArrayList<>(weeks.size());
        for (int i = 0; i < weeks.size(); i++) {
            regimes.add(Regime.valueOf(weeks.get(i).regime().toUpperCase(Locale.ROOT)));
        }
        return regimes;
    }

    private List<MapScene.Counter> counters(News now) {
        return List.of(
                new MapScene.Counter("defaults (induced)", now.defaultsSoFar + " (" + now.inducedSoFar + ")",
                        "so far; of these induced: they would not have come about had all seized machines been taken at FMV"),
                new MapScene.Counter("on the shelf now", Numbers.gpus(shelf.gpus()), "that lenders and dealers have not sold"),
                new MapScene.Counter("sold so far", Numbers.gpus(now.soldSoFarGpus), "scrap is not counted"),
                new MapScene.Counter("mean price so far", now.soldSoFarGpus == 0 ? "\u2013"
                        : Numbers.againstFmv(now.paidOverFmvSoFar()),
                        "of all that was sold, against what it would be worth to users without any friction"),
                new MapScene.Counter(now.lossesUsd < 0 ? "gain so far" : "loss so far", Numbers.usd(Math.abs(now.lossesUsd)),
                        "of lenders: what they did not get back of loans on machines sold;"
                        + " a gain as long as these brought more"));
    }

    /** The scrap heap, and owners of floors that are on. */
    private List<MapScene.Taker> takers(List<Sale> sales) {
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
        List<MapScene.Taker> takers = new ArrayList<>();
        double step = Math.min(26, (Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP + 10) / labels.size());
        for (int i = 0; i < labels.size(); i++) {
            long gpus = 0;
            for (int s = 0; s < sales.size(); s++) {
                gpus += sales.get(s).buyer() < 0 && sales.get(s).buyerType().equals(labels.get(i)) ? sales.get(s).gpus() : 0;
            }
            takers.add(new MapScene.Taker(labels.get(i), labels.get(i), gpus, Sheet.LANE_LEFT + 12,
                    Sheet.SHELF_TOP + 4 + i * step));
        }
        return takers;
    }

    private List<MapScene.Path> paths(List<Sale> sales, List<MapScene.Slot> slots, List<BuyerSpot> byNumber,
            List<MapScene.Taker> takers) {
        List<MapScene.Path> paths = new ArrayList<>();
        for (Flights.Flight flight : Flights.of(sales, week)) {
            MapScene.Slot from = null;
            for (MapScene.Slot slot : slots) {
                from = slot.machine().equals(flight.kind()) ? slot : from;
            }
            if (from == null) {
                continue;
            }
            double fromX = from.middle();
            double fromY = Sheet.SHELF_BOTTOM - 14;
            for (LotSpot lot : from.lots()) {
                fromX = lot.lot() == flight.lot() ? lot.x() : fromX;
                fromY = lot.lot() == flight.lot() ? lot.y() : fromY;
            }
            if (flight.buyer() >= 0 && flight.buyer() < byNumber.size() && byNumber.get(flight.buyer()) != null) {
                BuyerSpot to = byNumber.get(flight.buyer());
                paths.add(new MapScene.Path(flight, fromX, fromY, to.x(), to.y(), to.radius()));
            } else {
                for (MapScene.Taker taker : takers) {
                    if (taker.label().equals(flight.taker())) {
                        paths.add(new MapScene.Path(flight, fromX, fromY, taker.x(), taker.y(), 6));
                    }
                }
            }
        }
        return paths;
    }
}
