package firesale.credit;

import firesale.credit.contracts.BulletNote;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import firesale.world.Regime;

/**
 * Notes that fall due: converted if in the money, rolled at the spread of the week if the market is open, else repaid; or
 * default. What falls due in one week is paid in full or not at all, so that no holder is preferred before a default.
 */
final class Maturities {

    private static final int ROLL_WEEKS = (int) (3 * Hours.WEEKS_PER_YEAR);

    private final CreditParameters parameters;
    private final OutsideWorld outside;
    private final Market market;
    private final Liquidity liquidity;
    private final Chronicle chronicle;

    Maturities(CreditParameters parameters, OutsideWorld outside, Market market, Liquidity liquidity, Chronicle chronicle) {
        this.parameters = parameters;
        this.outside = outside;
        this.market = market;
        this.liquidity = liquidity;
        this.chronicle = chronicle;
    }

    /** Settles the notes that are due. Returns false if one could be neither rolled nor repaid. */
    boolean settle(Borrower borrower, int week) {
        long due = 0;
        for (int i = 0; i < borrower.notes().size(); i++) {
            BulletNote note = borrower.notes().get(i);
            if (note.matures(week) && !isConvertedOrRolled(borrower, note, week)) {
                due += note.face();
            }
        }
        if (due == 0) {
            return true;
        }
        if (!liquidity.provide(borrower, due)) {
            return false;
        }
        for (int i = 0; i < borrower.notes().size(); i++) {
            BulletNote note = borrower.notes().get(i);
            if (note.matures(week)) {
                repay(borrower, note);
            }
        }
        return true;
    }

    private boolean isConvertedOrRolled(Borrower borrower, BulletNote note, int week) {
        double face = Cents.toUsd(note.face());
        if (note.inTheMoney(market.aiEquity())) {
            note.extinguish();
            chronicle.note(CreditEvent.NOTE_CONVERTED, borrower.id(), -1, 0, face);
            return true;
        }
        double assets = borrower.assetsUsd(week, parameters.loan().bookLifeYears(), market.btcUsd());
        if (market.regime() != Regime.SQUEEZE
                && Cents.toUsd(borrower.debt()) <= parameters.note().rollLeverage() * assets) {
            note.roll(week + ROLL_WEEKS, marketCoupon(note));
            chronicle.note(CreditEvent.NOTE_ROLLED, borrower.id(), -1, 0, face);
            return true;
        }
        return false;
    }

    private void repay(Borrower borrower, BulletNote note) {
        double face = Cents.toUsd(note.face());
        outside.money().transfer(borrower.cash(), note.holder(), note.face());
        note.extinguish();
        chronicle.note(CreditEvent.NOTE_REPAID, borrower.id(), -1, 0, face);
    }

    /** The coupon of the start, moved as the funding spread has moved since calm; not below zero. */
    private double marketCoupon(BulletNote note) {
        return StrictMath.max(0, note.couponAtIssue() + market.spread() - market.calmSpread());
    }
}
