package firesale.gui.map;

import firesale.gui.view.RoundScale;
import firesale.gui.view.Stage;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.model.FireSale;
import java.util.ArrayList;
import java.util.List;

/** The lots of a week, and how they lie on the shelf. */
final class Shelf {

    private static final double LARGEST_SIDE = 54;
    private static final double LEAST_SIDE = 3.5;
    private static final double SLOT_WIDTH = 99;
    /** Share of all machines for which there is room on the shelf. */
    private static final double ROOM_FOR = 0.25;
    /** Share of a slot that is covered when it is full. */
    private static final double FILLED = 0.55;
    private static final double HEADING = 15;

    private final Stage stage;
    private final FireSale run;
    private final int week;
    private final Kinds kinds;
    private final List<Lot> lots;
    private final double[] edges;
    private final MapScene.AreaScale scale;

    Shelf(Stage stage, FireSale run, Kinds kinds) {
        this.stage = stage;
        this.run = run;
        this.week = run.week();
        this.kinds = kinds;
        this.lots = lots(run);
        this.edges = Slots.edges(Sheet.PLOT_LEFT, Sheet.PLOT_RIGHT - Sheet.PLOT_LEFT, SLOT_WIDTH, kinds.gpus());
        this.scale = machineScale();
    }

    /** On the shelf and on their way to it, in the order of seizure. */
    private static List<Lot> lots(FireSale run) {
        List<Lot> lots = new ArrayList<>(run.credit().inventory());
        lots.addAll(run.repo().lots());
        lots.addAll(run.credit().repossessing());
        lots.removeIf(lot -> lot.gpus().balance() == 0);
        return lots;
    }

    /** The side of a lot by its GPUs. */
    MapScene.AreaScale scale() {
        return scale;
    }

    /** Kinds of machines that are on the shelf. */
    List<MachineType> machines() {
        List<MachineType> machines = new ArrayList<>();
        for (Lot lot : lots) {
            if (lot.seizedWeek() <= week && !machines.contains(lot.machine())) {
                machines.add(lot.machine());
            }
        }
        return machines;
    }

    /** Such that no slot overflows as long as no more than a share of all machines are on the shelf; smaller if more are. */
    private MapScene.AreaScale machineScale() {
        double[] shelf = new double[kinds.machines().size()];
        long largest = kinds.largestFleet();
        for (Lot lot : lots) {
            shelf[kinds.placeOf(lot.machineIndex())] += lot.gpus().balance();
            largest = Math.max(largest, lot.gpus().balance());
        }
        double perGpu = LARGEST_SIDE * LARGEST_SIDE / largest;
        for (int k = 0; k < shelf.length; k++) {
            double room = (edges[k + 1] - edges[k]) * (Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP - HEADING) * FILLED;
            perGpu = Math.min(perGpu, room / Math.max(1, Math.max(ROOM_FOR * kinds.gpus()[k], shelf[k])));
        }
        double reference = RoundScale.down(largest);
        return new MapScene.AreaScale(reference, Math.sqrt(perGpu * reference), LEAST_SIDE);
    }

    /** Its parts, one for each kind of machine. */
    List<MapScene.Slot> slots() {
        List<MapScene.Slot> slots = new ArrayList<>();
        for (int k = 0; k < kinds.machines().size(); k++) {
            MachineType machine = kinds.machines().get(k);
            List<Lot> here = new ArrayList<>();
            long gpus = 0;
            long coming = 0;
            for (Lot lot : lots) {
                if (kinds.placeOf(lot.machineIndex()) == k) {
                    here.add(lot);
                    gpus += lot.seizedWeek() <= week ? lot.gpus().balance() : 0;
                    coming += lot.seizedWeek() <= week ? 0 : lot.gpus().balance();
                }
            }
            double[] sides = new double[here.size()];
            for (int i = 0; i < sides.length; i++) {
                sides[i] = scale.of(here.get(i).gpus().balance());
            }
            double width = edges[k + 1] - edges[k] - 6;
            Packing packing = Packing.rows(sides, width, Sheet.SHELF_BOTTOM - Sheet.SHELF_TOP - HEADING, 1.5, 12);
            List<LotSpot> spots = new ArrayList<>();
            for (int i = 0; i < sides.length; i++) {
                if (!Double.isNaN(packing.x()[i])) {
                    spots.add(spot(here.get(i), edges[k] + 3 + packing.x()[i], Sheet.SHELF_BOTTOM - 1 - packing.y()[i],
                            sides[i]));
                }
            }
            slots.add(new MapScene.Slot(machine.name(), machine.nodeKw(), machine.cooling(), edges[k], edges[k + 1], gpus, coming,
                    spots,
                    packing.folded()));
        }
        return slots;
    }

    private LotSpot spot(Lot lot, double x, double y, double side) {
        String seller = lot.seller() + (lot.sellerId() < 0 ? "" : " " + lot.sellerId()) + (lot.mustSell() ? ", must sell" : "");
        return new LotSpot(stage, lot.id(), lot.machine().name(), x, y, side, Shelved.of(lot, run), Shelved.why(lot, run),
                lot.isSeized(),
                lot.gpus().balance(), week - lot.seizedWeek(), lot.machine().nodeKw(),
                run.buyers().fmv().usdPerGpu(lot.machine(), lot.ageYears(week), lot.condition(week)), lot.loanUsdPerGpu(),
                        seller);
    }

    /** GPUs that lenders and dealers have. */
    long gpus() {
        long gpus = 0;
        for (Lot lot : lots) {
            gpus += lot.seizedWeek() <= week ? lot.gpus().balance() : 0;
        }
        return gpus;
    }

    /** Of these not on offer: held back, let, or run by somebody. */
    long heldGpus() {
        long gpus = 0;
        for (Lot lot : lots) {
            Shelved state = Shelved.of(lot, run);
            gpus += state == Shelved.HELD || state == Shelved.RUN ? lot.gpus().balance() : 0;
        }
        return gpus;
    }

    /** Weeks for which the oldest lot has been there; 0 if there is none. */
    int oldestWeeks() {
        int oldest = 0;
        for (Lot lot : lots) {
            oldest = Math.max(oldest, week - lot.seizedWeek());
        }
        return oldest;
    }
}
