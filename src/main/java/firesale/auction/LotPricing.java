package firesale.auction;

/** What the winner of a single lot pays, given the bids for it. All amounts are cents for the whole lot. */
enum LotPricing {

    /** Sealed bids, the winner pays its own. */
    FIRST_PRICE {
        @Override
        long payment(long winner, long runnerUp, long reserve, long tick) {
            return winner;
        }
    },
    /** Sealed bids, the winner pays the highest losing one. */
    VICKREY {
        @Override
        long payment(long winner, long runnerUp, long reserve, long tick) {
            return Math.max(reserve, runnerUp);
        }
    },
    /** The price rises from the reserve by ticks until only one bidder is left. */
    ENGLISH {
        @Override
        long onClock(long bid, long reserve, long tick) {
            return downToTick(bid, reserve, tick);
        }

        @Override
        long payment(long winner, long runnerUp, long reserve, long tick) {
            return runnerUp < reserve ? reserve : Math.min(winner, runnerUp + tick);
        }
    },
    /** The price falls by ticks, down to the reserve, until a bidder takes it. */
    DUTCH {
        @Override
        long onClock(long bid, long reserve, long tick) {
            return downToTick(bid, reserve, tick);
        }

        @Override
        long payment(long winner, long runnerUp, long reserve, long tick) {
            return winner;
        }
    };

    /** A bid as the auctioneer sees it: on a clock bids within one tick are equal. */
    long onClock(long bid, long reserve, long tick) {
        return bid;
    }

    /**
     * The winner's payment.
     *
     * @param winner   the highest bid, at least the reserve
     * @param runnerUp the highest bid of the others; below the reserve if there is none
     */
    abstract long payment(long winner, long runnerUp, long reserve, long tick);

    /** Rounds a bid down to a tick of a clock that passes through the reserve; without ticks the clock is continuous. */
    private static long downToTick(long bid, long reserve, long tick) {
        return tick == 0 ? bid : bid - Math.floorMod(bid - reserve, tick);
    }

    /** Whether the winner pays what it bid, so that it bids less than the lot is worth to it. */
    boolean paysOwnBid() {
        return this == FIRST_PRICE || this == DUTCH;
    }
}
