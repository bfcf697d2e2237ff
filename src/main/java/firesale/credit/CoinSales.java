package firesale.credit;

import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;

/** Selling free coins at the market; what is sold presses on the price of the next week. */
final class CoinSales implements CashSource {

    private final OutsideWorld outside;
    private final Market market;
    private final Chronicle chronicle;
    private double soldThisWeek;
    private double soldInAll;

    CoinSales(OutsideWorld outside, Market market, Chronicle chronicle) {
        this.outside = outside;
        this.market = market;
        this.chronicle = chronicle;
    }

    @Override
    public long room(Borrower borrower) {
        return Cents.of(borrower.coinsUsd(market.btcUsd()));
    }

    @Override
    public long raise(Borrower borrower, long cents) {
        long before = borrower.cash().balance();
        long sold = outside.sellCoins(borrower.coins(), borrower.cash(), cents, market.btcUsd());
        if (sold == 0) {
            return 0;
        }
        long proceeds = borrower.cash().balance() - before;
        count(sold / Coins.SATOSHI);
        chronicle.note(CreditEvent.COINS_SOLD, borrower.id(), -1, 0, Cents.toUsd(proceeds));
        return proceeds;
    }

    /** Counts coins that were sold, BTC. */
    void count(double coins) {
        soldThisWeek += coins;
        soldInAll += coins;
    }

    /** Coins sold since the last call, BTC. */
    double take() {
        double sold = soldThisWeek;
        soldThisWeek = 0;
        return sold;
    }

    /** Coins sold in all, BTC. */
    double soldInAll() {
        return soldInAll;
    }
}
