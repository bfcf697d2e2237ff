package firesale.experiment.store;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What lies between the plan of a result folder and the one that is asked for. */
public sealed interface PlanChange {

    /** The same plan. */
    record None() implements PlanChange {
    }

    /** More replications and nothing else. */
    record MoreReplications() implements PlanChange {
    }

    /** The same runs, but another precision was wanted of them, or none. */
    record OtherPrecision() implements PlanChange {
    }

    /**
     * Another plan.
     *
     * @param first the first difference, as it is printed
     */
    record Other(String first) implements PlanChange {
    }

    String REPLICATIONS = "replications";
    /** How sure an estimate had to be; absent if nothing was asked. */
    String PRECISION = "precision";

    /** Compares two plans, see {@link Plan#identity}. */
    static PlanChange between(Map<String, String> was, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(was.keySet());
        boolean more = false;
        boolean otherPrecision = false;
        for (String name : names) {
            String before = was.get(name);
            String after = now.get(name);
            if (name.equals(PRECISION)) {
                otherPrecision = !Objects.equals(before, after);
            } else if (before == null || !before.equals(after)) {
                if (!name.equals(REPLICATIONS) || !isMore(before, after)) {
                    return new Other(name + ": was " + show(before) + ", now " + show(after));
                }
                more = true;
            }
        }
        return more ? new MoreReplications() : otherPrecision ? new OtherPrecision() : new None();
    }

    private static boolean isMore(String before, String after) {
        return before != null && after != null && Integer.parseInt(after) > Integer.parseInt(before);
    }

    private static String show(String value) {
        return value == null ? "absent" : value;
    }
}
