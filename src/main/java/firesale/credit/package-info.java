/**
 * Borrowers and what becomes of them: from the loan to the last dollar of an estate. {@link firesale.credit.Credit} has the phases of a
 * week; each is a few small classes over the same state.
 *
 * <pre>
 *   who there is      Population (drawn), Book and BookPopulation (a user's own, from CSV), Vehicles, OpeningBook
 *                     Borrower, Cohort, Vehicle, LeasedFleet: state only
 *   how much is lent  Origination, Expansion (draws during the run)
 *   a week's cash     Operations over FleetIncome; Liquidity tries each CashSource in turn:
 *                     CoinSales, RevolverDraws, EquityIssues, Refinancing
 *   what may break    MarginCalls, Maturities, Covenants (on an Appraisal, by Marks) with Forbearance, WalkAway, Circle
 *   after default     SeizedFleet, Custodian (hold, operate, leases that go on), Resolution (order of claims), LossLedger
 *   who looks on      Chronicle is told each CreditEvent, LenderWatch, LoanBook, CreditCounts; nothing depends on them
 * </pre>
 *
 * <p>What is owed is in {@code contracts}, who lends in {@code lenders}. A contract says what is owed and permitted; a covenant says
 * when it is broken; an institution decides.
 */
package firesale.credit;
