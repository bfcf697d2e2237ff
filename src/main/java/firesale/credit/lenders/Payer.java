package firesale.credit.lenders;

/** Who bears a loss in the end. */
public enum Payer {
    /** Shareholders of hosts. */
    EQUITY,
    /** Shareholders of special-purpose vehicles, but for a vendor. */
    VEHICLE_EQUITY,
    /** A vendor as shareholder of vehicles and as lender. */
    VENDOR,
    CONVERTIBLE_NOTES,
    HIGH_YIELD_NOTES,
    /** Lenders against coins. */
    COIN_LENDERS,
    /** Those to whom future income of compute was assigned. */
    INCOME_ASSIGNEES,
    BANKS,
    PRIVATE_CREDIT,
    /** Investors in asset-backed securities and insurers. */
    ASSET_BACKED,
    /** Those outside the model who fund lenders whose capital is gone. */
    FUNDERS,
    /** An authority that guarantees losses of lenders. */
    TAXPAYER,
    /** Somebody whose loss stands in books of its own: a lender of the model, or a lessor with shareholders and lenders. */
    COUNTED_ELSEWHERE
}
