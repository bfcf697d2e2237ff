package firesale.credit;

import java.util.List;

/**
 * Who defaults when and why, taken from another run: what is seized is then the same, whatever machines fetch. Machines that hosts
 * buy during the run ({@code credit.draws}) still depend on whether lenders lend.
 */
public final class DefaultScript {

    private final int[] week;
    private final DefaultCause[] cause;

    private DefaultScript(int borrowers) {
        this.week = new int[borrowers];
        this.cause = new DefaultCause[borrowers];
    }

    /** The defaults of borrowers of a run that is over. */
    public static DefaultScript of(List<Borrower> borrowers) {
        DefaultScript script = new DefaultScript(borrowers.size());
        for (int i = 0; i < borrowers.size(); i++) {
            script.week[i] = borrowers.get(i).defaultWeek();
            script.cause[i] = borrowers.get(i).defaulted() ? borrowers.get(i).defaultCause() : null;
        }
        return script;
    }

    /**
     * Why a borrower defaults in a week.
     *
     * @param borrower its number
     * @return null if it does not
     */
    DefaultCause cause(int borrower, int inWeek) {
        return week[borrower] == inWeek ? cause[borrower] : null;
    }
}
