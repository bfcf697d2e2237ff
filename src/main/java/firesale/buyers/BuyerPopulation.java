package firesale.buyers;

import firesale.hardware.Site;
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
                buyers.add(buyer(buyers.size(), kind * KIND_STRIDE + i, type, parameters, outside, streams, lines,
                        noCoins));
            }
        }
        return buyers;
    }

    private static Buyer buyer(int id, long identity, BuyerType type, BuyersParameters all, OutsideWorld outside,
            Streams streams, LineSupply lines, Account noCoins) {
        RandomStream what = streams.once(Kind.BUYER, identity, Purpose.ENDOWMENT);
        double readyMw = all.rackScale() * what.logNormal(type.readyMwMedian(), type.readyMwSigma());
        double rackKw = what.logNormal(type.rackKwMedian(), type.rackKwSigma());
        double convertibleMw = all.rackScale() * what.logNormal(type.convertibleMwMedian(), type.readyMwSigma());
        double fundsFactor = all.fundsScale() * what.logNormal(1, type.fundsSigma());
        double storage = what.logNormal(type.storageGpusMedian(), type.readyMwSigma());
        double utilisation = what.normal() * type.utilisationSd() + type.utilisationMean();
        double disagreement = streams.once(Kind.BUYER, identity, Purpose.BELIEF).normal() * type.beliefSd()
                + all.pessimismPerYear();
        Site site = new Site(readyMw * 1000, rackKw, type.cooling(), type.pue(), type.powerUsdPerKwh(),
                type.rackRentUsdPerKwMonth(), type.shellShare(), convertibleMw * 1000);
        Account cash = outside.money().open("buyer " + id);
        outside.money().transfer(outside.buyersFunding(), cash, Cents.of(type.cashMusdMedian() * 1e6 * fundsFactor));
        Account coins = type.btcMedian() > 0 ? coins(id, identity, type, outside, streams) : noCoins;
        int lineLender = type.lineFromLenders() > 0
                ? lineLender(lines, streams.once(Kind.BUYER, identity, Purpose.LINE_LENDER)) : NOBODY;
        return new Buyer(id, identity, type, List.of(site), coins, cash, Cents.of(type.lineMusdMedian() * 1e6 * fundsFactor), lineLender,
                StrictMath.max(0, StrictMath.min(1, utilisation)), disagreement, (long) storage);
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
