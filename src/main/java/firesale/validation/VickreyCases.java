package firesale.validation;

import firesale.auction.AuctionFormat;
import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.auction.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All small sales of several units with diminishing values, ties included, against brute force: the allocation is worth most,
 * each pays what it keeps others, the seller included, from having, and nobody gains by bids that are not its values.
 */
final class VickreyCases {

    private static final String TOPIC = "several units, enumerated";
    private static final int HIGHEST_VALUE = 3;
    private static final int MOST_SUPPLY = 3;
    private static final List<Integer> RESERVES = List.of(0, 2);

    private VickreyCases() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Format format : List.of(Format.AUSUBEL_CLOCK, Format.MULTI_UNIT_VICKREY)) {
            String source = format == Format.AUSUBEL_CLOCK ? "Ausubel 2004" : "Krishna, Auction Theory, section 12.3";
            for (int[] size : new int[][] {{2, 3}, {3, 2}, {3, 3}}) {
                checks.add(Check.exact(TOPIC, Names.of(format) + " not vickrey" + of(size),
                        bidders(size) + cases(size[0], size[1], 0) + " cases", source, 0, 0,
                        () -> new Enumeration(format, size[0], size[1]).notVickrey()));
            }
            for (int[] size : new int[][] {{2, 3}, {3, 2}}) {
                checks.add(Check.exact(TOPIC, Names.of(format) + " gains by lies" + of(size),
                        bidders(size) + cases(size[0], size[1], 1) + " cases", source, 0, 0,
                        () -> new Enumeration(format, size[0], size[1]).gainsByLies()));
            }
        }
        return checks;
    }

    private static String of(int[] size) {
        return ", " + size[0] + " x " + size[1];
    }

    private static String bidders(int[] size) {
        return size[0] + " bidders, " + size[1] + " units each, ";
    }

    private static long cases(int bidders, int capacity, int lies) {
        long cases = (long) MOST_SUPPLY * RESERVES.size();
        for (int i = 0; i < bidders + lies; i++) {
            cases *= schedules(capacity).size();
        }
        return cases;
    }

    /** All lists of values that do not rise, each from 0 to the highest. */
    private static List<int[]> schedules(int length) {
        List<int[]> shorter = length == 1 ? List.of(new int[0]) : schedules(length - 1);
        List<int[]> all = new ArrayList<>();
        for (int[] before : shorter) {
            int most = before.length == 0 ? HIGHEST_VALUE : before[before.length - 1];
            for (int value = 0; value <= most; value++) {
                int[] longer = Arrays.copyOf(before, length);
                longer[length - 1] = value;
                all.add(longer);
            }
        }
        return all;
    }

    /** All cases of one size in one format; amounts are cents. */
    private static final class Enumeration {

        private final AuctionFormat format;
        private final List<int[]> schedules;
        private final int[][] values;
        private final BidBook bids = new BidBook();
        private final LotBook lots = new LotBook();
        private final Outcome outcome = new Outcome();

        Enumeration(Format format, int bidders, int capacity) {
            this.format = format.kernel(Rules.plain());
            this.schedules = schedules(capacity);
            this.values = new int[bidders][];
        }

        /** Cases in which the allocation is not worth most, or a payment is not Vickrey's. */
        long notVickrey() {
            long wrong = 0;
            for (int supply = 1; supply <= MOST_SUPPLY; supply++) {
                for (int reserve : RESERVES) {
                    wrong += notVickrey(0, supply, reserve);
                }
            }
            return wrong;
        }

        private long notVickrey(int bidder, int supply, int reserve) {
            if (bidder == values.length) {
                return isVickrey(supply, reserve) ? 0 : 1;
            }
            long wrong = 0;
            for (int[] schedule : schedules) {
                values[bidder] = schedule;
                wrong += notVickrey(bidder + 1, supply, reserve);
            }
            return wrong;
        }

        private boolean isVickrey(int supply, int reserve) {
            sell(supply, reserve);
            long most = mostWorth(-1, 0, supply, reserve);
            long worth = (supply - outcome.unitsSold()) * reserve;
            for (int i = 0; i < values.length; i++) {
                worth += worth(values[i], units(i));
            }
            boolean fine = worth == most;
            for (int i = 0; i < values.length && fine; i++) {
                long othersNow = most - worth(values[i], units(i));
                fine = payment(i) == mostWorth(i, 0, supply, reserve) - othersNow;
            }
            return fine;
        }

        /** Cases in which the first bidder gains more by bids that are not its values. */
        long gainsByLies() {
            long gains = 0;
            for (int supply = 1; supply <= MOST_SUPPLY; supply++) {
                for (int reserve : RESERVES) {
                    gains += gainsByLies(1, supply, reserve);
                }
            }
            return gains;
        }

        private long gainsByLies(int bidder, int supply, int reserve) {
            long gains = 0;
            if (bidder < values.length) {
                for (int[] schedule : schedules) {
                    values[bidder] = schedule;
                    gains += gainsByLies(bidder + 1, supply, reserve);
                }
                return gains;
            }
            for (int[] truth : schedules) {
                values[0] = truth;
                sell(supply, reserve);
                long honest = worth(truth, units(0)) - payment(0);
                for (int[] lie : schedules) {
                    values[0] = lie;
                    sell(supply, reserve);
                    gains += worth(truth, units(0)) - payment(0) > honest ? 1 : 0;
                }
            }
            return gains;
        }

        private void sell(int supply, int reserve) {
            bids.clear();
            lots.clear();
            lots.add(supply, reserve);
            for (int i = 0; i < values.length; i++) {
                bids.addBidder(BidBook.UNLIMITED, i);
                for (int value : values[i]) {
                    bids.addStep(value, 0, 1);
                }
            }
            format.clear(bids, lots, outcome);
        }

        /** What all units can be worth at most to bidders from one on, all but one of them, and to the seller. */
        private long mostWorth(int butFor, int from, long left, int reserve) {
            if (from == values.length) {
                return left * reserve;
            } else if (from == butFor) {
                return mostWorth(butFor, from + 1, left, reserve);
            }
            long most = 0;
            for (int units = 0; units <= values[from].length && units <= left; units++) {
                most = Math.max(most, worth(values[from], units) + mostWorth(butFor, from + 1, left - units, reserve));
            }
            return most;
        }

        private static long worth(int[] schedule, long units) {
            long sum = 0;
            for (int i = 0; i < units; i++) {
                sum += schedule[i];
            }
            return sum;
        }

        private long units(int bidder) {
            long sum = 0;
            for (int a = 0; a < outcome.awards(); a++) {
                sum += outcome.bidder(a) == bidder ? outcome.units(a) : 0;
            }
            return sum;
        }

        private long payment(int bidder) {
            long sum = 0;
            for (int a = 0; a < outcome.awards(); a++) {
                sum += outcome.bidder(a) == bidder ? outcome.payment(a) : 0;
            }
            return sum;
        }
    }
}
