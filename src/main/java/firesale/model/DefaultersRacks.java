package firesale.model;

import firesale.credit.Borrower;
import firesale.credit.SeizedFleet;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.hardware.PowerBook;
import firesale.kernel.books.Account;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where machines of borrowers stand, and what becomes of their racks after a default. Until machines are fetched they stand where
 * they ran, and so do those that run on, under a lease or by an operator. A host may let them stay for a buyer for a while.
 * What is fetched, or sold to somebody who takes it away, frees its racks; some weeks later these are let anew, whole racks to a
 * user of this market or else outside of it. Whether and to whom is one draw for each default.
 */
final class DefaultersRacks {

    private final FireSale run;
    private final HardwareParameters hardware;
    private final PowerBook power;
    private final List<Standing> standing = new ArrayList<>();
    private final List<Vacancy> vacancies = new ArrayList<>();
    private int[] cohortsKnown = new int[0];
    private int fleetsKnown;
    private long gpusSoldInPlace;
    private long wattsFreed;
    private long wattsLet;

    /** Machines of a defaulted borrower that are still where they ran. */
    private static final class Standing {

        private final SeizedFleet fleet;
        private long nodes;
        /** Of these, sold to somebody who leaves them there. */
        private long keptNodes;

        private Standing(SeizedFleet fleet, long nodes) {
            this.fleet = fleet;
            this.nodes = nodes;
        }
    }

    /** Racks from which machines were taken. */
    private record Vacancy(SeizedFleet fleet, long nodes, int letWeek) {
    }

    /** Takes racks for the machines that borrowers have at the start. */
    DefaultersRacks(FireSale run, PowerBook power) {
        this.run = run;
        this.hardware = run.parameters().hardware();
        this.power = power;
        house();
    }

    /** After seizure: new machines have racks, defaults are noted, machines are fetched and racks let anew. */
    void week() {
        house();
        noteDefaults();
        depart();
        let();
    }

    /** Takes racks from outside for machines that borrowers have bought since. */
    private void house() {
        List<Borrower> borrowers = run.credit().borrowers();
        if (cohortsKnown.length < borrowers.size()) {
            cohortsKnown = Arrays.copyOf(cohortsKnown, borrowers.size());
        }
        for (int b = 0; b < cohortsKnown.length; b++) {
            Borrower borrower = borrowers.get(b);
            for (; cohortsKnown[b] < borrower.cohorts().size(); cohortsKnown[b]++) {
                Account gpus = borrower.cohorts().get(cohortsKnown[b]).gpus();
                MachineType machine = borrower.cohorts().get(cohortsKnown[b]).machine();
                power.move(power.elsewhere(), power.operators(), gpus.balance() / machine.gpusPerNode() * machine.nodeWatts());
            }
        }
    }

    private void noteDefaults() {
        List<SeizedFleet> fleets = run.credit().fleets();
        for (; fleetsKnown < fleets.size(); fleetsKnown++) {
            SeizedFleet fleet = fleets.get(fleetsKnown);
            long nodes = fleet.seizedGpus() / fleet.machine().gpusPerNode();
            power.move(fleet.borrower() == null ? power.elsewhere() : power.operators(), power.seized(),
                    nodes * fleet.machine().nodeWatts());
            standing.add(new Standing(fleet, nodes));
            if (draw(fleet, Purpose.IN_PLACE).chance(hardware.inPlace().share())) {
                fleet.mayStayUntil(fleet.defaultWeek() + hardware.inPlace().windowWeeks());
            }
        }
    }

    /** All fleets of a borrower share their fate: they stand with one host. */
    private RandomStream draw(SeizedFleet fleet, Purpose purpose) {
        return fleet.borrower() == null
                ? run.streams().once(Kind.LOT, Streams.identity(fleet.gpus().owner()), purpose)
                : run.streams().once(Kind.BORROWER, fleet.borrower().identity(), purpose);
    }

    /**
     * Notes that a buyer leaves machines where they stand.
     *
     * @param nodes of the fleet, bought in this week's sale
     */
    void keep(Lot fleet, long nodes) {
        for (int i = 0; i < standing.size(); i++) {
            if (standing.get(i).fleet == fleet) {
                standing.get(i).keptNodes += nodes;
                gpusSoldInPlace += nodes * fleet.machine().gpusPerNode();
                return;
            }
        }
        throw new IllegalStateException("fleet " + fleet.id() + " does not stand where it ran");
    }

    /** Frees racks of machines that have gone, or may stand no longer; those that a buyer keeps stay where they are. */
    void depart() {
        int kept = 0;
        for (int i = 0; i < standing.size(); i++) {
            Standing lot = standing.get(i);
            long left = mayStay(lot.fleet) ? lot.fleet.gpus().balance() / lot.fleet.machine().gpusPerNode() : 0;
            long freed = lot.nodes - lot.keptNodes - left;
            long nodeWatts = lot.fleet.machine().nodeWatts();
            power.move(power.seized(), power.hosted(), lot.keptNodes * nodeWatts);
            if (freed > 0) {
                power.move(power.seized(), power.vacant(), freed * nodeWatts);
                wattsFreed += freed * nodeWatts;
                vacancies.add(new Vacancy(lot.fleet, freed, run.week() + hardware.relet().weeks()));
            }
            lot.nodes = left;
            lot.keptNodes = 0;
            if (left > 0) {
                standing.set(kept++, lot);
            }
        }
        while (standing.size() > kept) {
            standing.remove(standing.size() - 1);
        }
    }

    private boolean mayStay(SeizedFleet fleet) {
        return run.week() < fleet.seizedWeek() || fleet.isRun() || fleet.isInPlace(run.week());
    }

    private void let() {
        int kept = 0;
        for (int i = 0; i < vacancies.size(); i++) {
            Vacancy vacancy = vacancies.get(i);
            if (vacancy.letWeek <= run.week()) {
                let(vacancy);
            } else {
                vacancies.set(kept++, vacancy);
            }
        }
        while (vacancies.size() > kept) {
            vacancies.remove(vacancies.size() - 1);
        }
    }

    private void let(Vacancy vacancy) {
        MachineType machine = vacancy.fleet.machine();
        RandomStream draw = draw(vacancy.fleet, Purpose.RELET);
        long watts = draw.chance(hardware.relet().share()) ? run.buyers().let(machine, vacancy.nodes, draw) : 0;
        wattsLet += watts;
        power.move(power.vacant(), power.elsewhere(), vacancy.nodes * machine.nodeWatts() - watts);
    }

    PlacementFigures figures() {
        return new PlacementFigures(gpusSoldInPlace, wattsFreed / 1e3, wattsLet / 1e3, mw(power.operators()), mw(power.seized()),
                mw(power.vacant()), mw(power.hosted()), mw(power.ready()), mw(power.occupied()), mw(power.legacy()),
                mw(power.inRetrofit()), mw(power.retrofitted()));
    }

    private static double mw(Account watts) {
        return watts.balance() / 1e6;
    }
}
