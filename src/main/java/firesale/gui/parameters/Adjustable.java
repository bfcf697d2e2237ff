package firesale.gui.parameters;

import java.util.function.BooleanSupplier;

/** The run that is watched, as far as parameters and seed can be changed. */
public interface Adjustable {

    /** What its file gave; another object for each run that is loaded. */
    Setup given();

    /** What holds now, for the run under way or, if there is none, for the next. */
    Setup current();

    /**
     * Changes parameters and seed. Reads files and computes; not for the event thread.
     *
     * @param given       what {@link #given} was when somebody chose the change
     * @param wanted      what is to hold
     * @param isAbandoned asked now and then; if true, nothing changes
     * @return one line for the user: what became of it
     * @throws firesale.kernel.parameters.InputException if it is refused, or another run was loaded meanwhile; nothing has changed then
     */
    String adjust(Setup given, Setup wanted, BooleanSupplier isAbandoned);
}
