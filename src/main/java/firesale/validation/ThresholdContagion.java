package firesale.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Common securities, linear impact, sales only above a limit of leverage (Cont and Schaanning 2017), and the leverage targeting
 * of Greenwood, Landier and Thesmar 2015 to which they oppose it. The shock hits assets that cannot be sold.
 */
final class ThresholdContagion {

    private static final String TOPIC = "contagion: limit of leverage, linear impact";
    private static final String SOURCE = "Cont and Schaanning 2017";
    private static final String TARGETING = "Greenwood, Landier and Thesmar 2015";
    private static final long EACH = 10_000_000;
    private static final double STOCK = 1e8;
    private static final double LEVERAGE = 15;
    private static final double LIMIT = 20;
    private static final long STEP = 5_000;
    private static final double UNIT = 1.0 / SaleRoom.ONE;
    /** The share lost of F at which leverage reaches the limit, (m E - A) / ((m - 1) F), where A = 2 F and E = A / 15. */
    static final double ONSET = (LIMIT * 2 / LEVERAGE - 2) / (LIMIT - 1);
    /** A sale leads to (m - 1) H / D times as much in the next round: 0.475 times here, */
    static final double DEEP = 40 * STOCK;
    /** and 3.8 times here. */
    static final double THIN = 5 * STOCK;

    private ThresholdContagion() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        onset(checks);
        acrossBanks(checks);
        oneRound(checks);
        return checks;
    }

    static Banks alike(double depth) {
        return Banks.alike(10, EACH, EACH, LEVERAGE, LIMIT, depth, STEP);
    }

    private static void onset(List<Check> checks) {
        String deep = "10 alike, 15 against 20, deep market";
        String thin = "10 alike, 15 against 20, thin market";
        checks.add(Check.exact(TOPIC, "onset of sales, share lost", deep, SOURCE, ONSET, 1e-9, () -> onset(alike(DEEP))));
        checks.add(Check.exact(TOPIC, "onset of sales, leverage targeting", deep, TARGETING, 0, 1e-9,
                () -> onset(alike(DEEP).targeting())));
        checks.add(soldExactly("share sold at 0.99 of the onset, deep", deep, alike(DEEP), 0.99, 0));
        checks.add(soldExactly("share sold at 0.99 of the onset, thin", thin, alike(THIN), 0.99, 0));
        checks.add(sold("share sold at 1.01 of the onset, deep", deep, SOURCE, alike(DEEP), 1.01));
        checks.add(soldExactly("share sold at 1.01 of the onset, thin", thin, alike(THIN), 1.01, 1));
        for (int depth : new int[] {25, 40, 100}) {
            double feedback = (LIMIT - 1) / depth;
            checks.add(Check.exact(TOPIC, "all sales over first, depth " + depth, "to first order 1 / (1 - (m - 1) H / D)",
                    "geometric series", 1 / (1 - feedback), 0.01 / (1 - feedback), () -> multiplier(depth)));
        }
        checks.add(soldExactly("share sold at 0.5 of the onset", deep, alike(DEEP), 0.5, 0));
        checks.add(sold("share sold at 0.5, leverage targeting", deep, TARGETING, alike(DEEP).targeting(), 0.5));
        checks.add(sold("share sold at 1.5 of the onset", deep, SOURCE, alike(DEEP), 1.5));
        checks.add(sold("share sold at 1.5, leverage targeting", deep, TARGETING, alike(DEEP).targeting(), 1.5));
        checks.add(Check.exact(TOPIC, "price with buyers without debt at 0.9", thin, "a price floor", 0.9, UNIT,
                () -> alike(THIN).program(alike(THIN).shock(1.01 * ONSET), 0.9).run().marks()[0]));
    }

    private static Check soldExactly(String name, String conditions, Banks banks, double ofOnset, double expected) {
        return Check.exact(TOPIC, name, conditions, SOURCE, expected, 0, () -> soldShare(banks, ofOnset));
    }

    private static Check sold(String name, String conditions, String source, Banks banks, double ofOnset) {
        return against(name, conditions, source, banks, banks.shock(ofOnset * ONSET), Banks.Ending::soldShare,
                program -> program.sold() / banks.stock());
    }

    static double soldShare(Banks banks, double ofOnset) {
        return banks.program(banks.shock(ofOnset * ONSET)).run().sold() / banks.stock();
    }

    /** A number after all rounds, against plain arithmetic; units and steps explain what coarser arithmetic differs by. */
    private static Check against(String name, String conditions, String source, Banks banks, double[] losses,
            ToDoubleFunction<Banks.Ending> plain, ToDoubleFunction<Deleveraging> program) {
        double expected = plain.applyAsDouble(banks.plain(losses));
        double tolerance = StrictMath.abs(plain.applyAsDouble(banks.coarse(losses)) - expected) + UNIT;
        return Check.exact(TOPIC, name, conditions, source, expected, tolerance,
                () -> program.applyAsDouble(banks.program(losses).run()));
    }

    /** The smallest shock at which anything is sold, by bisection on the program. */
    private static double onset(Banks banks) {
        double none = 0;
        double some = 0.1;
        for (int i = 0; i < 40; i++) {
            double middle = (none + some) / 2;
            if (banks.program(banks.shock(middle)).round() > 0) {
                some = middle;
            } else {
                none = middle;
            }
        }
        return some;
    }

    /** All sales over those of the first round just above the onset: 0.02 % is sold, second-order terms are below 1 %. */
    private static double multiplier(int depth) {
        Banks banks = Banks.alike(10, EACH, EACH, LEVERAGE, LIMIT, depth * STOCK, 20);
        Deleveraging program = banks.program(banks.shock(ONSET + 1e-5));
        double first = program.round();
        return program.run().sold() / first;
    }

    /**
     * Five banks, three securities. Losses hit what the first two and the fourth cannot sell. The third has nothing that was hit
     * but holds the same securities; the fourth holds little that can be sold; the fifth is alone in the third security.
     */
    static Banks unlike() {
        return new Banks(
                new long[][] {{8_000_000, 2_000_000, 0}, {1_000_000, 6_000_000, 0}, {5_000_000, 5_000_000, 0},
                    {300_000, 200_000, 0}, {0, 0, 5_000_000}},
                new double[] {6e6, 5e6, 1e6, 9.5e6, 5e6},
                new double[] {14.9e6, 11.2e6, 10.25e6, 9.1e6, 9.4e6},
                new double[] {20, 20, 20, 20, 20},
                new double[] {150e6, 200e6, 100e6}, 500);
    }

    static double[] lossesOfUnlike() {
        return new double[] {0.06 * 6e6, 0.05 * 5e6, 0, 0.05 * 9.5e6, 0};
    }

    private static void acrossBanks(List<Check> checks) {
        String conditions = "5 banks, 3 securities";
        Banks banks = unlike();
        double[] losses = lossesOfUnlike();
        checks.add(against("price of the first security", conditions, SOURCE, banks, losses, plain -> plain.marks()[0],
                program -> program.marks()[0]));
        checks.add(against("loss of equity where nothing was hit", conditions + ", overlap only", SOURCE, banks, losses,
                plain -> lossShare(banks, 2, plain.equity()[2]),
                program -> lossShare(banks, 2, equity(program, 2))));
        checks.add(Check.exact(TOPIC, "loss of equity without overlap", conditions, SOURCE, 0, 0,
                () -> lossShare(banks, 4, equity(banks.program(losses).run(), 4))));
        checks.add(against("losses that no rescaled shock explains", conditions + ", of squares", SOURCE, banks, losses,
                plain -> unexplained(banks, losses, plain.equity()), program -> unexplained(banks, losses, equities(program))));
        checks.add(Check.exact(TOPIC, "solvent, nothing left to sell", "banks, after all rounds", SOURCE, 1, 0,
                () -> count(banks.program(losses).run(), true, false)));
        checks.add(Check.exact(TOPIC, "insolvent, all securities in hand", "banks, before they sell", SOURCE, 1, 0,
                ThresholdContagion::insolventBeforeSelling));
    }

    private static double equity(Deleveraging program, int bank) {
        return program.institutions().get(bank).equity(program.marks());
    }

    static double[] equities(Deleveraging program) {
        double[] marks = program.marks();
        return program.institutions().stream().mapToDouble(bank -> bank.equity(marks)).toArray();
    }

    /** What a bank has lost of the equity that it had before the shock. */
    private static double lossShare(Banks banks, int bank, double equity) {
        return 1 - equity / before(banks, bank);
    }

    static double before(Banks banks, int bank) {
        double assets = banks.otherAssets()[bank];
        for (long units : banks.units()[bank]) {
            assets += units;
        }
        return assets - banks.netDebt()[bank];
    }

    /** 1 - R^2 of losses on the direct losses, through the origin: 0 if a shock of another size gives the same without sales. */
    private static double unexplained(Banks banks, double[] direct, double[] equity) {
        double both = 0;
        double squares = 0;
        double all = 0;
        for (int i = 0; i < direct.length; i++) {
            double loss = before(banks, i) - equity[i];
            both += loss * direct[i];
            squares += direct[i] * direct[i];
            all += loss * loss;
        }
        return 1 - both * both / (squares * all);
    }

    static long count(Deleveraging program, boolean illiquid, boolean insolvent) {
        double[] marks = program.marks();
        return program.institutions().stream()
                .filter(bank -> bank.illiquid(marks) == illiquid && bank.insolvent(marks) == insolvent).count();
    }

    /** A bank within its limit is ruined in the first round by what others sell. */
    private static double insolventBeforeSelling() {
        Banks banks = new Banks(new long[][] {{10_000_000}, {10_000_000}}, new double[] {10e6, 1e6},
                new double[] {18.8e6, 10.8e6}, new double[] {20, 60}, new double[] {90e6}, 1_000);
        Deleveraging program = banks.program(new double[] {0.4e6, 0});
        program.round();
        Institution second = program.institutions().get(1);
        return second.insolvent(program.marks()) && second.units(0) == banks.units()[1][0] ? 1 : 0;
    }

    /** One round of targeting: losses by sales are sums over common holdings, linear in the shock and in 1 / depth. */
    private static void oneRound(List<Check> checks) {
        String conditions = "3 banks, 2 securities, one round";
        Banks banks = new Banks(new long[][] {{6_000_000, 4_000_000}, {2_000_000, 9_000_000}, {7_000_000, 1_000_000}},
                new double[] {5e6, 8e6, 3e6}, new double[] {13.8e6, 18.2e6, 9.6e6}, new double[3],
                new double[] {400e6, 300e6}, 100).targeting();
        double[] shock = banks.shock(0.01);
        double[] twice = banks.shock(0.02);
        double[] second = {0, shock[1], 0};
        double error = relativeError(banks, shock);
        checks.add(Check.exact(TOPIC, "vulnerability, targeting, shock of 1 %", "one round, loss over equity", TARGETING,
                vulnerability(banks, overlapLoss(banks, shock)), error * vulnerability(banks, overlapLoss(banks, shock)),
                () -> vulnerability(banks, programLoss(banks, shock))));
        checks.add(Check.exact(TOPIC, "vulnerability, twice the shock, over it", conditions, TARGETING, 2, 4 * error,
                () -> programLoss(banks, twice) / programLoss(banks, shock)));
        checks.add(Check.exact(TOPIC, "vulnerability, half the depth, over it", conditions, TARGETING, 2, 4 * error,
                () -> programLoss(banks.withDepth(200e6, 150e6), shock) / programLoss(banks, shock)));
        checks.add(Check.exact(TOPIC, "loss by liquidity-weighted overlap", "the second bank alone is hit, relative", SOURCE, 1,
                relativeError(banks, second), () -> programLoss(banks, second) / overlapLoss(banks, second)));
    }

    /** Of losses in a round in which each bank sells a unit too many and the book has a step too many, on all that is held. */
    private static double relativeError(Banks banks, double[] shock) {
        double units = shock.length + banks.stepUnits();
        double leastDepth = StrictMath.min(banks.depth()[0], banks.depth()[1]);
        return units / leastDepth * banks.stock() / overlapLoss(banks, shock);
    }

    private static double vulnerability(Banks banks, double loss) {
        double equity = 0;
        for (int i = 0; i < banks.units().length; i++) {
            equity += before(banks, i);
        }
        return loss / equity;
    }

    /** sum over i, j and securities of h_i h_j / depth times the share that j sells, (m - 1) loss / securities. */
    private static double overlapLoss(Banks banks, double[] losses) {
        double sum = 0;
        for (int j = 0; j < losses.length; j++) {
            double securities = 0;
            for (long units : banks.units()[j]) {
                securities += units;
            }
            double share = (banks.limit()[j] - 1) * losses[j] / securities;
            for (int i = 0; i < losses.length; i++) {
                for (int a = 0; a < banks.depth().length; a++) {
                    sum += share * banks.units()[i][a] * banks.units()[j][a] / banks.depth()[a];
                }
            }
        }
        return sum;
    }

    /** What all lose in the first round of sales, sold securities included. */
    private static double programLoss(Banks banks, double[] losses) {
        Deleveraging program = banks.program(losses);
        double before = 0;
        for (double equity : equities(program)) {
            before += equity;
        }
        program.round();
        for (double equity : equities(program)) {
            before -= equity;
        }
        return before;
    }
}
