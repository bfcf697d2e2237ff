package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.RatioBootstrap;
import firesale.analysis.WeightedSample;
import firesale.experiment.store.TableRows;
import java.util.ArrayList;
import java.util.List;

/**
 * What machines of an age, seized from defaults in a regime, yielded, as shares of their cost and weighted by it.
 *
 * @param age     years at default: {@code 0-1}, {@code 1-2}, {@code 2-3}, {@code 3+}, or {@code all}
 * @param regime  of the week of default, or {@code all}
 * @param safe    net proceeds that all but a twentieth reached
 * @param median  that half reached
 * @param granted loans when they were made; missing for scheduled seizures
 * @param owed    loans at default
 * @param fleets  how many there are
 */
record SafeAdvance(String age, String regime, Estimate safe, Estimate median, Estimate granted, Estimate owed, int fleets) {

    static final String ALL = "all";
    /** Below so many fleets a quantile of one in twenty means little. */
    private static final int FEW = 30;
    private static final double QUANTILE = 0.05;
    private static final List<String> AGES = List.of("0-1", "1-2", "2-3", "3+");
    private static final List<String> REGIMES = List.of("calm", "squeeze", "easing");

    /** Whether there are too few fleets to rely on. */
    boolean isFew() {
        return fleets < FEW;
    }

    /** The fleets of one declared point, sorted into cells. */
    static final class Fleets {

        private final List<Cell> cells = new ArrayList<>();
        private final int replications;

        Fleets(int replications) {
            this.replications = replications;
            for (String age : AGES) {
                REGIMES.forEach(regime -> cells.add(new Cell(age, regime)));
            }
            AGES.forEach(age -> cells.add(new Cell(age, ALL)));
            REGIMES.forEach(regime -> cells.add(new Cell(ALL, regime)));
            cells.add(new Cell(ALL, ALL));
        }

        /** Adds a fleet of a replication. */
        void add(int replication, TableRows.Row fleet) {
            String age = AGES.get(Math.max(0, Math.min(AGES.size() - 1, (int) fleet.real("age_at_default_years"))));
            String regime = fleet.text("regime_at_default");
            double cost = fleet.real("cost_usd");
            for (Cell cell : cells) {
                if ((cell.age.equals(age) || cell.age.equals(ALL)) && (cell.regime.equals(regime) || cell.regime.equals(ALL))) {
                    cell.yields.add(replication, fleet.real("net_proceeds_usd") / cost, cost);
                    cell.granted.add(replication, fleet.real("original_loan_usd") / cost, cost);
                    cell.owed.add(replication, fleet.real("loan_usd") / cost, cost);
                }
            }
        }

        /** The cells that are not empty. */
        List<SafeAdvance> estimates(RatioBootstrap bootstrap) {
            return cells.stream().filter(cell -> cell.yields.size() > 0)
                    .map(cell -> cell.estimate(bootstrap, replications)).toList();
        }
    }

    private static final class Cell {

        private final String age;
        private final String regime;
        private final WeightedSample yields = new WeightedSample();
        private final WeightedSample granted = new WeightedSample();
        private final WeightedSample owed = new WeightedSample();

        Cell(String age, String regime) {
            this.age = age;
            this.regime = regime;
        }

        SafeAdvance estimate(RatioBootstrap bootstrap, int replications) {
            long runs = yields.replications();
            long without = replications - runs;
            return new SafeAdvance(age, regime, bootstrap.estimate(times -> yields.quantile(QUANTILE, times), runs, without),
                    bootstrap.estimate(times -> yields.quantile(0.5, times), runs, without),
                    bootstrap.estimate(granted::mean, granted.replications(), replications - granted.replications()),
                    bootstrap.estimate(owed::mean, runs, without), yields.size());
        }
    }
}
