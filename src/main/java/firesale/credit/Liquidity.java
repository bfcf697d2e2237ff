package firesale.credit;

import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import firesale.world.Regime;

/** How a borrower finds cash: coins go first, then new equity, which is open in calm only. */
public final class Liquidity {

    private final CreditParameters.BorrowerParameters parameters;
    private final OutsideWorld outside;
    private final Market market;
    private double coinsSoldThisWeek;

    /** Nobody has sold coins yet. */
    public Liquidity(CreditParameters.BorrowerParameters parameters, OutsideWorld outside, Market market) {
        this.parameters = parameters;
        this.outside = outside;
        this.market = market;
    }

    /** Tries to bring a borrower's cash to an amount. Returns whether it is there. */
    boolean provide(Borrower borrower, long cents) {
        long missing = cents - borrower.cash().balance();
        if (missing > 0) {
            missing -= sellCoins(borrower, missing);
        }
        if (missing > 0 && market.regime() == Regime.CALM) {
            missing -= issueEquity(borrower, missing);
        }
        return missing <= 0;
    }

    /** What {@link #provide} could bring together, cents. */
    long reach(Borrower borrower) {
        return borrower.cash().balance() + Cents.of(borrower.coinsUsd(market.btcUsd())) + equityRoom(borrower);
    }

    /** Sells coins for at least an amount of cents, or all of them; returns the proceeds. */
    long sellCoins(Borrower borrower, long cents) {
        double price = market.btcUsd();
        long wanted = (long) StrictMath.ceil(Cents.toUsd(cents) / price * Borrower.SATOSHI);
        long sold = Math.min(wanted, borrower.coins().balance());
        if (sold <= 0) {
            return 0;
        }
        long proceeds = Cents.of(sold / Borrower.SATOSHI * price);
        outside.coins().transfer(borrower.coins(), outside.coinMarket(), sold);
        outside.money().transfer(outside.dollarsForCoins(), borrower.cash(), proceeds);
        sold(sold / Borrower.SATOSHI);
        return proceeds;
    }

    /** Counts coins that were sold, BTC. */
    void sold(double coins) {
        coinsSoldThisWeek += coins;
    }

    private long issueEquity(Borrower borrower, long cents) {
        long raised = Math.min(cents, equityRoom(borrower));
        outside.money().transfer(outside.investors(), borrower.cash(), raised);
        borrower.raiseEquity(Cents.toUsd(raised));
        return raised;
    }

    private long equityRoom(Borrower borrower) {
        if (market.regime() != Regime.CALM) {
            return 0;
        }
        double room = parameters.equityPerYear() * borrower.fleetCostUsd() * StrictMath.min(1, market.aiEquity())
                - borrower.equityRaisedThisYearUsd();
        return Cents.of(StrictMath.max(0, room));
    }

    /** Coins sold since the last call. */
    double takeCoinsSold() {
        double sold = coinsSoldThisWeek;
        coinsSoldThisWeek = 0;
        return sold;
    }

    /** Weeks of a year, for budgets that renew. */
    static boolean yearStarts(int week) {
        return week % (int) Hours.WEEKS_PER_YEAR == 0;
    }
}
