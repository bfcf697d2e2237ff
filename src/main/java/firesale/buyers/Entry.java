package firesale.buyers;

import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Capital that moves slowly: outside money that sets out when public sales are seen to be cheap and arrives after a delay (Duffie
 * 2010; Mitchell and Pulvino 2012). The discount observed is the mean of sales to FMV by value, with a memory that fades by the
 * week; in each week with lots on offer there set out
 * <pre>
 *   rate x 100 (1 - sum of price / sum of FMV - hurdle)^+        never more in all than the cap
 * </pre>
 * so that nobody sets out before a first price is known. Who receives the money keeps it.
 */
final class Entry {

    /** Money under way. */
    private record Arrival(int week, long cents) {
    }

    private final EntryParameters parameters;
    private final OutsideWorld outside;
    private final List<Buyer> receivers = new ArrayList<>();
    private final List<Arrival> underWay = new ArrayList<>();
    private int arrived;
    private int lastSaleWeek = -1;
    private double priceUsd;
    private double fmvUsd;
    private long setOut;
    private long entered;
    private int firstWeek = -1;

    Entry(EntryParameters parameters, OutsideWorld outside, List<Buyer> buyers) {
        this.parameters = parameters;
        this.outside = outside;
        for (int i = 0; i < buyers.size(); i++) {
            if (buyers.get(i).type().name().equals(parameters.kind())) {
                receivers.add(buyers.get(i));
            }
        }
    }

    /** Whether money can ever enter. */
    boolean isOn() {
        return parameters.musdPerWeekPerPoint() > 0 && parameters.capMusd() > 0 && !receivers.isEmpty();
    }

    /**
     * Sees a public sale, or lots that found no buyer.
     *
     * @param proceedsUsd what was paid for what was sold; 0 if nothing was
     * @param worthUsd    FMV of that
     */
    void observe(int week, double proceedsUsd, double worthUsd) {
        if (lastSaleWeek >= 0 && week > lastSaleWeek) {
            double kept = 1;
            for (int w = lastSaleWeek; w < week; w++) {
                kept *= parameters.memory();
            }
            priceUsd *= kept;
            fmvUsd *= kept;
        }
        lastSaleWeek = week;
        priceUsd += proceedsUsd;
        fmvUsd += worthUsd;
    }

    /** The discount observed, share of FMV; missing before the first sale and when it is forgotten. */
    double discount() {
        return fmvUsd > 0 ? 1 - priceUsd / fmvUsd : Double.NaN;
    }

    /** Lets money set out at the end of a week, if lots were on offer in it. */
    void decide(int week) {
        double excess = discount() - parameters.hurdle();
        if (lastSaleWeek != week || !(excess > 0)) {
            return;
        }
        long most = Cents.of(parameters.capMusd() * 1e6) - setOut;
        long cents = Math.min(most, Cents.of(StrictMath.min(parameters.capMusd(),
                parameters.musdPerWeekPerPoint() * 100 * excess) * 1e6));
        if (cents > 0) {
            setOut += cents;
            underWay.add(new Arrival(week + parameters.delayWeeks(), cents));
        }
    }

    /** Gives what is due to those who bid with it. */
    void arrive(int week) {
        while (arrived < underWay.size() && underWay.get(arrived).week <= week) {
            long cents = underWay.get(arrived++).cents;
            firstWeek = firstWeek < 0 ? week : firstWeek;
            long[] shares = new long[receivers.size()];
            Arrays.fill(shares, 1);
            shares = Cents.split(cents, shares);
            for (int i = 0; i < shares.length; i++) {
                receivers.get(i).enter(shares[i], Cents.toUsd(shares[i]) / 1e6 * parameters.storageGpusPerMusd(), outside);
            }
            entered += cents;
        }
    }

    /** Money that has arrived, USD. */
    double enteredUsd() {
        return Cents.toUsd(entered);
    }

    /** When the first of it arrived; missing if none has. */
    double firstWeek() {
        return firstWeek < 0 ? Double.NaN : firstWeek;
    }
}
