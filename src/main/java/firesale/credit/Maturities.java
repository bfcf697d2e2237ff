package firesale.credit;

import firesale.credit.contracts.ConvertibleNote;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import firesale.world.Regime;

/** Notes that fall due: converted if in the money, rolled if the market is open, else repaid; or default. */
final class Maturities {

    private static final int ROLL_WEEKS = (int) (3 * Hours.WEEKS_PER_YEAR);

    private final CreditParameters parameters;
    private final OutsideWorld outside;
    private final Market market;
    private final Liquidity liquidity;

    Maturities(CreditParameters parameters, OutsideWorld outside, Market market, Liquidity liquidity) {
        this.parameters = parameters;
        this.outside = outside;
        this.market = market;
        this.liquidity = liquidity;
    }

    /** Settles a note if it is due. Returns false if it could be neither rolled nor repaid. */
    boolean settle(Borrower borrower, int week) {
        ConvertibleNote note = borrower.note();
        if (!note.matures(week)) {
            return true;
        }
        if (note.inTheMoney(market.aiEquity())) {
            note.extinguish();
            return true;
        }
        double assets = borrower.bookUsd(week, parameters.loan().bookLifeYears()) + borrower.siteCostUsd()
                + borrower.coinsUsd(market.btcUsd()) + borrower.pledgedUsd(market.btcUsd()) + Cents.toUsd(borrower.cash().balance());
        if (market.regime() != Regime.SQUEEZE
                && Cents.toUsd(borrower.debt()) <= parameters.note().rollLeverage() * assets) {
            note.roll(week + ROLL_WEEKS);
            return true;
        }
        if (!liquidity.provide(borrower, note.face())) {
            return false;
        }
        outside.money().transfer(borrower.cash(), outside.noteHolders(), note.face());
        note.extinguish();
        return true;
    }
}
