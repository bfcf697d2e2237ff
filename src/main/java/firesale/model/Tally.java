package firesale.model;

import firesale.auction.Outcome;
import firesale.buyers.Buyers;
import firesale.credit.SeizedFleet;
import firesale.hardware.Lot;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.world.Market;
import java.util.Arrays;
import java.util.List;

/** Running sums of a run, from which the measures are read at the end. Phases write, nothing reads it to decide. */
final class Tally {

    private double[] fmvAtSeizure = new double[16];
    long seizedGpus;
    double seizedFmvUsd;
    double loansSeizedUsd;
    double bookAtDefaultUsd;
    double costSeizedUsd;

    long soldGpus;
    long soldInTimeGpus;
    long outsiderGpus;
    long soldAtReserveGpus;
    long creditBidGpus;
    double surplusUsd = Double.NaN;
    double surplusBoundUsd = Double.NaN;
    long scrappedGpus;
    long finalSaleGpus;
    double proceedsUsd;
    double saleFmvUsd;
    double saleFmvStandardUsd;
    double finalSaleFmvUsd;
    double finalSaleProceedsUsd;
    double finalSaleScrapUsd;
    double finalScrapFmvUsd;
    double weeksToSaleGpus;
    double soldFmvAtSeizureUsd;
    double lostToPriceUsd;
    double lostToMeltUsd;
    double lostToConditionUsd;
    double lostToCostUsd;
    double wearUsd;
    double prematureScrapUsd;
    double sellingUsd;

    long resaleGpus;
    long resaleScrappedGpus;
    double resaleProceedsUsd;
    double resaleFmvUsd;

    long warehousePaidForMachines;
    long warehousePaidAboveFmv;

    double readyKw;
    double supplyKw;
    double fundsUsd;
    double supplyFmvUsd;
    int saleWeeks;
    int clearings;
    int clearingsWithoutSale;
    long peakInventoryGpus;
    int peakInventoryWeek = -1;

    final WorldMeasure world = new WorldMeasure();
    final NewsMeasure news = new NewsMeasure();
    private double lowestSpread = Double.POSITIVE_INFINITY;
    private double highestAiEquity = Double.NEGATIVE_INFINITY;
    private double highestRent = Double.NEGATIVE_INFINITY;
    private double highestBtc = Double.NEGATIVE_INFINITY;
    int lowestSpreadWeek;
    int highestAiEquityWeek;
    int highestRentWeek;
    int highestBtcWeek;

    void seized(SeizedFleet fleet, double fmv, double bookLifeYears) {
        if (fleet.id() >= fmvAtSeizure.length) {
            fmvAtSeizure = Arrays.copyOf(fmvAtSeizure, 2 * fleet.id() + 1);
        }
        fmvAtSeizure[fleet.id()] = fmv;
        seizedGpus += fleet.seizedGpus();
        seizedFmvUsd += fmv * fleet.seizedGpus();
        loansSeizedUsd += Cents.toUsd(fleet.loanAtDefault());
        costSeizedUsd += fleet.costUsdPerGpu() * fleet.seizedGpus();
        bookAtDefaultUsd += fleet.bookUsdPerGpu(fleet.defaultWeek(), bookLifeYears) * fleet.seizedGpus();
    }

    /** FMV of a lot when its seller got it, USD per GPU; 0 for what dealers sell. */
    double fmvAtSeizure(Lot fleet) {
        return fleet.isSeized() ? fmvAtSeizure[fleet.id()] : 0;
    }

    void supply(List<Pool> pools, Buyers buyers, int week, boolean isAnyNew) {
        saleWeeks++;
        long gpus = 0;
        for (int p = 0; p < pools.size(); p++) {
            gpus += pools.get(p).gpus();
        }
        if (isAnyNew) {
            readyKw += buyers.readyKw(pools);
            fundsUsd += buyers.fundsUsd();
            for (int p = 0; p < pools.size(); p++) {
                Pool pool = pools.get(p);
                supplyKw += pool.kw();
                supplyFmvUsd += pool.gpus() * buyers.fmv().usdPerGpu(pool.machine(), pool.ageYears(), pool.condition());
            }
        }
        if (gpus > peakInventoryGpus) {
            peakInventoryGpus = gpus;
            peakInventoryWeek = week;
        }
    }

    void clearing(Outcome outcome, long gpusSoldAtReserve, long gpusWonByCredit) {
        creditBidGpus += gpusWonByCredit;
        soldAtReserveGpus += gpusSoldAtReserve;
        clearings++;
        clearingsWithoutSale += outcome.awards() == 0 ? 1 : 0;
    }

    void surplus(double realised, double bound) {
        surplusUsd = (Double.isNaN(surplusUsd) ? 0 : surplusUsd) + realised;
        surplusBoundUsd = (Double.isNaN(surplusBoundUsd) ? 0 : surplusBoundUsd) + bound;
    }

    void sale(Lot fleet, SaleValues sale, int week, boolean outsider, boolean scrapped, boolean finalSale) {
        long gpus = sale.gpus();
        if (!scrapped) {
            proceedsUsd += sale.price() * gpus;
            saleFmvUsd += sale.fmv() * gpus;
            saleFmvStandardUsd += sale.fmvStandard() * gpus;
        }
        if (finalSale) {
            finalSaleGpus += fleet.isSeized() ? gpus : 0;
            finalSaleFmvUsd += sale.fmv() * gpus;
            finalSaleProceedsUsd += scrapped ? 0 : sale.price() * gpus;
            finalScrapFmvUsd += scrapped ? sale.fmv() * gpus : 0;
            finalSaleScrapUsd += fleet.machine().scrapUsd() * gpus;
        }
        if (fleet.isSeized()) {
            liquidation(fleet, sale, week, outsider, scrapped, finalSale);
        } else {
            resaleGpus += scrapped ? 0 : gpus;
            resaleScrappedGpus += scrapped ? gpus : 0;
            resaleProceedsUsd += scrapped ? 0 : sale.price() * gpus;
            resaleFmvUsd += scrapped ? 0 : sale.fmv() * gpus;
        }
    }

    /** What lenders sell of what they have seized, from seizure to cash. */
    private void liquidation(Lot fleet, SaleValues sale, int week, boolean outsider, boolean scrapped, boolean finalSale) {
        long gpus = sale.gpus();
        soldGpus += scrapped ? 0 : gpus;
        soldInTimeGpus += finalSale || scrapped ? 0 : gpus;
        outsiderGpus += outsider && !scrapped ? gpus : 0;
        scrappedGpus += scrapped ? gpus : 0;
        weeksToSaleGpus += (double) gpus * (week - fleet.seizedWeek());
        double factor = sale.discountFactor();
        soldFmvAtSeizureUsd += sale.fmvAtSeizure() * gpus;
        lostToMeltUsd += (sale.fmvAtSeizure() - factor * sale.fmvAsSeized()) * gpus;
        lostToConditionUsd += factor * (sale.fmvAsSeized() - sale.fmv()) * gpus;
        lostToPriceUsd += factor * (sale.fmv() - sale.price()) * gpus;
        lostToCostUsd += factor * sale.cost() * gpus;
        wearUsd += (sale.fmvAsRun() - sale.fmv()) * gpus;
        prematureScrapUsd += scrapped ? StrictMath.max(0, sale.fmv() - sale.price()) * gpus : 0;
        sellingUsd += sale.cost() * gpus;
    }

    /** A warehouse took a fleet; cents. */
    void warehoused(long forMachines, long aboveFmv) {
        warehousePaidForMachines += forMachines;
        warehousePaidAboveFmv += aboveFmv;
    }

    void week(Market market) {
        world.week(market);
        if (market.exogenousSpread() < lowestSpread) {
            lowestSpread = market.exogenousSpread();
            lowestSpreadWeek = market.week();
        }
        if (market.aiEquity() > highestAiEquity) {
            highestAiEquity = market.aiEquity();
            highestAiEquityWeek = market.week();
        }
        if (market.spotUsdPerHour() > highestRent) {
            highestRent = market.spotUsdPerHour();
            highestRentWeek = market.week();
        }
        if (market.btcUsd() > highestBtc) {
            highestBtc = market.btcUsd();
            highestBtcWeek = market.week();
        }
    }
}
