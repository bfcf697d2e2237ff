package firesale.world;

/** The state of funding markets. */
public enum Regime {
    CALM, SQUEEZE, EASING
}
