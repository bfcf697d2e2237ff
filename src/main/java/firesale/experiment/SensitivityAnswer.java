package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.Sensitivity.Influence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What drives a measure, in a few sentences: which parameter most, which do not, and how sure that is. */
final class SensitivityAnswer {

    /** A total order below which a parameter does not matter; of Morris the share of the largest effect. */
    static final double LITTLE = 0.01;
    private static final double SURE = 0.95;
    /** An interval this wide, relative to the index, says little. */
    private static final double WIDE = 0.5;
    /** A share of noise, or two standard errors over replications relative to the indices' scale, that spoils them. */
    private static final double LOUD = 0.1;
    /** Above this share of blocks that are left out the inputs of the others are no longer independent. */
    private static final double LOPSIDED = 0.05;
    /** With no event in n trials its chance is at most 3 / n, with 95 % confidence. */
    private static final double RULE_OF_THREE = 3;

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
                + " goes through it, and " + UnitText.of(Math.max(0, top.second().value()), "share") + " is its own alone"
                + (top.main().value() > 1 || top.second().value() > top.main().value()
                        ? " (estimates: by chance they may pass 100 %, or each other)." : ".");
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
        boolean morris = found.method() == SensitivityMethod.MORRIS;
        List<Influence> still = found.keys().stream().filter(each -> morris && each.main().high() == 0).toList();
        List<Influence> none = found.keys().stream().filter(each -> each.main().high() <= little && !still.contains(each)).toList();
        List<Influence> maybe = found.keys().stream().filter(each -> each.main().low() <= little && each.main().high() > little)
                .toList();
        String what = found.method() == SensitivityMethod.SOBOL ? "total order at most 0.01" : "at most 1 % of the largest effect";
        if (!none.isEmpty()) {
            sentences.add((none.size() == 1 ? "Does not matter" : "Do not matter") + " (" + what + "): " + names(none) + ".");
        }
        if (!still.isEmpty()) {
            sentences.add("Had no effect at any of " + found.n() + " places (may act in up to "
                    + UnitText.of(Math.min(1, RULE_OF_THREE / found.n()), "share") + " of them): " + names(still) + ".");
        }
        if (!maybe.isEmpty()) {
            sentences.add("May not matter either way (interval includes that): " + names(maybe) + ".");
        }
        if (found.n() >= 2 && none.isEmpty() && still.isEmpty() && maybe.isEmpty() && !(found.noise() > LITTLE)) {
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
        boolean sobol = found.method() == SensitivityMethod.SOBOL;
        if (2 * found.move() > LOUD * (sobol ? 1 : top.value())) {
            sentences.add("With other seeds " + plural(found) + " would move by about +- " + move(found)
                    + ": more replications would settle them.");
        }
        if (found.noise() > LOUD) {
            sentences.add("Of the variance across points " + UnitText.of(Math.min(1, found.noise()), "share") + " is noise of "
                    + "replications: where it is rough in the parameters it raises " + plural(found)
                    + (sobol ? " by up to as much" : "") + " with any seeds; more replications would lower it.");
        }
        if (found.missing() > 0) {
            sentences.add(found.missing() + " of " + (found.n() + found.missing()) + " blocks lack a value (so do "
                    + UnitText.of(found.without(), "share") + " of points) and are left out; the answer is about the others.");
        }
        if (isLopsided(found)) {
            sentences.add("Parameters of the blocks that are kept depend on each other, so that indices are no shares of variance: "
                    + "explain a measure that has a value everywhere.");
        }
    }

    /** Whether so many blocks are left out that variances of the others do not add up. */
    static boolean isLopsided(Sensitivity found) {
        return found.method() == SensitivityMethod.SOBOL && found.missing() > LOPSIDED * (found.n() + found.missing());
    }

    /** What the indices are called that parameters are ranked by. */
    static String plural(Sensitivity found) {
        return found.method() == SensitivityMethod.SOBOL ? "total orders" : "mu*";
    }

    /** How far they would move with other seeds. */
    static String move(Sensitivity found) {
        return found.method() == SensitivityMethod.SOBOL ? String.format(Locale.ROOT, "%.3f", found.move())
                : UnitText.difference(found.move(), found.measure().unit()).replace("+", "");
    }
}
