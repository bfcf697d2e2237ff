package firesale.buyers;

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

    static List<Buyer> draw(BuyersParameters parameters, OutsideWorld outside, Streams streams, LineSupply lines) {
        List<Buyer> buyers = new ArrayList<>();
        Account noCoins = outside.coins().open("buyers without coins");
        for (int kind = 0; kind < parameters.types().size(); kind++) {
            BuyerType type = parameters.types().get(kind);
            for (int i = 0; i < type.count(); i++) {
                buyers.add(buyer(buyers.size(), kind * KIND_STRIDE + i, type, parameters, outside, streams, lines, noCoins));
            }
        }
        return buyers;
    }

    private static Buyer buyer(int id, long identity, BuyerType type, BuyersParameters parameters, OutsideWorld outside,
            Streams streams, LineSupply lines, Account noCoins) {
        RandomStream what = streams.once(Kind.BUYER, identity, Purpose.ENDOWMENT);
        double readyMw = parameters.rackScale() * what.logNormal(type.readyMwMedian(), type.readyMwSigma());
        double rackKw = what.logNormal(type.rackKwMedian(), type.rackKwSigma());
        double convertibleMw = parameters.rackScale() * what.logNormal(type.convertibleMwMedian(), type.readyMwSigma());
        double fundsFactor = parameters.fundsScale() * what.logNormal(1, type.fundsSigma());
        double storage = what.logNormal(type.storageGpusMedian(), type.readyMwSigma());
        double utilisation = what.normal() * type.utilisationSd() + type.utilisationMean();
        double disagreement = streams.once(Kind.BUYER, identity, Purpose.BELIEF).normal() * type.beliefSd()
                + parameters.pessimismPerYear();
        double buildableMw = parameters.rackScale() * streams.once(Kind.BUYER, identity, Purpose.NEW_BUILD)
                .logNormal(type.buildableMwMedian(), type.readyMwSigma());
        List<Premises> premises = new ArrayList<>();
        premises.add(new Premises(type.ownSite(), type.ownSite().site(readyMw, rackKw, convertibleMw, buildableMw,
                parameters.heatKwPerRack(type.cooling()))));
        addFurtherSites(premises, identity, type, parameters, streams);
        Account cash = outside.money().open("buyer " + id);
        outside.money().transfer(outside.buyersFunding(), cash, Cents.of(type.cashMusdMedian() * 1e6 * fundsFactor));
        Account coins = type.btcMedian() > 0 ? coins(id, identity, type, outside, streams) : noCoins;
        int lineLender = type.lineFromLenders() > 0
                ? lineLender(lines, streams.once(Kind.BUYER, identity, Purpose.LINE_LENDER)) : NOBODY;
        return new Buyer(id, identity, type, premises, coins, cash, Cents.of(type.lineMusdMedian() * 1e6 * fundsFactor),
                lineLender, StrictMath.max(0, StrictMath.min(1, utilisation)), disagreement, (long) storage);
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

    private static Account coins(int id, long identity, BuyerType type, OutsideWorld outside, Streams streams) {
        Account coins = outside.coins().open("buyer " + id);
        double count = streams.once(Kind.BUYER, identity, Purpose.BUYER_COINS).logNormal(type.btcMedian(), type.btcSigma());
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
