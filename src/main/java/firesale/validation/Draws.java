package firesale.validation;

import firesale.kernel.random.RandomStream;

/** Fills arrays with draws. */
final class Draws {

    private Draws() {
    }

    /** Independent draws, uniform on (0, 1). */
    static void uniform(RandomStream random, double[] values) {
        uniform(random, values, 0, 1);
    }

    /** Independent draws, uniform between two bounds. */
    static void uniform(RandomStream random, double[] values, double low, double high) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.uniform(low, high);
        }
    }
}
