package firesale.credit.lenders;

/** What a lender is by law and funding; it decides who bears its losses once its capital is gone. */
public enum LenderFamily {
    BANK(Payer.BANKS),
    PRIVATE_CREDIT(Payer.PRIVATE_CREDIT),
    VENDOR(Payer.VENDOR),
    /** Asset-backed securities and insurers: investors bear all, tranche by tranche. */
    ASSET_BACKED(Payer.ASSET_BACKED);

    private final Payer payer;

    LenderFamily(Payer payer) {
        this.payer = payer;
    }

    /** Who bears losses up to the capital. */
    public Payer payer() {
        return payer;
    }

    /** Who bears what exceeds the capital, but for what banks have lent to private credit. */
    public Payer beyondCapital() {
        return this == ASSET_BACKED ? payer : Payer.FUNDERS;
    }
}
