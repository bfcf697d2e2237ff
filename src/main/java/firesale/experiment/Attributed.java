package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.JointEstimates;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a number of a scenario is made of.
 *
 * @param scenario the declared point
 * @param measure  what is attributed
 * @param players  among whom
 * @param values   the players' Shapley values in this order, and perhaps more
 */
record Attributed(String scenario, Measure measure, List<Player> players, JointEstimates values) {

    /**
     * One player.
     *
     * @param name  as in experiment files
     * @param label in words
     * @param group its kind in words; empty if there are none
     */
    record Player(String name, String label, String group) {
    }

    /**
     * One player or several together.
     *
     * @param label    in words
     * @param weights  1 at the places of its players, else 0
     * @param estimate what is attributed to it
     */
    record Part(String label, double[] weights, Estimate estimate) {
    }

    /** Each player alone, in order. */
    List<Part> parts() {
        return players.stream().map(player -> part(player.label, List.of(player))).toList();
    }

    /** The groups, in the order of their first players. */
    List<Part> groups() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        players.forEach(player -> names.add(player.group));
        names.remove("");
        return names.stream()
                .map(name -> part(name, players.stream().filter(player -> player.group.equals(name)).toList())).toList();
    }

    /** All players together. */
    Part total() {
        return part("total", players);
    }

    private Part part(String label, List<Player> members) {
        double[] weights = new double[players.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = members.contains(players.get(i)) ? 1 : 0;
        }
        return new Part(label, weights, values.combination(0, weights));
    }

    /** By how much one part is larger than another in size, whatever their signs. */
    Estimate larger(Part one, Part other) {
        double[] weights = new double[players.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.signum(one.estimate.value()) * one.weights[i]
                    - Math.signum(other.estimate.value()) * other.weights[i];
        }
        return values.combination(0, weights);
    }

    /** A part over the total; NaN where the total is not told apart from nothing, since a share of that says nothing. */
    double shareOfTotal(Part part) {
        Estimate total = total().estimate;
        return isClear(total) ? part.estimate.value() / total.value() : Double.NaN;
    }

    /** Whether an interval leaves out zero. */
    static boolean isClear(Estimate estimate) {
        return estimate.low() > 0 || estimate.high() < 0;
    }
}
