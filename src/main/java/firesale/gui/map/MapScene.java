package firesale.gui.map;

import firesale.gui.view.Mark;
import firesale.gui.view.Moment;
import firesale.hardware.Cooling;
import firesale.world.Regime;
import java.util.List;

/**
 * All that the map shows of a week, taken down so that drawing never asks the model.
 *
 * @param moment    when
 * @param horizon   weeks of the run at most, run-off included
 * @param regimes   of each week so far
 * @param history   what the weeks so far brought
 * @param counters  running totals
 * @param lead      what happened
 * @param rest      what follows from it
 * @param density   kW per rack, across
 * @param power     free ready power, MW, upwards
 * @param money     radius of a buyer by its money
 * @param machines  side of a lot by its GPUs
 * @param coolings  those of sites, in the order of the legend
 * @param sites     buyers at their sites, the largest first
 * @param links     lines between the sites of one buyer: x and y of both ends
 * @param lane      buyers who need no rack
 * @param headings  of the groups in the lane
 * @param slots     parts of the shelf
 * @param takers    marks of others who take machines
 * @param flights   machines on their way
 * @param hasDealers whether dealers sell machines too
 * @param marks     what can be pointed at
 */
record MapScene(Moment moment, int horizon, List<Regime> regimes, History history, List<Counter> counters, String lead,
        String rest,
        LogScale density, LogScale power, AreaScale money, AreaScale machines, List<Cooling> coolings, List<BuyerSpot> sites,
        List<double[]> links, List<BuyerSpot> lane, List<Heading> headings, List<Slot> slots, List<Taker> takers,
        List<Path> flights, boolean hasDealers, List<? extends Mark> marks) {

    /**
     * A running total.
     *
     * @param name  what it counts
     * @param value with its unit
     * @param meaning a plain clause
     */
    record Counter(String name, String value, String meaning) {
    }

    /**
     * Something written in the lane.
     *
     * @param text what
     * @param y    base line
     */
    record Heading(String text, double y) {
    }

    /**
     * A part of the shelf, for one kind of machine.
     *
     * @param machine  its name
     * @param needsKw  power of a node
     * @param coolings that serve it
     * @param left     edge
     * @param right    edge
     * @param gpus     on the shelf, those being repossessed not counted
     * @param coming   GPUs being repossessed
     * @param lots     that are drawn
     * @param folded   how many are not
     */
    record Slot(String machine, double needsKw, List<Cooling> coolings, double left, double right, long gpus, long coming,
            List<LotSpot> lots, int folded) {

        double middle() {
            return (left + right) / 2;
        }
    }

    /**
     * Somebody who takes machines and is no buyer: who owns a floor, or the scrap heap.
     *
     * @param label in records
     * @param text  what is written beside it
     * @param gpus  taken so far
     * @param x     centre of its mark
     * @param y     centre of its mark
     */
    record Taker(String label, String text, long gpus, double x, double y) {
    }

    /**
     * Machines on their way.
     *
     * @param flight    what they are
     * @param fromX     where they leave the shelf
     * @param fromY     where they leave the shelf
     * @param toX       where they go
     * @param toY       where they go
     * @param toRadius  of the mark there
     */
    record Path(Flights.Flight flight, double fromX, double fromY, double toX, double toY, double toRadius) {
    }

    /**
     * Sizes whose area is in proportion to an amount.
     *
     * @param reference an amount
     * @param size      how large it is drawn
     * @param least     nothing is drawn smaller
     */
    record AreaScale(double reference, double size, double least) {

        double of(double amount) {
            return Math.max(least, size * Math.sqrt(Math.max(0, amount) / reference));
        }
    }
}
