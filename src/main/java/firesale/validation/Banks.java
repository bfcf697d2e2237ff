package firesale.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Institutions with common securities under linear impact: the same case for the program and for plain arithmetic. Prices are 1
 * before the shock.
 *
 * @param units       of each institution in each security
 * @param otherAssets of each institution, which cannot be sold and which the shock hits
 * @param netDebt     of each institution
 * @param limit       largest leverage of each institution
 * @param depth       of each security: that many units sold take its price to 0
 * @param stepUnits   of the demand book of each security
 */
record Banks(long[][] units, double[] otherAssets, double[] netDebt, double[] limit, double[] depth, long stepUnits) {

    /** What plain arithmetic finds: marks, equity of each institution, and units sold over all units. */
    record Ending(double[] marks, double[] equity, double soldShare) {
    }

    /** Institutions that are all alike, with one security. */
    static Banks alike(int count, long unitsEach, double otherEach, double leverage, double limit, double depth, long stepUnits) {
        long[][] units = new long[count][];
        double[] other = new double[count];
        double[] debt = new double[count];
        double[] limits = new double[count];
        for (int i = 0; i < count; i++) {
            units[i] = new long[] {unitsEach};
            other[i] = otherEach;
            debt[i] = (unitsEach + otherEach) * (1 - 1 / leverage);
            limits[i] = limit;
        }
        return new Banks(units, other, debt, limits, new double[] {depth}, stepUnits);
    }

    /** The same with other markets. */
    Banks withDepth(double... depths) {
        return new Banks(units, otherAssets, netDebt, limit, depths, stepUnits);
    }

    /** The same where each wants to keep the leverage that it has before the shock. */
    Banks targeting() {
        double[] targets = new double[units.length];
        for (int i = 0; i < targets.length; i++) {
            double assets = otherAssets[i] + sum(units[i]);
            targets[i] = assets / (assets - netDebt[i]);
        }
        return new Banks(units, otherAssets, netDebt, targets, depth, stepUnits);
    }

    /** All units of all securities. */
    double stock() {
        double sum = 0;
        for (long[] each : units) {
            sum += sum(each);
        }
        return sum;
    }

    private static double sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** The same shock to all: a share of what cannot be sold is lost. */
    double[] shock(double share) {
        double[] losses = new double[units.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = share * otherAssets[i];
        }
        return losses;
    }

    /** The program, after losses of each institution and before any sale. */
    Deleveraging program(double[] losses) {
        return program(losses, 0);
    }

    /** The same with buyers without debt at a price, in all securities. */
    Deleveraging program(double[] losses, double floor) {
        List<ImpactMarket> markets = new ArrayList<>();
        for (int a = 0; a < depth.length; a++) {
            long stock = 0;
            for (long[] each : units) {
                stock += each[a];
            }
            markets.add(ImpactMarket.linear(depth[a], stock, stepUnits).withFloor(floor));
        }
        List<Institution> institutions = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            institutions.add(new Institution(units[i], otherAssets[i], netDebt[i], limit[i]).lose(losses[i]));
        }
        return new Deleveraging(markets, institutions);
    }

    /** The rounds in plain arithmetic, in parts of units, without books and auctions. */
    Ending plain(double[] losses) {
        return rounds(losses, 0, 0);
    }

    /**
     * The same where each sale is a unit larger and each price as if a step more had been sold: further down than the program can
     * come by whole units and steps.
     */
    Ending coarse(double[] losses) {
        return rounds(losses, 1, stepUnits);
    }

    private Ending rounds(double[] losses, double unit, double step) {
        int securities = depth.length;
        double[][] held = new double[units.length][securities];
        double[] debt = netDebt.clone();
        double[] other = otherAssets.clone();
        for (int i = 0; i < held.length; i++) {
            other[i] -= losses[i];
            for (int a = 0; a < securities; a++) {
                held[i][a] = units[i][a];
            }
        }
        double[] gone = new double[securities];
        double[] price = new double[securities];
        Arrays.fill(price, 1);
        double[][] sale = new double[held.length][securities];
        double sold = 1;
        while (sold > 1e-6) {
            sold = 0;
            for (int i = 0; i < held.length; i++) {
                double worth = worth(held[i], price);
                double excess = other[i] + worth - limit[i] * (other[i] + worth - debt[i]);
                for (int a = 0; a < securities; a++) {
                    double least = excess > 0 && worth > 0 ? held[i][a] * StrictMath.min(1, excess / worth) : 0;
                    sale[i][a] = least > 0 ? StrictMath.min(held[i][a], least + unit) : 0;
                    gone[a] += sale[i][a];
                    sold += sale[i][a];
                }
            }
            for (int a = 0; a < securities; a++) {
                price[a] = gone[a] > 0 ? StrictMath.max(0, 1 - (gone[a] + step) / depth[a]) : 1;
                for (int i = 0; i < held.length; i++) {
                    held[i][a] -= sale[i][a];
                    debt[i] -= sale[i][a] * price[a];
                }
            }
        }
        double[] equity = new double[held.length];
        double all = 0;
        for (int i = 0; i < held.length; i++) {
            equity[i] = other[i] + worth(held[i], price) - debt[i];
        }
        for (double each : gone) {
            all += each;
        }
        return new Ending(price, equity, all / stock());
    }

    private static double worth(double[] held, double[] price) {
        double sum = 0;
        for (int a = 0; a < price.length; a++) {
            sum += held[a] * price[a];
        }
        return sum;
    }
}
