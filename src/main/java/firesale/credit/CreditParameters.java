package firesale.credit;

import firesale.credit.lenders.LenderType;
import firesale.kernel.parameters.Param;
import java.util.List;

/** Borrowers, their debt and their lenders. */
public record CreditParameters(
        @Param(meaning = "Miners turned AI hosts and neoclouds") BorrowerParameters borrowers,
        @Param(meaning = "GPU term loans") LoanParameters loan,
        @Param(meaning = "Convertible notes") NoteParameters note,
        @Param(meaning = "High-yield notes") HighYieldParameters highYield,
        @Param(meaning = "A wall of maturities") WallParameters wall,
        @Param(meaning = "Revolving lines") RevolverParameters revolver,
        @Param(meaning = "Assignment of future compute income") AssignmentParameters assignment,
        @Param(meaning = "Machines bought with new loans during the run") DrawParameters draws,
        @Param(meaning = "Credit lines against pledged coins") CoinLineParameters coinLine,
        @Param(meaning = "Circular commitments") CircleParameters circle,
        @Param(meaning = "Special-purpose vehicles", table = "data/vehicles.csv") List<VehicleType> vehicles,
        @Param(meaning = "Covenants and what follows a breach") CovenantParameters covenant,
        @Param(meaning = "What lenders do with what they seize") SeizureParameters seizure,
        @Param(meaning = "Whether to measure reported against economic equity and depreciation of borrowers; changes no other "
                + "number", def = "false", source = "assumption: it takes time") boolean measureEarnings,
        @Param(meaning = "Whether to measure debt-service cover on flat and on realised rent, and lives of loans and collateral; "
                + "changes no other number", def = "false", source = "assumption: it takes time") boolean measureLoans,
        @Param(meaning = "Whether to measure losses, balances and spreads by class of lending; changes no other number",
                def = "false", source = "assumption: it takes time") boolean measureSpreads,
        @Param(meaning = "Kinds of lenders", table = "data/lenders.csv") List<LenderType> lenders,
        @Param(meaning = "Share of private credit's funding that banks have lent", unit = "share", def = "0", min = 0, max = 1,
                source = "assumption: off") double bankShareOfFunding,
        @Param(meaning = "Fleets that are seized in a given week whatever happens, beside those of defaulting borrowers; empty: "
                + "none")
        List<ScheduledSeizure> seizures,
        @Param(meaning = "An own book in place of drawn borrowers, loans and lenders") BookParameters book) {

    public CreditParameters {
        lenders = List.copyOf(lenders);
        vehicles = List.copyOf(vehicles);
        seizures = List.copyOf(seizures);
        double weight = 0;
        for (LenderType type : lenders) {
            weight += type.count() > 0 ? type.weight() : 0;
        }
        if (weight <= 0) {
            throw new IllegalArgumentException("at least one kind of lender needs a count and a weight above 0");
        }
    }

    /** The same with the spreads of lending measured. */
    public CreditParameters measuringSpreads() {
        return new CreditParameters(borrowers, loan, note, highYield, wall, revolver, assignment, draws, coinLine, circle,
                vehicles, covenant, seizure, measureEarnings, measureLoans, true, lenders, bankShareOfFunding, seizures, book);
    }

    /** The same with another spread of term loans over the risk-free rate, 1/a. */
    public CreditParameters withLoanSpread(double spread) {
        return new CreditParameters(borrowers, loan.withSpread(spread), note, highYield, wall, revolver, assignment, draws,
                coinLine, circle, vehicles, covenant, seizure, measureEarnings, measureLoans, measureSpreads, lenders,
                bankShareOfFunding, seizures, book);
    }

    /** Who borrows. Sizes are log-normal, drawn once. */
    public record BorrowerParameters(
            @Param(meaning = "How many borrowers", unit = "count", def = "40", min = 0, max = 100_000,
                    source = "assumption: listed miners with AI plans and neoclouds with GPU debt") int count,
            @Param(meaning = "Median fleet", unit = "GPUs", def = "4000", min = 1, max = 1e7,
                    source = "so that the largest of 40 match the published fleets of 250, 23 and 22 thousand but for the "
                    + "largest, which is capped [miners]")
            double gpusMedian,
            @Param(meaning = "Standard deviation of the log fleet", unit = "1", def = "1.2", min = 0, max = 5,
                    source = "as for the median [miners]")
            double gpusSigma,
            @Param(meaning = "Largest fleet", unit = "GPUs", def = "60000", min = 1, max = 1e8,
                    source = "assumption: the largest host is left out")
            double gpusMax,
            @Param(meaning = "Cohorts of a fleet, each bought at its own date", unit = "count", def = "2", min = 1, max = 20,
                    source = "assumption")
            int cohorts,
            @Param(meaning = "Oldest cohort at the start; ages are uniform from 0", unit = "a", def = "2.0", min = 0, max = 6,
                    source = "assumption: H100s came in volume from 2023 on") double oldestAgeYears,
            @Param(meaning = "Share of borrowers that mine BTC", unit = "share", def = "0.6", min = 0, max = 1,
                    source = "assumption") double minerShare,
            @Param(meaning = "Median coins of a miner", unit = "BTC", def = "1500", min = 0, max = 1e7,
                    source = "so that the five largest of 24 match the five published treasuries of 1.4 to 54 thousand "
                    + "[miners]") double coinsMedian,
            @Param(meaning = "Standard deviation of the log coins", unit = "1", def = "1.6", min = 0, max = 5,
                    source = "as for the median [miners]")
            double coinsSigma,
            @Param(meaning = "Coins mined in a year over coins held at the start", unit = "1/a", def = "0.3", min = 0,
                    max = 100, source = "assumption")
            double minedPerYear,
            @Param(meaning = "Cost of mining a coin, all in; below it the machines are off", unit = "USD/BTC", def = "80000",
                    min = 0, max = 1e9,
                    source = "assumption: miners on edge near 80 k [digitalcryptohub]") double miningCostUsdPerCoin,
            @Param(meaning = "Median cash in weeks of debt service", unit = "weeks", def = "16", min = 0, max = 1000,
                    source = "assumption") double cashWeeksMedian,
            @Param(meaning = "Standard deviation of the log cash", unit = "1", def = "0.7", min = 0, max = 5,
                    source = "assumption") double cashSigma,
            @Param(meaning = "Least share of a fleet under contract", unit = "share", def = "0.1", min = 0, max = 1,
                    source = "assumption") double contractShareLow,
            @Param(meaning = "Largest share of a fleet under contract", unit = "share", def = "0.9", min = 0, max = 1,
                    source = "assumption") double contractShareHigh,
            @Param(meaning = "Shortest contract", unit = "a", def = "1", min = 0.1, max = 20, source = "assumption")
                    double contractYearsLow,
            @Param(meaning = "Longest contract", unit = "a", def = "3", min = 0.1, max = 20, source = "assumption")
                    double contractYearsHigh,
            @Param(meaning = "Paid utilisation under contract", unit = "share", def = "0.95", min = 0, max = 1,
                    source = "assumption: take or pay")
            double contractUtilisation,
            @Param(meaning = "Least utilisation at spot", unit = "share", def = "0.45", min = 0, max = 1,
                    source = "assumption") double spotUtilisationLow,
            @Param(meaning = "Largest utilisation at spot", unit = "share", def = "0.80", min = 0, max = 1,
                    source = "assumption") double spotUtilisationHigh,
            @Param(meaning = "Power price of borrowers", unit = "USD/kWh", def = "0.05", min = 0, max = 10,
                    source = "miners' hosting 0.05-0.08 [lmc-mining]")
            double powerUsdPerKwh,
            @Param(meaning = "PUE of borrowers' sites", unit = "ratio", def = "1.35", min = 1, max = 3,
                    source = "assumption: new halls, below the world's 1.54 [uptime-2025]")
            double pue,
            @Param(meaning = "Site, staff and network cost", unit = "USD/kW/a", def = "1100", min = 0, max = 1e6,
                    source = "assumption: half of a colocation rent [cbre-h2-2024]")
            double siteUsdPerKwYear,
            @Param(meaning = "Sales, administration and research as a share of revenue", unit = "share", def = "0.20", min = 0,
                    max = 1, source = "assumption")
            double overheadShare,
            @Param(meaning = "New equity that can be raised in a year in calm, over the fleet's cost", unit = "share/a",
                    def = "0.05", min = 0, max = 10, source = "assumption")
            double equityPerYear,
            @Param(meaning = "Whether coins are sold before other sources of cash are used; else they are the last", def = "true",
                    source = "assumption: liquid assets go first") boolean coinsFirst,
            @Param(meaning = "Hazard of a host's default for reasons outside the model", unit = "1/a", def = "0", min = 0,
                    max = 52, source = "assumption: off") double exogenousDefaultPerYear) {

        public BorrowerParameters {
            ordered("contractShare", contractShareLow, contractShareHigh);
            ordered("contractYears", contractYearsLow, contractYearsHigh);
            ordered("spotUtilisation", spotUtilisationLow, spotUtilisationHigh);
        }
    }

    /** GPU asset-backed term loans, level payments. */
    public record LoanParameters(
            @Param(meaning = "Least advance on cost", unit = "share", def = "0.65", min = 0, max = 1.5,
                    source = "LTV 70-75 %, 50-60 to 80-95 % at the edges [usdai-underwriting][cw-ddtl]")
            double ltvLow,
            @Param(meaning = "Largest advance on cost", unit = "share", def = "0.85", min = 0, max = 1.5,
                    source = "as for the least advance [usdai-underwriting][cw-ddtl]") double ltvHigh,
            @Param(meaning = "Shortest tenor", unit = "a", def = "3", min = 0.25, max = 15,
                    source = "36 to 66 months [usdai-underwriting][cw-ddtl]") double tenorYearsLow,
            @Param(meaning = "Longest tenor", unit = "a", def = "5.5", min = 0.25, max = 15,
                    source = "as for the shortest tenor [usdai-underwriting][cw-ddtl]") double tenorYearsHigh,
            @Param(meaning = "Spread over the risk-free rate", unit = "1/a", def = "0.055", min = 0, max = 1,
                    source = "450-650 bp [cw-ddtl]") double spread,
            @Param(meaning = "Least debt-service cover at which a loan is sized", unit = "ratio", def = "1.25", min = 0.1,
                    max = 10, source = "assumption: no level is published") double sizingDscr,
            @Param(meaning = "Rent path on which a loan is sized", def = "flat-rent",
                    source = "assumption: the practice that the credit argument criticises")
            Underwriting underwriting,
            @Param(meaning = "Accounting life under which book values fall in a straight line", unit = "a", def = "6",
                    min = 0.5, max = 30,
                    source = "six years at the largest owners [useful-lives]") double bookLifeYears,
            @Param(meaning = "How much of a change of the funding spread a loan's rate follows", unit = "share", def = "0",
                    min = 0, max = 10, source = "assumption: margins are fixed at closing [cw-ddtl]") double floatingShare,
            @Param(meaning = "Share of principal due that is refinanced instead of repaid in calm, up to refinanceLtv",
                    unit = "share", def = "0", min = 0, max = 1, source = "assumption: off") double rolledShare,
            @Param(meaning = "Loan over the covenant's appraisal up to which lenders that still lend refinance; 0 for never",
                    unit = "share", def = "0", min = 0, max = 10, source = "assumption: off") double refinanceLtv) {

        public LoanParameters {
            ordered("ltv", ltvLow, ltvHigh);
            ordered("tenorYears", tenorYearsLow, tenorYearsHigh);
        }

        LoanParameters withSpread(double other) {
            return new LoanParameters(ltvLow, ltvHigh, tenorYearsLow, tenorYearsHigh, other, sizingDscr, underwriting,
                    bookLifeYears, floatingShare, rolledShare, refinanceLtv);
        }
    }

    /** How future rent is seen when a loan is sized. */
    public enum Underwriting {
        FLAT_RENT, FALLING_RENT
    }

    /** Convertible notes: bullet, unsecured. */
    public record NoteParameters(
            @Param(meaning = "Face over the fleet's cost", unit = "share", def = "0.35", min = 0, max = 10,
                    source = "assumption: the sites of 5-7 k USD a GPU and part of the equity [sabre56]") double shareOfCost,
            @Param(meaning = "Coupon", unit = "1/a", def = "0.01", min = 0, max = 1,
                    source = "zero to low coupons in 2025 [theminermag]") double coupon,
            @Param(meaning = "Earliest maturity after the start", unit = "a", def = "0.5", min = 0, max = 50,
                    source = "assumption") double maturityYearsLow,
            @Param(meaning = "Latest maturity after the start", unit = "a", def = "5.5", min = 0, max = 50,
                    source = "notes due 2026-31 [miners]") double maturityYearsHigh,
            @Param(meaning = "Conversion price over AI equity at the start", unit = "ratio", def = "1.3", min = 0.01,
                    max = 100, source = "assumption: the usual premium")
            double conversionRatio,
            @Param(meaning = "Largest ratio of all debt to assets (book of the fleet, sites at cost, coins, cash) at which a "
                    + "note is rolled in calm or easing",
                    unit = "ratio", def = "0.8", min = 0, max = 100, source = "assumption") double rollLeverage) {

        public NoteParameters {
            ordered("maturityYears", maturityYearsLow, maturityYearsHigh);
        }
    }

    /** Credit lines of miners, secured by coins. */
    public record CoinLineParameters(
            @Param(meaning = "Share of miners that have drawn a line against coins", unit = "share", def = "0", min = 0, max = 1,
                    source = "assumption: off; two of the five published treasuries have one [miners]") double share,
            @Param(meaning = "Share of the coins that are pledged", unit = "share", def = "0.15", min = 0, max = 1,
                    source = "11 and 17 per cent of two treasuries [miners]") double pledgedShare,
            @Param(meaning = "LTV at the draw, and to which a call restores it", unit = "share", def = "0.60", min = 0.01,
                    max = 0.99, source = "0.53 and 0.67 on two lines [miners]") double ltv,
            @Param(meaning = "LTV from which on the lender calls", unit = "share", def = "0.80", min = 0.01, max = 10,
                    source = "assumption: no level is published") double callLtv,
            @Param(meaning = "Whether a borrower meets calls with free coins first", def = "true",
                    source = "assumption: a pledge is cheaper than a sale") boolean topUps,
            @Param(meaning = "Spread over the risk-free rate", unit = "1/a", def = "0.05", min = 0, max = 1,
                    source = "assumption")
                    double spread) {

        public CoinLineParameters {
            if (callLtv <= ltv) {
                throw new IllegalArgumentException("callLtv must exceed ltv: " + callLtv + " <= " + ltv);
            }
        }
    }

    /** Covenants, tested every quarter. */
    public record CovenantParameters(
            @Param(meaning = "Cash flow on which debt-service cover is tested", def = "trailing",
                    source = "assumption: accounts look back") DscrBasis dscrBasis,
            @Param(meaning = "Least debt-service cover", unit = "ratio", def = "1.10", min = 0, max = 10,
                    source = "assumption: no level is published") double dscr,
            @Param(meaning = "How collateral is valued for the largest LTV", def = "straight-line-6y",
                    source = "assumption: book values, with the life that the largest owners use "
                    + "[useful-lives]") Appraisal appraisal,
            @Param(meaning = "Largest loan over the appraised value", unit = "ratio", def = "0.95", min = 0, max = 10,
                    source = "assumption: no level is published") double ltv,
            @Param(meaning = "Time between tests", unit = "weeks", def = "13", min = 1, max = 520,
                    source = "assumption: quarterly, as accounts") int testWeeks,
            @Param(meaning = "Probability that a breach is waived in calm and in easing", unit = "share", def = "0.7", min = 0,
                    max = 1,
                    source = "assumption: waivers happen [ddtl-waiver]") double waiverCalm,
            @Param(meaning = "Probability that a breach is waived in a squeeze", unit = "share", def = "0.3", min = 0, max = 1,
                    source = "assumption") double waiverSqueeze,
            @Param(meaning = "Time to cure a breach that is not waived; 0 for at once", unit = "weeks", def = "0", min = 0,
                    max = 520, source = "assumption") int cureWeeks,
            @Param(meaning = "Time that a lender holds still after a breach where it expects to lose more by seizing; 0 for "
                    + "never", unit = "weeks", def = "0", min = 0, max = 520, source = "assumption: off") int forbearanceWeeks,
            @Param(meaning = "How far a sale moves the yearly loss of value that lenders believe in, for the appraisal "
                    + "learned-life", unit = "share", def = "0.1", min = 0, max = 1, source = "assumption") double lifeLearning,
            @Param(meaning = "Fewest weeks from default to repossession", unit = "weeks", def = "4", min = 0, max = 520,
                    source = "assumption") int repossessionWeeksLow,
            @Param(meaning = "Most weeks from default to repossession", unit = "weeks", def = "16", min = 0, max = 520,
                    source = "assumption") int repossessionWeeksHigh) {

        public CovenantParameters {
            ordered("repossessionWeeks", repossessionWeeksLow, repossessionWeeksHigh);
        }
    }

    /** A fleet that reaches a lender's yard in a given week, for controlled experiments: one large lot, or many at once. */
    public record ScheduledSeizure(
            @Param(meaning = "A name") String name,
            @Param(meaning = "Week in which the lender has the machines", unit = "weeks", min = 0, max = 2000) int week,
            @Param(meaning = "Kind of machine") String machine,
            @Param(meaning = "How many", unit = "GPUs", min = 1, max = 1e8) int gpus,
            @Param(meaning = "Age at seizure", unit = "a", def = "1.5", min = 0, max = 10, source = "assumption") double ageYears,
            @Param(meaning = "Condition at seizure, 1 for new", unit = "share", def = "0.95", min = 0.01, max = 1,
                    source = "assumption") double condition,
            @Param(meaning = "Loan outstanding", unit = "USD/GPU", def = "15000", min = 0, max = 1e7, source = "assumption")
                    double loanUsdPerGpu) {
    }

    static void ordered(String what, double low, double high) {
        if (low > high) {
            throw new IllegalArgumentException(what + "Low must not exceed " + what + "High: " + low + " > " + high);
        }
    }
}
