package firesale.model;

import firesale.credit.SeizedFleet;
import firesale.hardware.Lot;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Notes when seized fleets are sold, so that each can be told of at the end of the run. */
final class FleetLog {

    private static final int NEVER = -1;

    private final FireSale run;
    private final List<String> regimes = new ArrayList<>();
    /** By the lot's number. */
    private int[] firstSaleWeek = new int[0];
    private long[] gpusGone = new long[0];
    private long[] gpuWeeks = new long[0];

    FleetLog(FireSale run) {
        this.run = run;
    }

    void beginWeek() {
        regimes.add(run.market().regime().name().toLowerCase(Locale.ROOT));
    }

    /** Machines of a lot were sold or scrapped. */
    void sale(Lot lot, long gpus) {
        grow(lot.id() + 1);
        firstSaleWeek[lot.id()] = firstSaleWeek[lot.id()] == NEVER ? run.week() : firstSaleWeek[lot.id()];
        gpusGone[lot.id()] += gpus;
        gpuWeeks[lot.id()] += gpus * (run.week() - lot.seizedWeek());
    }

    private void grow(int lots) {
        int before = firstSaleWeek.length;
        if (lots > before) {
            int size = Math.max(lots, 2 * before);
            firstSaleWeek = Arrays.copyOf(firstSaleWeek, size);
            Arrays.fill(firstSaleWeek, before, size, NEVER);
            gpusGone = Arrays.copyOf(gpusGone, size);
            gpuWeeks = Arrays.copyOf(gpuWeeks, size);
        }
    }

    /** All fleets of defaulted loans and of scheduled seizures so far, in the order of default. */
    List<Fleet> rows() {
        List<Fleet> rows = new ArrayList<>();
        for (SeizedFleet fleet : run.credit().fleets()) {
            grow(fleet.id() + 1);
            rows.add(row(fleet));
        }
        return rows;
    }

    private Fleet row(SeizedFleet fleet) {
        int lot = fleet.id();
        long gpus = fleet.seizedGpus();
        double loan = Cents.toUsd(fleet.loanAtDefault());
        return new Fleet(lot, fleet.hostId(), fleet.sellerId(), fleet.seller(),
                fleet.borrower() != null && fleet.borrower().vehicle() != null, fleet.defaultWeek(), fleet.seizedWeek(),
                regimes.get(fleet.defaultWeek()), firstSaleWeek[lot] == NEVER ? null : regimes.get(firstSaleWeek[lot]),
                fleet.machine().name(), fleet.ageYears(fleet.defaultWeek()), gpus, fleet.costUsdPerGpu() * gpus,
                fleet.bookUsdPerGpu(fleet.defaultWeek(), run.parameters().credit().loan().bookLifeYears()) * gpus,
                fleet.originalLoanUsd(), loan, Cents.toUsd(fleet.netProceeds()), loan - Cents.toUsd(fleet.lossBooked()),
                Cents.toUsd(run.backstop().guarantee().paidFor(lot)), gpusGone[lot] == 0 ? Double.NaN : (double) gpuWeeks[lot] / gpusGone[lot]);
    }
}
