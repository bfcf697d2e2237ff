package firesale.buyers;

import firesale.hardware.Cooling;
import firesale.kernel.books.Account;
import firesale.kernel.books.Coins;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import java.util.ArrayList;
import java.util.List;

/** Draws buyers; each one's draws depend on the seed and its own number only. */
final class BuyerPopulation {

    /** Numbers of buyers of one kind start at a multiple of this, so that adding to one kind shifts no other kind's draws. */
    private static final long KIND_STRIDE = 1_000_000_000L;

    private static final int NOBODY = -1;

    private BuyerPopulation() {
    }

    /** Buyers by kind. */
    static List<Buyer> draw(BuyersParameters parameters, OutsideWorld outside, Streams streams, LineSupply lines) {
        return draw(parameters, OwnBuyers.DRAWN, outside, streams, lines);
    }

    /** Buyers by kind, and own ones after them or in their place. */
    static List<Buyer> draw(BuyersParameters parameters, OwnBuyers own, OutsideWorld outside, Streams streams, LineSupply lines) {
        List<Buyer> buyers = new ArrayList<>();
        Account noCoins = outside.coins().open("buyers without coins");
        boolean drawn = own.buyers().isEmpty() || parameters.addToDrawn();
        for (int kind = 0; kind < parameters.types().size(); kind++) {
            BuyerType type = parameters.types().get(kind);
            for (int i = 0; drawn && i < type.count(); i++) {
                buyers.add(buyer(buyers.size(), kind * KIND_STRIDE + i, type, OwnBuyers.Given.NOTHING, parameters, outside, streams,
                        lines, noCoins));
            }
        }
        for (OwnBuyers.Given given : own.buyers()) {
            buyers.add(buyer(buyers.size(), Streams.identity(given.id()), parameters.types().get(given.kind()), given, parameters,
                    outside, streams, lines, noCoins));
        }
        return buyers;
    }

    /** What is not given is drawn; every draw is made, so that what is given shifts none. */
    private static Buyer buyer(int id, long identity, BuyerType type, OwnBuyers.Given given, BuyersParameters parameters,
            OutsideWorld outside,
            Streams streams, LineSupply lines, Account noCoins) {
        RandomStream what = streams.once(Kind.BUYER, identity, Purpose.ENDOWMENT);
        double readyMw = parameters.rackScale() * what.logNormal(type.readyMwMedian(), type.readyMwSigma());
        double rackKw = what.logNormal(type.rackKwMedian(), type.rackKwSigma());
        double convertibleMw = parameters.rackScale() * what.logNormal(type.convertibleMwMedian(), type.readyMwSigma());
        double fundsFactor = parameters.fundsScale() * what.logNormal(1, type.fundsSigma());
        double storage = what.logNormal(type.storageGpusMedian(), type.readyMwSigma());
        double utilisation = what.normal() * type.utilisationSd() + type.utilisationMean();
        double disagreement = streams.once(Kind.BUYER, identity, Purpose.BELIEF).normal() * type.beliefSd();
        double buildableMw = type.buildableMwMedian() == 0 ? 0 : parameters.rackScale()
                * streams.once(Kind.BUYER, identity, Purpose.NEW_BUILD).logNormal(type.buildableMwMedian(), type.readyMwSigma());
        List<Premises> premises = new ArrayList<>();
        premises.add(premises(given.sites().get(0), type, parameters, readyMw, rackKw, convertibleMw, buildableMw));
        for (int s = 1; s < given.sites().size(); s++) {
            premises.add(furtherSite(given, s, type, parameters, streams));
        }
        if (given == OwnBuyers.Given.NOTHING) {
            addFurtherSites(premises, identity, type, parameters, streams);
        }
        Account cash = outside.money().open("buyer " + id);
        outside.money().transfer(outside.buyersFunding(), cash,
                musd(given.cashMusd(), type.cashMusdMedian(), fundsFactor, parameters));
        Account coins = OwnBuyers.or(given.btc(), type.btcMedian()) > 0
                ? coins(id, identity, type, given, outside, streams) : noCoins;
        int lineLender = type.lineFromLenders() > 0
                ? lineLender(lines, streams.once(Kind.BUYER, identity, Purpose.LINE_LENDER)) : NOBODY;
        Buyer.Traits traits = new Buyer.Traits(
                OwnBuyers.or(given.utilisation(), StrictMath.max(0, StrictMath.min(1, utilisation))),
                OwnBuyers.or(given.discountRate(), type.discountRate()),
                OwnBuyers.or(given.disagreement(), disagreement) + parameters.pessimismPerYear(),
                OwnBuyers.or(given.attendance(), type.attendance()));
        return new Buyer(id, identity, type, premises, coins, cash,
                musd(given.lineMusd(), type.lineMusdMedian(), fundsFactor, parameters), lineLender, traits, (long) OwnBuyers.or(given.storageGpus(), storage));
    }

    /** Sites beside its own. A site's draws depend on the seed, the buyer and the name of the site: a row more shifts nothing. */
    private static void addFurtherSites(List<Premises> premises, long identity, BuyerType type, BuyersParameters parameters,
            Streams streams) {
        for (SiteType site : parameters.sites()) {
            if (site.share() > 0 && site.buyers().equals(type.name())) {
                long seed = streams.number(Kind.BUYER, identity, Purpose.FURTHER_SITE, 0);
                RandomStream what = new Streams(seed).once(Kind.SITE, Streams.identity(site.name()), Purpose.FURTHER_SITE);
                if (what.chance(site.share())) {
                    double readyMw = parameters.rackScale() * what.logNormal(site.readyMwMedian(), site.readyMwSigma());
                    double rackKw = what.logNormal(site.rackKwMedian(), site.rackKwSigma());
                    double convertibleMw = parameters.rackScale() * what.logNormal(site.convertibleMwMedian(), site.readyMwSigma());
                    double buildableMw = parameters.rackScale() * what.logNormal(site.buildableMwMedian(), site.readyMwSigma());
                    premises.add(new Premises(site, site.site(readyMw, rackKw, convertibleMw, buildableMw,
                            parameters.heatKwPerRack(site.cooling()))));
                }
            }
        }
    }

    /** What is given is scaled like what is drawn. */
    private static long musd(double given, double median, double factor, BuyersParameters parameters) {
        return Cents.of(Double.isNaN(given) ? median * 1e6 * factor : given * 1e6 * parameters.fundsScale());
    }

    private static Premises premises(OwnBuyers.GivenSite given, BuyerType type, BuyersParameters parameters, double readyMw,
            double rackKw, double convertibleMw, double buildableMw) {
        SiteType own = type.ownSite();
        Cooling cooling = given.cooling().orElse(own.cooling());
        SiteType terms = given == OwnBuyers.GivenSite.NOTHING ? own : own.with(cooling,
                OwnBuyers.or(given.pue(), own.pue()),
                OwnBuyers.or(given.powerUsdPerKwh(), own.powerUsdPerKwh()),
                OwnBuyers.or(given.rackRentUsdPerKwMonth(), own.rackRentUsdPerKwMonth()));
        return new Premises(terms, terms.site(scaled(given.readyMw(), readyMw, parameters),
                OwnBuyers.or(given.rackKw(), rackKw), scaled(given.convertibleMw(), convertibleMw, parameters), buildableMw,
                parameters.heatKwPerRack(cooling)));
    }

    private static double scaled(double given, double drawn, BuyersParameters parameters) {
        return Double.isNaN(given) ? drawn : given * parameters.rackScale();
    }

    /** A second site, or one after it: its draws are its own. */
    private static Premises furtherSite(OwnBuyers.Given buyer, int number, BuyerType type, BuyersParameters parameters,
            Streams streams) {
        RandomStream what = streams.once(Kind.BUYER, Streams.identity(buyer.id() + "/site " + number), Purpose.ENDOWMENT);
        double readyMw = parameters.rackScale() * what.logNormal(type.readyMwMedian(), type.readyMwSigma());
        double rackKw = what.logNormal(type.rackKwMedian(), type.rackKwSigma());
        double convertibleMw = parameters.rackScale() * what.logNormal(type.convertibleMwMedian(), type.readyMwSigma());
        return premises(buyer.sites().get(number), type, parameters, readyMw, rackKw, convertibleMw,
                parameters.rackScale() * what.logNormal(type.buildableMwMedian(), type.readyMwSigma()));
    }

    private static Account coins(int id, long identity, BuyerType type, OwnBuyers.Given given, OutsideWorld outside,
            Streams streams) {
        Account coins = outside.coins().open("buyer " + id);
        double drawn = streams.once(Kind.BUYER, identity, Purpose.BUYER_COINS).logNormal(type.btcMedian(), type.btcSigma());
        double count = OwnBuyers.or(given.btc(), drawn);
        outside.coins().transfer(outside.coinMarket(), coins, (long) (count * Coins.SATOSHI));
        return coins;
    }

    /** A lender with a probability in proportion to its weight. */
    private static int lineLender(LineSupply lines, RandomStream draw) {
        double total = 0;
        for (int i = 0; i < lines.lenders(); i++) {
            total += lines.weight(i);
        }
        double left = draw.uniform() * total;
        int last = NOBODY;
        for (int i = 0; i < lines.lenders() && left >= 0; i++) {
            if (lines.weight(i) > 0) {
                last = i;
                left -= lines.weight(i);
            }
        }
        return last;
    }
}
