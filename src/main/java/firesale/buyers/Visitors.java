package firesale.buyers;

import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.List;

/**
 * Who comes while a lot is exposed for some weeks, in sales that do not take place: with probability 1 - (1 - q)^n, where q is
 * the buyer's attendance and n the weeks in which it can come. One draw a buyer and week, so that more weeks never bring fewer
 * visitors.
 */
final class Visitors {

    private final Market market;
    private final Streams streams;
    private final List<Buyer> buyers;
    private final double[] draw;
    private int week = -1;
    private double lastAttendance = -1;
    private int lastChances;
    private double lastShare;

    Visitors(Market market, Streams streams, List<Buyer> buyers) {
        this.market = market;
        this.streams = streams;
        this.buyers = buyers;
        this.draw = new double[buyers.size()];
    }

    /**
     * Whether a buyer comes.
     *
     * @param weeks         weeks of exposure, from this one
     * @param weeksOfSupply weeks for which lots have been on offer; capital that moves slowly has begun to move with the first
     */
    boolean comes(int buyer, int weeks, int weeksOfSupply) {
        if (week != market.week()) {
            week = market.week();
            for (int i = 0; i < draw.length; i++) {
                draw[i] = streams.weekly(Kind.BUYER, buyers.get(i).identity(), Purpose.SHADOW_ATTENDANCE, week).uniform();
            }
        }
        Buyer visitor = buyers.get(buyer);
        int chances = Math.min(weeks, weeksOfSupply + weeks - visitor.type().arrivalWeeks());
        return chances > 0 && draw[buyer] < share(visitor.attendance(), chances);
    }

    /** Buyers of one kind stand beside each other: the last answer is often the next one. */
    private double share(double attendance, int chances) {
        if (attendance != lastAttendance || chances != lastChances) {
            lastAttendance = attendance;
            lastChances = chances;
            lastShare = -StrictMath.expm1(chances * StrictMath.log1p(-StrictMath.min(attendance, 1 - 1e-15)));
        }
        return lastShare;
    }
}
