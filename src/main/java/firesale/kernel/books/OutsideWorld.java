package firesale.kernel.books;

/** The accounts of all that is not modelled, so that every dollar and every coin inside has a counterparty. */
public final class OutsideWorld {

    private final Book money;
    private final Book coins;
    private final Account customers;
    private final Account suppliers;
    private final Account investors;
    private final Account noteHolders;
    private final Account highYieldHolders;
    private final Account coinLenders;
    private final Account incomeAssignees;
    private final Account lenders;
    private final Account buyersFunding;
    private final Account services;
    private final Account dollarsForCoins;
    private final Account coinMarket;
    private final Account warehouse;
    private final Account repoFunding;
    private final Account standby;
    private final Account vendor;
    private final Account authority;

    public OutsideWorld() {
        money = new Book("cents");
        coins = new Book("satoshi");
        customers = money.openOutside("customers who rent compute");
        suppliers = money.openOutside("power, sites and staff");
        investors = money.openOutside("equity investors");
        noteHolders = money.openOutside("note holders");
        highYieldHolders = money.openOutside("holders of high-yield notes");
        coinLenders = money.openOutside("lenders against coins");
        incomeAssignees = money.openOutside("assignees of compute income");
        lenders = money.openOutside("funding of lenders");
        buyersFunding = money.openOutside("buyers' business and credit lines");
        services = money.openOutside("auctioneers, storage, transport and retrofit");
        dollarsForCoins = money.openOutside("coin market, dollars");
        coinMarket = coins.openOutside("coin market");
        warehouse = money.openOutside("warehouse");
        repoFunding = money.openOutside("owners and funding of repo dealers");
        standby = money.openOutside("standby money");
        vendor = money.openOutside("vendor who buys back");
        authority = money.openOutside("authority");
    }

    /** All cents of the run. */
    public Book money() {
        return money;
    }

    /** All satoshi of the run. */
    public Book coins() {
        return coins;
    }

    /** Those who pay rent for compute, and for machines that resellers sell on. */
    public Account customers() {
        return customers;
    }

    /** Those who are paid for power, sites, maintenance and staff. */
    public Account suppliers() {
        return suppliers;
    }

    /** Those who buy new shares and keep what is left of an estate. */
    public Account investors() {
        return investors;
    }

    /** Holders of convertible notes. */
    public Account noteHolders() {
        return noteHolders;
    }

    public Account highYieldHolders() {
        return highYieldHolders;
    }

    /** Those to whom future income of compute is assigned. */
    public Account incomeAssignees() {
        return incomeAssignees;
    }

    /** Those who lend against coins. */
    public Account coinLenders() {
        return coinLenders;
    }

    /** Depositors and investors behind the lenders. */
    public Account lenders() {
        return lenders;
    }

    /** Where buyers' own money and their credit lines come from. */
    public Account buyersFunding() {
        return buyersFunding;
    }

    /** Auctioneers, storage, transport, repair and retrofit. */
    public Account services() {
        return services;
    }

    /** Dollars that are paid for coins. */
    public Account dollarsForCoins() {
        return dollarsForCoins;
    }

    public Account coinMarket() {
        return coinMarket;
    }

    /** Who takes seized machines at FMV and makes lenders whole, in a twin of a run. */
    public Account warehouse() {
        return warehouse;
    }

    /** Owners and funding of repo dealers: they get the interest. */
    public Account repoFunding() {
        return repoFunding;
    }

    /** Outsiders' money that stands by for forced lots. */
    public Account standby() {
        return standby;
    }

    /** The vendor of machines, as one who buys them back. */
    public Account vendor() {
        return vendor;
    }

    /** Who puts a floor under prices or guarantees losses with public money. */
    public Account authority() {
        return authority;
    }

    /** What coins are worth at a price, cents. */
    public static long coinCents(Account coins, double btcUsd) {
        return Cents.of(coins.balance() / Coins.SATOSHI * btcUsd);
    }

    /**
     * Sells coins of an account to the coin market until they have brought an amount, or all of them.
     *
     * @param coins  whose coins are sold
     * @param cash   where the dollars go
     * @param cents  what is to be raised; nothing is sold if it is not positive
     * @param btcUsd price of a coin
     * @return satoshi sold
     */
    public long sellCoins(Account coins, Account cash, long cents, double btcUsd) {
        long held = coins.balance();
        if (held == 0 || cents <= 0) {
            return 0;
        }
        long sold = Math.min(held, (long) StrictMath.ceil(Cents.toUsd(cents) / btcUsd * Coins.SATOSHI));
        this.coins.transfer(coins, coinMarket, sold);
        money.transfer(dollarsForCoins, cash, Cents.of(sold / Coins.SATOSHI * btcUsd));
        return sold;
    }

    /** Audits both books. */
    public void audit() {
        money.audit();
        coins.audit();
    }
}
