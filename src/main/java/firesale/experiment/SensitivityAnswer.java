package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.Sensitivity.Influence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What drives a measure, in a few sentences: which parameter most, which do not, and how sure that is. */
final class SensitivityAnswer {

    /** A total order below which a parameter does not matter; of Morris the share of the largest effect. */
    static final double LITTLE = 0.01;
    private static final double SURE = 0.95;
    /** An interval this wide, relative to the index, says little; a share of noise this large spoils the indices. */
    private static final double WIDE = 0.5;
    private static final double LOUD = 0.1;

    private SensitivityAnswer() {
    }

    static String of(Sensitivity found) {
        String name = found.measure().name();
        if (found.n() == 0) {
            return name + ": no block of points has all its values, so nothing can be said.";
        }
        if (!found.varies()) {
            return name + ": it is the same at all points, so no parameter matters within these ranges.";
        }
        List<String> sentences = new ArrayList<>(List.of(first(found)));
        if (found.keys().size() > 1) {
            lead(found, sentences);
        }
        idle(found, sentences);
        doubts(found, sentences);
        return Prose.wrapped(String.join(" ", sentences));
    }

    private static String first(Sensitivity found) {
        Influence top = found.keys().get(0);
        String unit = found.measure().unit();
        if (found.method() == SensitivityMethod.MORRIS) {
            return found.measure().name() + " moves most with " + top.key() + ": on average by "
                    + UnitText.difference(top.main().value(), unit).replace("+", "") + interval(top.main(), unit, true)
                    + " over its whole range" + sign(top) + ".";
        }
        return found.measure().name() + " is driven most by " + top.key() + ": of the variance across these ranges "
                + UnitText.of(top.main().value(), "share") + interval(top.main(), "share", false)
                + " goes through it, and " + UnitText.of(Math.max(0, top.second().value()), "share") + " is its own alone.";
    }

    private static String sign(Influence top) {
        double mu = top.second().value();
        if (Math.abs(mu) < 0.9 * top.main().value()) {
            return ", up in some places and down in others";
        }
        return mu > 0 ? ", upwards" : ", downwards";
    }

    private static String interval(Estimate estimate, String unit, boolean difference) {
        String text = difference ? UnitText.differenceInterval(estimate.low(), estimate.high(), unit).replace("+", "")
                : UnitText.interval(estimate.low(), estimate.high(), unit);
        return text.equals("-") ? "" : " (" + text + ")";
    }

    private static void lead(Sensitivity found, List<String> sentences) {
        String second = found.keys().get(1).key();
        if (found.leads() < SURE && found.n() >= 2) {
            sentences.add("That it comes first is not settled: it does in " + UnitText.of(found.leads(), "share")
                    + " of resamples; " + second + " is close.");
        } else {
            sentences.add("Next comes " + second + ".");
        }
    }

    private static void idle(Sensitivity found, List<String> sentences) {
        double little = found.method() == SensitivityMethod.SOBOL ? LITTLE : LITTLE * found.keys().get(0).main().value();
        List<Influence> none = found.keys().stream().filter(each -> each.main().high() <= little).toList();
        List<Influence> maybe = found.keys().stream().filter(each -> each.main().low() <= little && each.main().high() > little)
                .toList();
        String what = found.method() == SensitivityMethod.SOBOL ? "total order at most 0.01" : "at most 1 % of the largest effect";
        if (!none.isEmpty()) {
            sentences.add((none.size() == 1 ? "Does not matter" : "Do not matter") + " (" + what + "): " + names(none) + ".");
        }
        if (!maybe.isEmpty()) {
            sentences.add("May not matter either way (interval includes that): " + names(maybe) + ".");
        }
        if (none.isEmpty() && maybe.isEmpty() && !(found.noise() > LOUD)) {
            sentences.add("None of them can be left out.");
        }
    }

    private static String names(List<Influence> keys) {
        return keys.stream().map(Influence::key).collect(Collectors.joining(", "));
    }

    private static void doubts(Sensitivity found, List<String> sentences) {
        Estimate top = found.keys().get(0).main();
        if (Double.isNaN(top.low())) {
            sentences.add("There is no interval: a single block.");
        } else if (top.high() - top.low() > WIDE * top.value()) {
            sentences.add("Intervals are wide: more analysis.samples would narrow them.");
        }
        if (found.noise() > LOUD) {
            sentences.add("Of the variance across points " + UnitText.of(Math.min(1, found.noise()), "share")
                    + " is noise of replications: with other seeds indices would differ; more replications would lower it.");
        }
        if (found.missing() > 0) {
            sentences.add(found.missing() + " of " + (found.n() + found.missing()) + " blocks lack a value and are left out; the "
                    + "answer is about the others.");
        }
    }
}
