package firesale.credit;

import firesale.credit.CreditParameters.CoinLineParameters;
import firesale.credit.contracts.CoinLine;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;

/**
 * Lenders against coins watch the price every week. At or above the call's LTV m the borrower pledges free coins, if it has
 * any, until the LTV is l, that of the draw; if that does not bring it below m, the lender sells pledged coins until it is l,
 * <pre>
 *   coins sold = min(pledged, (B - l q P) / (P (1 - l)))        B owed, q pledged, P price
 * </pre>
 * and what coins do not cover is due at once. A borrower that cannot pay it defaults.
 */
public final class MarginCalls {

    private final CoinLineParameters terms;
    private final OutsideWorld outside;
    private final Market market;
    private final Liquidity liquidity;
    private final Chronicle chronicle;
    private int calls;
    private double coinsLiquidated;

    /** @param liquidity where a borrower finds what its coins do not cover */
    public MarginCalls(CoinLineParameters terms, OutsideWorld outside, Market market, Liquidity liquidity, Chronicle chronicle) {
        this.terms = terms;
        this.outside = outside;
        this.market = market;
        this.liquidity = liquidity;
        this.chronicle = chronicle;
    }

    /** Watches a borrower's line. Returns false if a call could not be met: a default. */
    boolean meet(Borrower borrower) {
        return borrower.line() == null || meet(borrower, market.btcUsd());
    }

    /** Watches a borrower's line at a price of BTC. Returns false if a call could not be met. */
    public boolean meet(Borrower borrower, double btcUsd) {
        CoinLine line = borrower.line();
        if (line.ltv(btcUsd) < terms.callLtv()) {
            return true;
        }
        calls++;
        chronicle.note(CreditEvent.MARGIN_CALL, borrower.id(), -1, 0, Cents.toUsd(line.balance()));
        if (terms.topUps()) {
            topUp(borrower, line, btcUsd);
        }
        if (line.ltv(btcUsd) < terms.callLtv()) {
            return true;
        }
        double owed = Cents.toUsd(line.balance());
        double coins = (owed - terms.ltv() * line.pledgedUsd(btcUsd)) / (btcUsd * (1 - terms.ltv()));
        sell(borrower, (long) StrictMath.ceil(StrictMath.min(coins * Coins.SATOSHI, line.pledged().balance())), btcUsd);
        return line.pledged().balance() > 0 || payRest(borrower, line);
    }

    private void topUp(Borrower borrower, CoinLine line, double btcUsd) {
        double missing = (Cents.toUsd(line.balance()) / terms.ltv() - line.pledgedUsd(btcUsd)) / btcUsd;
        long added = Math.min(borrower.coins().balance(), (long) StrictMath.ceil(missing * Coins.SATOSHI));
        outside.coins().transfer(borrower.coins(), line.pledged(), Math.max(0, added));
    }

    private boolean payRest(Borrower borrower, CoinLine line) {
        long rest = line.balance();
        if (!liquidity.provide(borrower, rest)) {
            return false;
        }
        outside.money().transfer(borrower.cash(), line.holder(), rest);
        line.reduce(rest);
        return true;
    }

    /** Default: the lender takes its pledge; a surplus goes to the estate, a deficiency stays a claim. */
    void close(Borrower borrower) {
        if (borrower.line() != null) {
            sell(borrower, borrower.line().pledged().balance(), market.btcUsd());
        }
    }

    /** Sells pledged coins; the lender keeps what it is owed, the rest is the borrower's. */
    private void sell(Borrower borrower, long satoshi, double btcUsd) {
        CoinLine line = borrower.line();
        long proceeds = Cents.of(satoshi / Coins.SATOSHI * btcUsd);
        long kept = Math.min(proceeds, line.balance());
        outside.coins().transfer(line.pledged(), outside.coinMarket(), satoshi);
        outside.money().transfer(outside.dollarsForCoins(), line.holder(), kept);
        outside.money().transfer(outside.dollarsForCoins(), borrower.cash(), proceeds - kept);
        line.reduce(kept);
        liquidity.coins().count(satoshi / Coins.SATOSHI);
        coinsLiquidated += satoshi / Coins.SATOSHI;
    }

    /** Margin calls so far, one for each week in which a line stands at or above the call's LTV. */
    public int calls() {
        return calls;
    }

    /** Pledged coins that lenders sold, BTC. */
    double coinsLiquidated() {
        return coinsLiquidated;
    }
}
