package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.Threshold;
import firesale.experiment.MissingDepth.Change;
import firesale.experiment.MissingDepth.Held;
import firesale.experiment.MissingDepth.Relaxed;
import firesale.experiment.MissingDepth.Rising;
import firesale.repo.HaircutParameters;
import firesale.repo.RepoParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Missing depth in plain words. Every sentence follows from estimates; what intervals do not tell apart is said not to be. */
final class MissingDepthAnswer {

    private static final int MOST_CHANGES = 3;
    /** Share of resamples below which an amount that exists in them is not worth a word. */
    private static final double SOME = 0.025;

    private final MissingDepth found;
    private final Money money;

    private MissingDepthAnswer(MissingDepth found) {
        this.found = found;
        this.money = Money.inWords(found.largestUsd());
    }

    static String of(List<MissingDepth> all) {
        return all.stream().map(found -> Prose.wrapped(found.id() + ": " + new MissingDepthAnswer(found).text()))
                .collect(Collectors.joining("\n"));
    }

    private String text() {
        String left = found.left() == 0 ? "" : " " + found.left() + " replications are left out, since runs of them failed.";
        if (found.dyn().isEmpty()) {
            return "nothing was seized and sold in any run, so there is no discount to hold." + left;
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(withoutRepo() + left);
        addIfAny(sentences, targets(held -> held.dyn().usd() == 0), this::needsNone);
        addIfAny(sentences, targets(held -> held.dyn().usd() > 0 && !held.dyn().isBeyondGrid()), this::needs);
        addIfAny(sentences, targets(held -> held.dyn().isBeyondGrid()), this::needsMore);
        addIfAny(sentences, targets(held -> !held.dyn().exists()), this::noAmount);
        for (Held held : targets(held -> held.first().exists() && !(held.dyn().usd() <= held.first().usd()))) {
            sentences.add(percent(held.target()) + " is held at " + atLeast(held.first()) + ", but not at all larger capacities"
                    + (found.rising().isPresent() ? "." : ", though no rise of the discount is told apart from noise."));
        }
        found.rising().ifPresent(rising -> sentences.add(rises(rising)));
        return String.join(" ", sentences);
    }

    /** A sentence about some targets. */
    @FunctionalInterface
    private interface Sentence {
        String about(List<Held> targets);
    }

    private static void addIfAny(List<String> sentences, List<Held> targets, Sentence sentence) {
        if (!targets.isEmpty()) {
            sentences.add(sentence.about(targets));
        }
    }

    private List<Held> targets(Predicate<Held> which) {
        return found.held().stream().filter(which).toList();
    }

    private String withoutRepo() {
        Estimate none = found.dyn().at(0);
        if (Double.isNaN(none.value())) {
            return "Without a repo market nothing is sold.";
        }
        String without = none.missing() == 0 ? "" : ", " + none.missing() + " without";
        return "Without a repo market seized GPUs sell " + share(none) + " below fair market value (FMV; " + none.n()
                + (none.n() == 1 ? " run with sales" : " runs with sales") + without + ")." + (Double.isNaN(none.low())
                ? " One run gives no interval." : "");
    }

    private String needsNone(List<Held> targets) {
        return "A discount of " + either(targets, "and") + " is held without any repo market" + doubts(targets) + ".";
    }

    /** How large the market may have to be after all. */
    private String doubts(List<Held> targets) {
        String doubts = targets.stream().filter(held -> held.dyn().hasInterval() && held.dyn().highUsd() != 0)
                .map(held -> percent(held.target()) + ": " + money.interval(held.dyn()))
                .collect(Collectors.joining("; "));
        return doubts.isEmpty() ? "" : " (intervals of the capacity needed: " + doubts + ")";
    }

    /** The first target in full, the others by their numbers. */
    private String needs(List<Held> targets) {
        Held first = targets.get(0);
        StringBuilder text = new StringBuilder("To hold the discount under ").append(percent(first.target()))
                .append(" the repo market would have to be ").append(sure(first.dyn())).append(' ').append(haircut())
                .append(", if seizures respond to it; ").append(brief(first.fix())).append(" if they did not, and ")
                .append(brief(first.mostRuns())).append(" for 95 % of the runs with sales to hold it.");
        for (Held other : targets.subList(1, targets.size())) {
            text.append(" Under ").append(percent(other.target())).append(" it takes ").append(sure(other.dyn()))
                    .append("; without a response ").append(brief(other.fix())).append(", for 95 % of runs ")
                    .append(brief(other.mostRuns())).append('.');
        }
        return text.toString();
    }

    /** An amount with its interval, and in how many resamples there is one, if not in all. */
    private String sure(Threshold amount) {
        String all = money.both(amount);
        return amount.hasInterval() && amount.existsShare() < 1
                ? all + Prose.unbroken(" [some amount does it in " + percent(amount.existsShare()) + " of resamples]") : all;
    }

    private String brief(Threshold amount) {
        return Prose.unbroken(amount.usd() == 0 ? "none" : money.of(amount.usd()));
    }

    private String needsMore(List<Held> targets) {
        return "Under " + either(targets, "and") + " the discount is held by unlimited repo, but not yet by "
                + UnitText.of(found.largestUsd(), "USD") + ", the largest capacity tried.";
    }

    private String noAmount(List<Held> targets) {
        StringBuilder text = new StringBuilder("No amount of repo holds it under ").append(either(targets, "or"))
                .append(": without limit, ").append(haircut()).append(", it still leaves ").append(share(found.floor()));
        targets.stream().filter(held -> held.dyn().existsShare() > SOME)
                .forEach(held -> text.append(", though some amount holds ").append(percent(held.target())).append(" in ")
                        .append(percent(held.dyn().existsShare())).append(" of resamples"));
        return text.append(". ").append(binds(targets)).append(' ').append(standby(targets)).toString();
    }

    private String binds(List<Held> targets) {
        if (found.relaxed().stream().noneMatch(relaxed -> !Double.isNaN(relaxed.change().low()))) {
            return "Without intervals nothing is said about what binds.";
        }
        if (found.binding().isEmpty()) {
            return "No constraint taken away alone lowers that by more than noise" + found.relaxed().stream()
                    .filter(one -> one.isJoint() && one.lowers())
                    .map(one -> "; " + one.words() + " together do, to " + share(one.discount())).collect(Collectors.joining())
                            + ".";
        }
        Relaxed binding = found.binding().get();
        String alike = found.alike(binding).stream().map(Relaxed::words).collect(Collectors.joining(", "));
        return "What binds most: " + binding.words() + ". Without that limit it would be " + share(binding.discount()) + ", "
                + change(binding.change(), "share") + enough(binding, targets)
                + (alike.isEmpty() ? "" : "; not told apart in size: " + alike) + ".";
    }

    /** Which of the targets hold without a constraint. */
    private static String enough(Relaxed relaxed, List<Held> targets) {
        List<Held> held = targets.stream().filter(one -> relaxed.discount().value() <= one.target()).toList();
        return held.isEmpty() ? ", still more than " + either(targets, "or") : ", enough for " + either(held, "and");
    }

    private String standby(List<Held> targets) {
        List<Held> not = targets.stream().filter(one -> !one.standby().exists()).toList();
        String held = targets.stream().filter(one -> one.standby().exists()).map(one -> money.both(one.standby()) + " bidding "
                + percent(one.target()) + " below FMV" + spent(one)).collect(Collectors.joining(", or "));
        return (held.isEmpty() ? "" : "Outright standby money would hold it: " + held + ".") + (not.isEmpty() ? ""
                : (held.isEmpty() ? "" : " ") + "Not even unlimited standby money holds it under " + either(not, "or") + ".");
    }

    private static String spent(Held held) {
        return held.spent().filter(usd -> !Double.isNaN(usd.value()))
                .map(usd -> " (" + UnitText.of(usd.value(), "USD") + " of it spent in a run)").orElse("");
    }

    private String rises(Rising rising) {
        String from = amount(found.dyn().amountUsd(rising.rise().from()));
        String to = amount(found.dyn().amountUsd(rising.rise().to()));
        String why = rising.changes().stream().filter(one -> Attributed.isClear(one.difference())).limit(MOST_CHANGES)
                .map(this::moves).collect(Collectors.joining(", "));
        return "More repo is not always better: from " + from + " to " + to + " the discount rises from "
                + share(rising.before()) + " to " + share(rising.after()) + ", by "
                + change(rising.rise().difference(), "share") + (why.isEmpty() ? "" : "; with it change " + why) + ".";
    }

    private String moves(Change change) {
        return change.measure().name() + " by " + change(change.difference(), change.measure().unit());
    }

    private static String amount(double usd) {
        return usd == 0 ? "none" : Double.isInfinite(usd) ? "unlimited" : UnitText.of(usd, "USD");
    }

    private String atLeast(Threshold first) {
        return first.usd() == 0 ? "no repo at all" : first.isBeyondGrid() ? "unlimited repo" : money.both(first);
    }

    /** The haircut in words. */
    private String haircut() {
        RepoParameters repo = found.points().scenario().parameters().repo();
        String base = percent(found.haircut());
        if (repo.venue() == RepoParameters.Venue.TRI_PARTY || repo.haircut().rule() == HaircutParameters.Rule.FIXED) {
            return "at a haircut of " + base;
        }
        return repo.haircut().rule() == HaircutParameters.Rule.PROCYCLICAL ? "at haircuts that rise from " + base
                + " as prices fall"
                : "at value-at-risk haircuts";
    }

    private static String share(Estimate estimate) {
        String value = UnitText.of(estimate.value(), "share");
        return Prose.unbroken(Double.isNaN(estimate.low()) ? value
                : value + " (" + UnitText.interval(estimate.low(), estimate.high(), "share") + ")");
    }

    private static String change(Estimate estimate, String unit) {
        String value = UnitText.difference(estimate.value(), unit);
        return Prose.unbroken(Double.isNaN(estimate.low()) ? value
                : value + " (" + UnitText.differenceInterval(estimate.low(), estimate.high(), unit) + ")");
    }

    private static String either(List<Held> targets, String last) {
        List<String> names = targets.stream().map(held -> percent(held.target())).toList();
        int end = names.size() - 1;
        return end == 0 ? names.get(0) : String.join(", ", names.subList(0, end)) + " " + last + " " + names.get(end);
    }

    /** A round share: 10 % rather than 10.0 %; parts of a per cent only where there are any. */
    static String percent(double share) {
        return Prose.unbroken(UnitText.of(share, "share").replace(".0 %", " %"));
    }
}
