package firesale.credit;

import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import java.util.List;

/**
 * How a borrower finds cash: coins go first, then the revolving line, then new equity, which is open in calm only, then more
 * debt against the same machines, if lenders still lend. Where coins do not go first they go last.
 */
public final class Liquidity {

    private final List<CashSource> sources;
    private final List<CashSource> sourcesOfCure;
    private final CoinSales coins;
    private final Refinancing refinancing;

    /** Nobody has sold coins yet. */
    public Liquidity(CreditParameters parameters, OutsideWorld outside, Market market, Marks marks, Chronicle chronicle) {
        coins = new CoinSales(outside, market, chronicle);
        refinancing = new Refinancing(parameters, outside, market, marks, chronicle);
        CashSource line = new RevolverDraws(outside, chronicle);
        CashSource equity = new EquityIssues(parameters.borrowers().equityPerYear(), outside, market, chronicle);
        sources = parameters.borrowers().coinsFirst() ? List.of(coins, line, equity, refinancing)
                : List.of(line, equity, refinancing, coins);
        sourcesOfCure = sources.stream().filter(source -> source != refinancing).toList();
    }

    /** Tries to bring a borrower's cash to an amount. Returns whether it is there. */
    boolean provide(Borrower borrower, long cents) {
        return provide(borrower, cents, sources);
    }

    /** The same without new debt against the machines, which cannot cure a covenant on that debt. */
    boolean provideForCure(Borrower borrower, long cents) {
        return provide(borrower, cents, sourcesOfCure);
    }

    private static boolean provide(Borrower borrower, long cents, List<CashSource> sources) {
        long missing = cents - borrower.cash().balance();
        for (int i = 0; i < sources.size() && missing > 0; i++) {
            missing -= sources.get(i).raise(borrower, missing);
        }
        return missing <= 0;
    }

    /** What {@link #provide} could bring together, cents. */
    long reach(Borrower borrower) {
        return reach(borrower, sources);
    }

    /** What {@link #provideForCure} could bring together, cents. */
    long reachForCure(Borrower borrower) {
        return reach(borrower, sourcesOfCure);
    }

    private static long reach(Borrower borrower, List<CashSource> sources) {
        long sum = borrower.cash().balance();
        for (int i = 0; i < sources.size(); i++) {
            sum += sources.get(i).room(borrower);
        }
        return sum;
    }

    /** Sales of coins. */
    CoinSales coins() {
        return coins;
    }

    /** New debt against the same machines. */
    Refinancing refinancing() {
        return refinancing;
    }
}
