package firesale.validation;

import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order in which they are printed. */
public final class Theory {

    private Theory() {
    }

    /** Every check; names are unique. */
    public static List<Check> checks() {
        return Stream.of(OneUnit.checks(), Reserves.checks(), SeveralUnits.checks(), OneAfterAnother.checks(),
                VickreyCases.checks(), SeveralWanted.checks(), Constraints.checks(), RepoCash.checks(),
                HaircutSpiral.checks(), TwoPeople.checks(), WholeModel.checks(),
                RackScale.checks(), PriceContagion.checks(), ThresholdContagion.checks(), CreditForms.checks(),
                ConstantHazard.checks())
                .flatMap(List::stream).toList();
    }
}
