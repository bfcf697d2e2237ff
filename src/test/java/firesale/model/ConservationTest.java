package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.auction.AuctionParameters.LotOrder;
import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.buyers.Buyer;
import firesale.buyers.Friction;
import firesale.buyers.SiteType;
import firesale.credit.Appraisal;
import firesale.credit.Borrower;
import firesale.credit.Cohort;
import firesale.credit.DscrBasis;
import firesale.credit.SeizedFleet;
import firesale.credit.SeizureParameters;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderFamily;
import firesale.credit.lenders.LenderType;
import firesale.credit.lenders.Payer;
import firesale.hardware.Cooling;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.hardware.PowerBook;
import firesale.hardware.Site;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Scalars;
import firesale.policy.Floor;
import firesale.policy.FloorOwner;
import firesale.policy.PolicyParameters;
import firesale.policy.Trigger;
import firesale.repo.Dealer;
import firesale.repo.HaircutParameters;
import firesale.repo.RepoCounts;
import firesale.repo.RepoParameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs under random parameters. The books of money, coins and machines are audited in each of their weeks. */
class ConservationTest {

    private static final List<String> BUYERS = List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign",
            "broker", "distressed-fund", "reseller");

    /** Any parameters, within reason. */
    static ModelParameters draw(Random random) {
        return Bound.parameters(settings(random).toArray(new String[0]));
    }

    /** Random settings of everything but an own book. */
    static List<String> settings(Random random) {
        List<String> s = new ArrayList<>();
        int weeks = 10 + random.nextInt(70);
        s.add("time.weeks=" + weeks);
        s.add("time.runOffWeeks=" + (1 + random.nextInt(40)));
        s.add("credit.borrowers.count=" + random.nextInt(12));
        s.add("credit.borrowers.gpusMedian=" + (50 + random.nextInt(5000)));
        s.add("credit.borrowers.cohorts=" + (1 + random.nextInt(3)));
        s.add("credit.borrowers.cashWeeksMedian=" + random.nextInt(20));
        s.add("credit.borrowers.coinsMedian=" + random.nextInt(2000));
        s.add("credit.borrowers.miningCostUsdPerCoin=" + 120_000 * random.nextDouble());
        s.add("credit.borrowers.equityPerYear=" + 0.2 * random.nextDouble());
        s.add("credit.borrowers.overheadShare=" + 0.5 * random.nextDouble());
        s.add("credit.loan.ltvHigh=" + (0.8 + 0.6 * random.nextDouble()));
        s.add("credit.loan.underwriting=" + (random.nextBoolean() ? "flat-rent" : "falling-rent"));
        s.add("credit.loan.sizingDscr=" + (0.5 + random.nextDouble()));
        s.add("credit.note.maturityYearsLow=0");
        s.add("credit.note.maturityYearsHigh=" + 2 * random.nextDouble());
        s.add("credit.note.rollLeverage=" + 2 * random.nextDouble());
        s.add("credit.covenant.ltv=" + (0.3 + random.nextDouble()));
        s.add("credit.covenant.dscr=" + 2 * random.nextDouble());
        s.add("credit.covenant.testWeeks=" + (1 + random.nextInt(20)));
        s.add("credit.covenant.waiverCalm=" + random.nextDouble());
        s.add("credit.covenant.repossessionWeeksLow=" + random.nextInt(3));
        s.add("credit.covenant.repossessionWeeksHigh=" + (3 + random.nextInt(30)));
        s.add("market.squeeze.startWeek=" + (random.nextInt(3) == 0 ? "none" : String.valueOf(random.nextInt(40))));
        s.add("market.squeeze.hazardPerYear=" + random.nextDouble());
        s.add("market.squeeze.hazardToLosses=" + 10 * random.nextDouble());
        s.add("market.regimes.squeeze.rentVolatility=" + 1.5 * random.nextDouble());
        s.add("market.regimes.squeeze.demand=" + (0.3 + random.nextDouble()));
        s.add("market.rent.tokenPriceFallPerYear=" + (0.8 * random.nextDouble() - 0.1));
        s.add("market.rent.demandElasticity=" + (0.2 + 2 * random.nextDouble()));
        s.add("credit.covenant.appraisal=" + Scalars.choices(Appraisal.class).get(random.nextInt(4)));
        s.add("credit.coinLine.share=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("credit.coinLine.pledgedShare=" + random.nextDouble());
        s.add("credit.coinLine.ltv=" + (0.1 + 0.6 * random.nextDouble()));
        s.add("credit.coinLine.callLtv=" + (0.71 + 0.4 * random.nextDouble()));
        s.add("credit.coinLine.topUps=" + random.nextBoolean());
        s.add("auction.format=" + Scalars.choices(Format.class).get(random.nextInt(Format.values().length)));
        Bidding bidding = Bidding.values()[random.nextInt(Bidding.values().length)];
        s.add("auction.bidding=" + Scalars.kebab(bidding));
        s.add("auction.uniformPriceRule=" + (bidding == Bidding.STRATEGIC || random.nextBoolean() ? "highest-losing"
                : "lowest-winning"));
        s.add("auction.waiting=" + random.nextBoolean());
        s.add("auction.lotByLot=" + (random.nextInt(4) == 0));
        s.add("auction.allOrNothing=" + (random.nextInt(4) == 0));
        s.add("auction.lotOrder=" + Scalars.choices(LotOrder.class).get(random.nextInt(3)));
        s.add("auction.tickUsdPerGpu=" + (random.nextBoolean() ? 0 : 500 * random.nextDouble()));
        s.add("auction.creditBidShare=" + (random.nextInt(3) > 0 ? 0 : random.nextDouble()));
        s.add("auction.withdrawAfterWeeks=" + (random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(20)));
        s.add("auction.relistAfterWeeks=" + (1 + random.nextInt(20)));
        s.add("auction.search.usersPerWeek=" + 2 * random.nextDouble());
        s.add("auction.search.dealersPerWeek=" + 2 * random.nextDouble());
        s.add("auction.search.buyersWeight=" + random.nextDouble());
        s.add("auction.lotGpus=" + (1 + random.nextInt(3000)));
        s.add("auction.reserveShare=" + 1.3 * random.nextDouble());
        s.add("auction.reserveDecayPerWeek=" + random.nextDouble());
        s.add("auction.sellingCostShare=" + random.nextDouble());
        s.add("auction.storageUsdPerGpuWeek=" + 40 * random.nextDouble());
        s.add("hardware.transportUsdPerGpu=" + 3000 * random.nextDouble());
        s.add("hardware.neglectDecayPerYear=" + 2 * random.nextDouble());
        for (String buyer : BUYERS) {
            String at = "buyers.types." + buyer + ".";
            s.add(at + "count=" + (random.nextInt(3) == 0 ? 0 : random.nextInt(4)));
            s.add(at + "attendance=" + random.nextDouble());
            s.add(at + "cashMusdMedian=" + 60 * random.nextDouble() * random.nextDouble());
            s.add(at + "lineMusdMedian=" + 60 * random.nextDouble() * random.nextDouble());
            s.add(at + "retrofitWeeks=" + random.nextInt(40));
            s.add(at + "deploymentWeeks=" + random.nextInt(10));
            s.add(at + "holdingWeeks=" + (1 + random.nextInt(20)));
            s.add(at + "replenishPerYear=" + 3 * random.nextDouble());
            s.add(at + "rackKwMedian=" + (8 + 60 * random.nextDouble()));
            s.add(at + "storageGpusMedian=" + random.nextInt(2000));
        }
        String[] machines = {"A100-SXM-HGX-air", "H100-SXM-HGX-air", "H100-SXM-HGX-liquid", "GB200-NVL72-liquid",
                "B200-SXM-HGX-air"};
        for (int i = random.nextInt(4); i > 0; i--) {
            s.add("credit.seizures.lot" + i + ".week=" + random.nextInt(weeks));
            s.add("credit.seizures.lot" + i + ".machine=" + machines[random.nextInt(machines.length)]);
            s.add("credit.seizures.lot" + i + ".gpus=" + (1 + random.nextInt(20_000)));
            s.add("credit.seizures.lot" + i + ".ageYears=" + 8 * random.nextDouble());
            s.add("credit.seizures.lot" + i + ".loanUsdPerGpu=" + 40_000 * random.nextDouble());
        }
        s.add("feedbacks=" + some(random, List.of("redeployment-rent", "coin-sales-btc", "losses-spread", "marks-covenants",
                "losses-credit")));
        String frictions = some(random, List.of("rack-power", "other-use-of-power", "beliefs", "funding", "hurry"));
        String more = some(new Random(s.hashCode()), List.of("cooling", "crowding", "waiting"));
        s.add("frictions=" + (frictions + more).replace("][", frictions.equals("[]") || more.equals("[]") ? "" : ", "));
        for (String buyer : BUYERS) {
            s.add("buyers.types." + buyer + ".lineFromLenders=" + random.nextInt(2) * random.nextDouble());
            s.add("buyers.types." + buyer + ".btcMedian=" + random.nextInt(2) * 500 * random.nextDouble());
        }
        s.add("market.power.elasticityToAi=" + (random.nextBoolean() ? 0 : 3 * random.nextDouble()));
        s.add("market.power.volatility=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("market.power.leadTimeSensitivity=" + 5 * random.nextDouble());
        s.add("market.inflation.fromPower=" + random.nextDouble());
        s.add("market.inflation.delayWeeksPerPoint=" + 20 * random.nextDouble());
        drawStructures(s, random);
        // the debt stack: notes, lines, assigned income, draws, floating and rolled loans, cure and forbearance
        s.add("credit.highYield.share=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("credit.highYield.shareOfCost=" + random.nextDouble());
        s.add("credit.highYield.maturityYearsLow=0");
        s.add("credit.highYield.maturityYearsHigh=" + 2 * random.nextDouble());
        s.add("credit.wall.share=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("credit.wall.weekLow=" + random.nextInt(20));
        s.add("credit.wall.weekHigh=" + (20 + random.nextInt(30)));
        s.add("credit.revolver.share=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("credit.revolver.limitShareOfCost=" + 0.3 * random.nextDouble());
        s.add("credit.assignment.share=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("credit.assignment.shareOfContracts=" + random.nextDouble());
        s.add("credit.draws.share=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("credit.draws.fleetShare=" + 2 * random.nextDouble());
        s.add("credit.borrowers.coinsFirst=" + random.nextBoolean());
        s.add("credit.loan.floatingShare=" + (random.nextBoolean() ? 0 : 2 * random.nextDouble()));
        s.add("credit.loan.refinanceLtv=" + (random.nextBoolean() ? 0 : 1.2 * random.nextDouble()));
        s.add("credit.loan.rolledShare=" + (random.nextBoolean() ? 0 : random.nextDouble()));
        s.add("credit.covenant.dscrBasis=" + Scalars.choices(DscrBasis.class).get(random.nextInt(3)));
        s.add("credit.covenant.cureWeeks=" + (random.nextBoolean() ? 0 : random.nextInt(30)));
        s.add("credit.covenant.forbearanceWeeks=" + (random.nextBoolean() ? 0 : random.nextInt(60)));
        drawBeliefsAndEntry(s, new Random(s.hashCode()));
        drawSites(s);
        drawPremises(s, new Random(31 * s.hashCode() + 7));
        if (new Random(31 * s.hashCode()).nextInt(3) == 0) {
            s.add("depth.measure=true");
        }
        // own buyers, some of them with several sites, by draws of their own
        Random own = new Random(s.hashCode());
        if (own.nextInt(3) == 0) {
            s.add("buyers.file=experiments/data/own-buyers/buyers.csv");
            s.add("buyers.addToDrawn=" + own.nextBoolean());
        }
        drawRepo(s);
        drawBackstop(s, new Random(37 * s.hashCode() + 5));
        return s;
    }

    /** Floors, a guarantee, and lenders who believe in them. */
    private static void drawBackstop(List<String> s, Random random) {
        s.add("policy.standby.discount=" + random.nextDouble());
        s.add("policy.standby.budgetUsd=" + random.nextInt(2) * 3e8 * random.nextDouble());
        s.add("policy.vendorFloor.shareOfFmv=" + random.nextInt(2) * random.nextDouble());
        s.add("policy.vendorFloor.budgetUsd=" + (random.nextBoolean() ? 1e13 : 1e8 * random.nextDouble()));
        s.add("policy.vendorFloor.withdrawnInSqueeze=" + random.nextBoolean());
        s.add("policy.floor.shareOfOlv=" + (random.nextInt(3) > 0 ? 0 : 1.5 * random.nextDouble()));
        s.add("policy.floor.budgetUsd=" + (random.nextBoolean() ? 1e13 : 1e8 * random.nextDouble()));
        s.add("policy.floor.trigger=" + Scalars.choices(Trigger.class).get(random.nextInt(3)));
        s.add("policy.floor.lossShare=" + 0.2 * random.nextDouble());
        s.add("policy.guarantee.share=" + random.nextInt(2) * random.nextDouble());
        s.add("policy.guarantee.budgetUsd=" + (random.nextBoolean() ? 1e13 : 1e8 * random.nextDouble()));
        s.add("policy.guarantee.feePerYear=" + random.nextInt(2) * 0.1 * random.nextDouble());
        s.add("policy.guarantee.trigger=" + Scalars.choices(Trigger.class).get(random.nextInt(3)));
        s.add("policy.guarantee.lossShare=" + 0.2 * random.nextDouble());
        s.add("policy.announced=" + (random.nextInt(4) > 0));
        s.add("policy.belief=" + random.nextDouble());
        s.add("policy.origination.responds=" + (random.nextInt(4) > 0));
    }

    /** What is announced of releases, and money from outside. */
    private static void drawBeliefsAndEntry(List<String> s, Random random) {
        s.add("market.announcements=" + (random.nextBoolean() ? "announced" : "known-in-advance"));
        s.add("market.releases.Rubin.announced=" + (random.nextInt(3) == 0 ? "none" : "2026-0" + (1 + random.nextInt(9)) + "-01"));
        s.add("market.releases.Rubin.announcedGain=" + (random.nextBoolean() ? "none" : String.valueOf(1 + 4 * random.nextDouble())));
        s.add("market.releases.Rubin.ramp=" + (random.nextBoolean() ? "linear" : "smooth"));
        s.add("buyers.entry.musdPerWeekPerPoint=" + random.nextInt(2) * 3 * random.nextDouble());
        s.add("buyers.entry.hurdle=" + (0.5 * random.nextDouble() - 0.2));
        s.add("buyers.entry.delayWeeks=" + (1 + random.nextInt(20)));
        s.add("buyers.entry.capMusd=" + 500 * random.nextDouble());
        s.add("buyers.entry.storageGpusPerMusd=" + 100 * random.nextDouble());
        s.add("buyers.entry.kind=" + BUYERS.get(random.nextInt(BUYERS.size())));
    }

    /** Further sites, loops, heat limits, new racks and the costs of moving; from draws of their own. */
    private static void drawSites(List<String> s) {
        Random random = new Random(31L * s.hashCode());
        s.add("hardware.testingUsdPerGpu=" + 500 * random.nextDouble());
        s.add("hardware.installationUsdPerGpu=" + 500 * random.nextDouble());
        s.add("hardware.warrantyUsdPerGpu=" + random.nextInt(2) * 2000 * random.nextDouble());
        s.add("buyers.airKwPerRack=" + (random.nextBoolean() ? "none" : String.valueOf(10 + 40 * random.nextDouble())));
        s.add("buyers.rearDoorKwPerRack=" + (10 + 60 * random.nextDouble()));
        for (String user : BUYERS.subList(0, 6)) {
            String at = "buyers.types." + user + ".";
            s.add(at + "cooling=" + Scalars.choices(Cooling.class).get(random.nextInt(3)));
            s.add(at + "loopShare=" + 1.5 * random.nextDouble());
            s.add(at + "buildableMwMedian=" + random.nextInt(2) * 2 * random.nextDouble());
            s.add(at + "buildWeeks=" + random.nextInt(60));
            s.add(at + "buildUsdPerKw=" + 12_000 * random.nextDouble());
        }
        for (SiteType site : Bound.parameters().buyers().sites()) {
            String at = "buyers.sites." + site.name() + ".";
            s.add(at + "share=" + random.nextInt(3) / 2.0);
            s.add(at + "readyMwMedian=" + random.nextDouble());
            s.add(at + "loopShare=" + 1.5 * random.nextDouble());
            s.add(at + "convertibleMwMedian=" + random.nextInt(2) * random.nextDouble());
            s.add(at + "buildableMwMedian=" + random.nextInt(2) * random.nextDouble());
            s.add(at + "retrofitWeeks=" + random.nextInt(20));
            s.add(at + "buildWeeks=" + random.nextInt(60));
        }
    }

    /** A repo market in most of the sets, with money so short in some that it matters; from draws of its own. */
    private static void drawRepo(List<String> s) {
        Random random = new Random(17L * s.hashCode() + 3);
        s.replaceAll(each -> each.startsWith("frictions=") ? with(each, "repo")
                : each.startsWith("feedbacks=") && random.nextBoolean() ? with(each, "haircuts") : each);
        s.add("repo.capacityUsd=" + (random.nextInt(4) == 0 ? 0 : StrictMath.exp(12 + 8 * random.nextDouble())));
        s.add("repo.dealers=" + (1 + random.nextInt(6)));
        s.add("repo.capitalRatio=" + 0.05 * random.nextDouble());
        s.add("repo.venue=" + Scalars.choices(RepoParameters.Venue.class).get(random.nextInt(2)));
        s.add("repo.haircut.rule=" + Scalars.choices(HaircutParameters.Rule.class).get(random.nextInt(3)));
        s.add("repo.haircut.base=" + 0.4 * random.nextDouble());
        s.add("repo.haircut.slope=" + 4 * random.nextDouble());
        s.add("repo.haircut.volatility=" + random.nextDouble());
        s.add("repo.haircut.liquidationWeeks=" + random.nextInt(40));
        s.add("repo.termWeeks=" + (1 + random.nextInt(10)));
        s.add("repo.bufferWeeks=" + random.nextInt(15));
        s.add("repo.mark=" + Scalars.choices(RepoParameters.Mark.class).get(random.nextInt(2)));
        s.add("repo.frozenSeizures=" + (random.nextInt(5) == 0));
        s.add("buyers.fundsScale=" + (random.nextInt(2) == 0 ? 1 : StrictMath.exp(-7 * random.nextDouble())));
    }

    private static String with(String listing, String one) {
        return listing.replace("]", listing.endsWith("[]") ? one + "]" : ", " + one + "]");
    }

    /** Where seized machines may stay, and who gets the racks that they leave. */
    private static void drawPremises(List<String> s, Random random) {
        s.add("hardware.inPlace.share=" + random.nextInt(2) * random.nextDouble());
        s.add("hardware.inPlace.windowWeeks=" + random.nextInt(60));
        s.add("hardware.inPlace.weeks=" + random.nextInt(4));
        s.add("hardware.hosts.rackKw=" + (5 + 80 * random.nextDouble()));
        s.add("hardware.hosts.rentUsdPerKwMonth=" + 250 * random.nextDouble());
        s.add("hardware.relet.share=" + random.nextInt(2) * random.nextDouble());
        s.add("hardware.relet.weeks=" + random.nextInt(30));
        s.add("hardware.relet.tenantUsdPerKwMonth=" + 200 * random.nextDouble());
    }

    /** Vehicles, the circle, what lenders do after seizure and how they are funded. */
    private static void drawStructures(List<String> s, Random random) {
        for (String vehicle : List.of("sponsored-vehicle", "project-finance")) {
            String at = "credit.vehicles." + vehicle + ".";
            s.add(at + "count=" + random.nextInt(4));
            s.add(at + "gpus=" + (1 + random.nextInt(8000)));
            s.add(at + "equityShare=" + random.nextDouble());
            s.add(at + "vendorShareOfEquity=" + random.nextDouble());
            s.add(at + "leaseYears=" + (0.1 + 2 * random.nextDouble()));
            s.add(at + "loanYears=" + (0.1 + 4 * random.nextDouble()));
            s.add(at + "rentCover=" + 2 * random.nextDouble());
            s.add(at + "reserveWeeks=" + random.nextInt(20));
            s.add(at + "strategicDefault=" + random.nextBoolean());
        }
        s.add("credit.circle.share=" + random.nextInt(2) * random.nextDouble());
        s.add("credit.circle.strengthSigma=" + random.nextDouble());
        s.add("credit.circle.renegotiateBelow=" + (0.8 + random.nextDouble()));
        s.add("credit.circle.repudiateBelow=" + 0.8 * random.nextDouble());
        s.add("credit.seizure.behaviour=" + Scalars.choices(SeizureParameters.Behaviour.class).get(random.nextInt(3)));
        s.add("credit.seizure.longestWeeks=" + random.nextInt(60));
        s.add("credit.seizure.operatorUtilisation=" + random.nextDouble());
        s.add("credit.bankShareOfFunding=" + random.nextInt(2) * random.nextDouble());
        // with the shipped 0.3 and 0.4 private credit could lose all GPU loans and still have capital
        s.add("credit.lenders.private-credit.gpuLoanShare=" + (0.3 + 0.7 * random.nextDouble()));
        s.add("credit.lenders.private-credit.capitalRatio=" + 0.4 * random.nextDouble());
        for (String lender : List.of("bank", "private-credit", "vendor-finance", "asset-backed")) {
            s.add("credit.lenders." + lender + ".withdrawnPerYear=" + random.nextInt(2) * 2 * random.nextDouble());
            s.add("credit.lenders." + lender + ".liquidShare=" + random.nextDouble());
        }
        if (random.nextInt(4) == 0) {
            s.add("credit.covenant.appraisal=learned-life");
        }
        s.add("credit.covenant.lifeLearning=" + random.nextDouble());
    }

    private static String some(Random random, List<String> of) {
        return of.stream().filter(each -> random.nextInt(4) > 0).collect(Collectors.joining(", ", "[", "]"));
    }

    /** What a stretch of 50 parameter sets must show at least once, lest the test see nothing. */
    private static final class Seen {
        long weeks;
        int defaults;
        int sales;
        int scrapped;
        int losses;
        int lateSales;
        int buyersCoins;
        int linesCut;
        int vehicles;
        int leasesRejected;
        int contracts;
        int passedOn;
        int fundingGone;
        int inPlace;
        int relet;
        int drawn;
        int refinanced;
        int linesLost;
        int forborne;
        int news;
        int entered;
        int built;
        int secondSites;
        int loops;
        int repos;
        int repoFails;
        int repoResales;
        int standby;
        int boughtBack;
        int authority;
        int guaranteed;
        int lentMore;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nothingIsCreatedOrLost(int part) {
        Random random = new Random(100 + part);
        Seen seen = new Seen();
        for (int i = 0; i < 50; i++) {
            ModelParameters parameters = draw(random);
            FireSale run = new FireSale(Scenario.of(parameters), random.nextLong(), EnumSet.of(Recording.SALES));
            run.start();
            while (run.schedule.step(run)) {
                sitesAgreeWithTheBook(run);
                dealersAddUp(run);
            }
            run.finish();
            RunOutcome outcome = run.outcome();
            try {
                machinesAreInOnePlaceEach(run);
                powerIsInOnePlaceEach(run, outcome.placement());
                salesAddUp(run, outcome);
                lendersAddUp(run);
                payersAddUp(run);
                buyersAddUp(run);
                backstopAddsUp(run, outcome);
            } catch (AssertionError e) {
                ParameterSchema<ModelParameters> schema = Bound.SCHEMA;
                throw new AssertionError("part " + part + ", set " + i + ", seed " + run.modelSeed() + ": " + e.getMessage()
                        + "\n"
                        + schema.effective(parameters).stream().map(ParameterSchema.Assignment::yaml).collect(Collectors.joining("\n")), e);
            }
            seen.weeks += outcome.weeks();
            seen.defaults += outcome.defaults() > 0 ? 1 : 0;
            seen.sales += outcome.gpusSold() > 0 ? 1 : 0;
            seen.scrapped += outcome.gpusScrapped() > 0 ? 1 : 0;
            seen.losses += outcome.lenderLossesUsd() > 0 ? 1 : 0;
            seen.buyersCoins += run.outside().dollarsForCoins().balance() < 0 && outcome.defaults() == 0 ? 1 : 0;
            seen.linesCut += run.buyers().buyers().stream().anyMatch(buyer -> buyer.line() > 0 && buyer.lineLender() >= 0
                    && run.credit().lenders().get(buyer.lineLender()).supply() < 1) ? 1 : 0;
            CreditFigures credit = outcome.credit();
            seen.vehicles += credit.defaultsOfVehicles() > 0 ? 1 : 0;
            seen.leasesRejected += credit.counts().leaseDamagesUsd() > 0 ? 1 : 0;
            seen.contracts += credit.counts().contractsRenegotiated() + credit.counts().contractsRepudiated() > 0 ? 1 : 0;
            seen.passedOn += run.credit().lenderSystem().passedToBanks() > 0 ? 1 : 0;
            seen.fundingGone += run.credit().lenders().stream().anyMatch(Lender::isIlliquid) ? 1 : 0;
            seen.inPlace += outcome.placement().gpusSoldInPlace() > 0 ? 1 : 0;
            seen.relet += outcome.placement().reletKw() > 0 ? 1 : 0;
            seen.drawn += run.credit().counts().loansDrawnUsd() > 0 ? 1 : 0;
            seen.refinanced += run.credit().lenders().stream().anyMatch(lender -> lender.lentFromFunding() > 0) ? 1 : 0;
            seen.linesLost += run.credit().borrowers().stream().anyMatch(borrower -> borrower.defaulted()
                    && borrower.revolver() != null) ? 1 : 0;
            seen.forborne += run.credit().counts().breachesForborne() > 0 ? 1 : 0;
            seen.news += outcome.news().newsWeeks() > 0 ? 1 : 0;
            seen.entered += outcome.entry().usd() > 0 ? 1 : 0;
            seen.built += someSite(run, 0, site -> site.builtKw() > 0);
            seen.secondSites += someSite(run, 1, site -> site.freeKw() < site.readyKw());
            seen.loops += someSite(run, 0, site -> site.freeLoopKw() < site.loopKw());
            RepoCounts repo = run.repo().counts();
            seen.repos += repo.loans() > 0 ? 1 : 0;
            seen.repoFails += repo.fails() > 0 ? 1 : 0;
            seen.repoResales += outcome.repo().resaleGpus() > 0 ? 1 : 0;
            seen.standby += outcome.policy().of(FloorOwner.STANDBY).gpus() > 0 ? 1 : 0;
            seen.boughtBack += outcome.policy().of(FloorOwner.VENDOR).gpus() > 0 ? 1 : 0;
            seen.authority += outcome.policy().of(FloorOwner.AUTHORITY).gpus() > 0 ? 1 : 0;
            seen.guaranteed += outcome.policy().guaranteePaidUsd() > 0 ? 1 : 0;
            seen.lentMore += outcome.policy().ltvFactor() > 1 ? 1 : 0;
            seen.lateSales += outcome.gpusSoldLast() > 0 ? 1 : 0;
        }
        assertThat(seen.weeks).as("four parts make 10,000 weeks").isGreaterThan(2_500);
        assertThat(List.of(seen.defaults, seen.sales, seen.scrapped, seen.losses, seen.lateSales, seen.buyersCoins,
                seen.linesCut))
                .allMatch(count -> count >= 3);
        assertThat(List.of(seen.vehicles, seen.leasesRejected, seen.contracts, seen.passedOn, seen.fundingGone,
                seen.drawn, seen.refinanced, seen.linesLost, seen.forborne, seen.news, seen.entered, seen.inPlace, seen.relet,
                seen.built, seen.secondSites, seen.loops, seen.standby, seen.boughtBack, seen.authority, seen.guaranteed,
                seen.lentMore)).allMatch(count -> count >= 3);
        assertThat(List.of(seen.repos, seen.repoFails, seen.repoResales)).allMatch(count -> count >= 1);
    }

    /** 1 if some buyer's n-th or later site is so, else 0. */
    private static int someSite(FireSale run, int first, Predicate<Site> so) {
        return run.buyers().buyers().stream().anyMatch(buyer -> buyer.sites().stream().skip(first).anyMatch(so)) ? 1 : 0;
    }

    /** What dealers have, have lent and have lost is what was put into them; nobody owes more than they have. */
    static void dealersAddUp(FireSale run) {
        long lent = 0;
        for (Dealer dealer : run.repo().dealers()) {
            assertThat(dealer.cash().balance()).isNotNegative();
            assertThat(dealer.lent()).isNotNegative();
            assertThat(dealer.cash().balance() + dealer.lent() + dealer.losses()).isEqualTo(dealer.paidIn());
            lent += dealer.lent();
        }
        assertThat(run.repo().outstandingUsd()).isLessThanOrEqualTo(lent / 100.0 + 0.001);
        if (run.parameters().frictions().contains(Friction.CROWDING)) {
            assertThat(lent / 100.0).isLessThanOrEqualTo(run.parameters().repo().capacityUsd() + 0.01);
        }
    }

    static void machinesAreInOnePlaceEach(FireSale run) {
        List<MachineType> machines = run.parameters().hardware().machines();
        long underWay = 0;
        for (int m = 0; m < machines.size(); m++) {
            Custody place = run.custody().get(m);
            long inside = place.transit().balance() + place.users().balance() + place.resellers().balance()
                    + place.scrap().balance()
                    + place.warehouse().balance();
            for (Borrower borrower : run.credit().borrowers()) {
                for (Cohort cohort : borrower.cohorts()) {
                    inside += cohort.machineIndex() == m ? cohort.gpus().balance() : 0;
                    assertThat(cohort.gpus().balance() % cohort.machine().gpusPerNode()).as("whole nodes").isZero();
                }
            }
            for (SeizedFleet fleet : run.credit().fleets()) {
                inside += fleet.borrower() == null && fleet.machineIndex() == m ? fleet.gpus().balance() : 0;
            }
            for (Floor floor : run.backstop().floors()) {
                inside += floor.machines(m).balance();
            }
            assertThat(inside).as("%s", machines.get(m).name()).isEqualTo(-place.makers().balance());
            underWay += place.transit().balance() + place.resellers().balance();
        }
        assertThat(run.buyers().inTransit()).as("on their way").isEqualTo(underWay);
        assertThat(run.credit().inventory()).as("nothing is left to sell").isEmpty();
        assertThat(run.credit().repossessing()).isEmpty();
        run.buyers().buyers().forEach(buyer -> buyer.sites().forEach(site -> {
            assertThat(site.freeKw()).isBetween(0.0, site.readyKw());
            assertThat(site.convertibleKw()).isGreaterThan(-1e-6);
            assertThat(site.buildableKw()).isGreaterThan(-1e-6);
            assertThat(site.freeLoopKw()).isGreaterThan(-1e-6).isLessThanOrEqualTo(site.loopKw());
        }));
    }

    /** Sites and borrowers know the same as the book of racks, in any week. */
    static void sitesAgreeWithTheBook(FireSale run) {
        PowerBook power = run.power();
        long free = 0;
        long occupied = 0;
        long legacy = 0;
        long made = 0;
        for (Buyer buyer : run.buyers().buyers()) {
            for (Site site : buyer.sites()) {
                free += site.freeWatts();
                occupied += site.occupiedWatts();
                legacy += site.legacyWatts();
                made += site.madeWatts();
                assertThat(site.legacyWatts()).isBetween(0L, (long) (1000 * site.convertibleKw()) + 1000);
            }
        }
        assertThat(power.ready().balance()).isEqualTo(free);
        assertThat(power.occupied().balance()).isEqualTo(occupied);
        assertThat(power.legacy().balance()).isEqualTo(legacy);
        assertThat(power.inRetrofit().balance() + power.retrofitted().balance()).isEqualTo(made);
        long operators = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            for (Cohort cohort : borrower.cohorts()) {
                operators += borrower.defaulted() ? 0 : watts(cohort.machine(), cohort.gpus().balance());
            }
        }
        assertThat(power.operators().balance()).isEqualTo(operators);
    }

    /** The same at the end, and every rack of a seized fleet was sold with it or freed. */
    static void powerIsInOnePlaceEach(FireSale run, PlacementFigures figures) {
        sitesAgreeWithTheBook(run);
        PowerBook power = run.power();
        long left = 0;
        for (SeizedFleet fleet : run.credit().fleets()) {
            left += watts(fleet.machine(), fleet.seizedGpus());
        }
        assertThat(power.seized().balance()).as("all is fetched or sold").isZero();
        long hostedOrFreed = power.hosted().balance() + Math.round(1000 * figures.freedKw());
        if (run.repo().counts().fails() == 0) {
            assertThat(hostedOrFreed).isEqualTo(left);
        } else {
            assertThat(hostedOrFreed).as("dealers take machines away from hosts").isLessThanOrEqualTo(left);
        }
        assertThat(figures.reletKw()).isBetween(0.0, figures.freedKw());
        assertThat(power.vacant().balance()).isBetween(0L, Math.round(1000 * (figures.freedKw() - figures.reletKw())));
        assertThat(power.hosted().balance() > 0 && figures.gpusSoldInPlace() == 0).isFalse();
        assertThat(figures.gpusSoldInPlace() > 0 && power.hosted().balance() == 0 && run.repo().counts().fails() == 0).isFalse();
    }

    private static long watts(MachineType machine, long gpus) {
        return gpus / machine.gpusPerNode() * Math.round(1000 * machine.nodeKw());
    }

    static void salesAddUp(FireSale run, RunOutcome o) {
        double proceeds = 0;
        double fmv = 0;
        double fmvAtSeizure = 0;
        double discounted = 0;
        long gpus = 0;
        long resold = 0;
        for (Sale sale : o.sales()) {
            boolean seized = sale.lender() >= 0;
            gpus += seized ? sale.gpus() : 0;
            resold += seized ? 0 : sale.gpus();
            if (!sale.buyerType().equals("scrap")) {
                proceeds += sale.gpus() * sale.priceUsd();
                fmv += sale.gpus() * sale.fmvUsd();
            }
            if (seized) {
                fmvAtSeizure += sale.gpus() * sale.fmvAtSeizureUsd();
                LenderType lender = run.credit().lenders().get(sale.lender()).type();
                assertThat(sale.lenderType()).isEqualTo(lender.name());
                discounted += sale.gpus() * (sale.priceUsd() - sale.costUsd())
                        * Math.exp(-lender.discountRate() * sale.weeksSinceSeizure() * 7 / 365.25);
            } else {
                assertThat(sale.lenderType()).isEqualTo("repo-dealer");
            }
            double scrap = run.parameters().hardware().machines().stream().filter(m -> m.name().equals(sale.kind())).findFirst().orElseThrow().scrapUsd();
            assertThat(sale.priceUsd()).as("nobody sells below scrap").isGreaterThanOrEqualTo(scrap - 0.01);
            assertThat(sale.fmvUsd()).isGreaterThanOrEqualTo(scrap);
        }
        assertThat(gpus).isEqualTo(o.gpusSold() + o.gpusScrapped()).isEqualTo(o.gpusSeized());
        assertThat(resold).as("all that dealers took was sold or scrapped").isEqualTo(run.repo().counts().failedGpus());
        assertThat(o.proceedsUsd()).isCloseTo(proceeds, within(1e-9 * proceeds));
        if (gpus == 0) {
            assertThat(o.priceDiscount()).isNaN();
            assertThat(o.shortfall()).isNaN();
            return;
        }
        if (fmv == 0) {
            assertThat(o.priceDiscount()).as("all was scrapped").isNaN();
        } else {
            assertThat(o.priceDiscount()).isCloseTo(1 - proceeds / fmv, within(1e-9));
        }
        assertThat(o.shortfall()).isCloseTo(1 - discounted / fmvAtSeizure, within(1e-9));
        assertThat(o.shortfallPrice() + o.shortfallMelt() + o.shortfallCondition() + o.shortfallCost())
                .isCloseTo(o.shortfall(), within(1e-9));
    }

    /**
     * Losses of a lender are those of its fleets, each within its bounds, of its revolving lines, and, for banks, what they bear of
     * private credit's.
     */
    private static void lendersAddUp(FireSale run) {
        for (SeizedFleet fleet : run.credit().fleets()) {
            lossIsWithinBounds(fleet);
        }
        for (Lender lender : run.credit().lenders()) {
            long booked = 0;
            for (SeizedFleet fleet : run.credit().fleets()) {
                booked += fleet.lender() == lender ? fleet.lossBooked() : 0;
            }
            long borne = lender.type().family() == LenderFamily.BANK ? run.credit().lenderSystem().passedToBanks() : 0;
            assertThat(lender.losses()).isBetween(booked - run.backstop().guarantee().paid(),
                    booked + lostOnLines(run, lender) + borne);
            assertThat(lender.cash().balance()).isNotNegative();
        }
        for (SeizedFleet fleet : run.credit().fleets()) {
            assertThat(fleet.claim()).isNotNegative();
        }
        for (Borrower borrower : run.credit().borrowers()) {
            assertThat(borrower.defaulted() && borrower.cash().balance() > 0).as("an estate is distributed").isFalse();
            boolean pledges = borrower.line() != null && borrower.defaulted();
            assertThat(pledges && borrower.line().balance() + borrower.line().pledged().balance() > 0).as("a pledge is "
                    + "sold").isFalse();
        }
    }

    /**
     * A lender loses between nothing and what it was still owed; on machines that it came to own by credit bid, the loan less all
     * that came in, of which the estate may have paid up to the deficiency.
     */
    static void lossIsWithinBounds(SeizedFleet fleet) {
        long lost = fleet.loanAtDefault() - fleet.netProceeds();
        assertThat(fleet.lossBooked()).isBetween(fleet.isOwned() ? lost - fleet.claim() : 0, fleet.isOwned() ? lost : fleet.claim());
    }

    /** Every dollar lost is borne once: by a payer, and among the losses of all. */
    private static void payersAddUp(FireSale run) {
        List<Double> byPayer = run.credit().lossesByPayerUsd();
        double sum = byPayer.stream().mapToDouble(Double::doubleValue).sum();
        double size = byPayer.stream().mapToDouble(Math::abs).sum();
        assertThat(run.credit().lossesUsd()).isCloseTo(sum, within(0.01 + 1e-12 * size));
        assertThat(byPayer.get(Payer.COUNTED_ELSEWHERE.ordinal())).isZero();
        // only shareholders can gain against what they had at default, and lenders with machines that they came to own
        boolean owns = run.credit().fleets().stream().anyMatch(SeizedFleet::isOwned);
        for (Payer payer : Payer.values()) {
            boolean shareholder = payer == Payer.EQUITY || payer == Payer.VEHICLE_EQUITY || payer == Payer.VENDOR;
            boolean owner = owns && (payer == Payer.BANKS || payer == Payer.PRIVATE_CREDIT || payer == Payer.ASSET_BACKED);
            assertThat(shareholder || owner ? 0 : byPayer.get(payer.ordinal())).as("%s", payer).isGreaterThanOrEqualTo(-0.05);
        }
        long ofFleets = run.credit().fleets().stream().mapToLong(SeizedFleet::lossBooked).sum();
        assertThat(run.credit().lenderSystem().losses() + run.backstop().guarantee().paid()).isGreaterThanOrEqualTo(ofFleets);
        assertThat(run.credit().lenderSystem().passedToBanks()).isNotNegative();
        for (double usd : List.of(run.credit().idleUsd(), run.tally().wearUsd, run.tally().prematureScrapUsd,
                run.tally().sellingUsd)) {
            assertThat(usd).as("deadweight").isGreaterThanOrEqualTo(-1e-6);
        }
        assertThat(run.marks().lifeYears()).isBetween(0.5, 15.0);
        for (Borrower borrower : run.credit().borrowers()) {
            assertThat(borrower.defaulted() && borrower.debt() > borrower.loanBalance()).as("all claims are closed").isFalse();
        }
    }

    /**
     * Owners of floors paid what sales and storage say, within their budgets; the authority's account is floor, guarantee and
     * fees.
     */
    private static void backstopAddsUp(FireSale run, RunOutcome o) {
        PolicyParameters p = run.parameters().policy();
        double[] budgets = {p.standby().budgetUsd(), p.vendorFloor().budgetUsd(), p.floor().budgetUsd()};
        double spentOnFloor = 0;
        for (FloorOwner owner : FloorOwner.values()) {
            PolicyFigures.Position position = o.policy().of(owner);
            List<Sale> bought = o.sales().stream().filter(sale -> sale.buyerType().equals(owner.label())).toList();
            assertThat(bought.stream().mapToLong(Sale::gpus).sum()).isEqualTo(position.gpus());
            assertThat(bought.stream().mapToDouble(sale -> sale.gpus() * sale.priceUsd()).sum())
                    .isCloseTo(position.spentUsd(), within(0.01 + 1e-9 * position.spentUsd()));
            assertThat(position.spentUsd()).isLessThanOrEqualTo(budgets[owner.ordinal()] + 0.005);
            assertThat(position.fmvUsd()).isGreaterThanOrEqualTo(position.scrapUsd() * (1 - 1e-12));
            spentOnFloor = position.spentUsd() + position.storageUsd();
        }
        assertThat(o.policy().guaranteePaidUsd()).isBetween(0.0, p.guarantee().budgetUsd() + 0.005);
        assertThat(run.outside().authority().balance() / 100.0)
                .isCloseTo(o.policy().guaranteeFeesUsd() - o.policy().guaranteePaidUsd() - spentOnFloor, within(0.001));
    }

    /** The most that a lender can have lost on revolving lines of borrowers in default, cents. */
    static long lostOnLines(FireSale run, Lender lender) {
        double usd = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            boolean lost = borrower.defaulted() && borrower.revolver() != null && borrower.revolver().lender() == lender;
            usd += lost ? run.parameters().credit().revolver().limitShareOfCost() * borrower.fleetCostUsd() : 0;
        }
        return (long) Math.ceil(100 * usd);
    }

    /** Coins are with miners, lenders against coins, buyers or the market; nobody draws more than its line. */
    static void buyersAddUp(FireSale run) {
        double entered = run.buyers().buyers().stream().mapToDouble(buyer -> buyer.entered() / 100.0).sum();
        assertThat(entered).isCloseTo(run.buyers().enteredUsd(), within(0.001));
        assertThat(entered).isLessThanOrEqualTo(run.parameters().buyers().entry().capMusd() * 1e6 + 0.01);
        for (Buyer buyer : run.buyers().buyers()) {
            assertThat(buyer.cash().balance()).isNotNegative();
            assertThat(buyer.coins().balance()).isNotNegative();
            boolean none = buyer.type().btcMedian() == 0 && run.parameters().buyers().file().isEmpty();
            assertThat(none && buyer.coins().balance() > 0).isFalse();
            assertThat(buyer.enteredLeft()).isBetween(0L, buyer.entered());
            // lots that are sold as if each were alone may spend the same line twice
            if (run.parameters().frictions().containsAll(List.of(Friction.FUNDING, Friction.CROWDING))) {
                assertThat(buyer.drawn()).isBetween(0L, buyer.line());
            }
        }
    }
}
