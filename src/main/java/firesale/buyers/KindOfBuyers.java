package firesale.buyers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How buyers of one kind stand to a lot, in one world.
 *
 * @param name      the kind's name
 * @param buyers    how many there are
 * @param canBid    how many bid
 * @param valuesUsd what the machines are worth to each that has room, USD per GPU
 * @param gpus      how many of the lot find room, by {@link Interest#ways}, summed over buyers
 * @param fundsUsd  their money
 * @param obstacles how many do not bid, by {@link Obstacle} in its order
 */
public record KindOfBuyers(String name, int buyers, int canBid, double[] valuesUsd, long[] gpus, double fundsUsd,
        int[] obstacles) {

    /** Counts buyers by kind, in the order of the kinds; those without a buyer are left out. */
    public static List<KindOfBuyers> of(List<Interest> interests, List<BuyerType> types) {
        List<KindOfBuyers> kinds = new ArrayList<>();
        for (BuyerType type : types) {
            KindOfBuyers kind = of(type.name(), interests);
            if (kind.buyers > 0) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static KindOfBuyers of(String name, List<Interest> interests) {
        int buyers = 0;
        int valued = 0;
        double[] values = new double[interests.size()];
        long[] gpus = new long[Interest.ways().size()];
        int[] obstacles = new int[Obstacle.values().length];
        double funds = 0;
        int bids = 0;
        for (Interest interest : interests) {
            if (!interest.kind().equals(name)) {
                continue;
            }
            buyers++;
            funds += interest.fundsUsd();
            for (int w = 0; w < gpus.length; w++) {
                gpus[w] += interest.gpus().get(w);
            }
            if (!Double.isNaN(interest.valueUsd())) {
                values[valued++] = interest.valueUsd();
            }
            if (interest.obstacle().isPresent()) {
                obstacles[interest.obstacle().get().ordinal()]++;
            } else {
                bids++;
            }
        }
        return new KindOfBuyers(name, buyers, bids, Arrays.copyOf(values, valued), gpus, funds, obstacles);
    }
}
