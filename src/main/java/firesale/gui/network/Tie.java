package firesale.gui.network;

import firesale.credit.Exposure;
import firesale.report.Palette;
import java.awt.Color;

/** How kinds of debt are drawn and what the legend calls them. */
enum Tie {
    LOAN("loan", new Color(0x64778A), false),
    NOTE("note (rim)", new Color(0xB0558A), false),
    COINS("coin line", Palette.ORANGE, false),
    INCOME("assigned income", Palette.GREEN, true),
    LEASE("lease", Palette.SKY, false),
    RENT("circle rent", Palette.GREEN, false),
    FUNDING("bank funding", Palette.BLUE, false),
    CLAIM("claim", Palette.BLACK, true),
    REPO("repo", new Color(0x64778A), false);

    private final String words;
    private final Color colour;
    private final boolean isDashed;

    Tie(String words, Color colour, boolean isDashed) {
        this.words = words;
        this.colour = colour;
        this.isDashed = isDashed;
    }

    static Tie of(Exposure.Kind kind) {
        return switch (kind) {
            case TERM_LOAN, REVOLVER -> LOAN;
            case COIN_LINE -> COINS;
            case CONVERTIBLE_NOTE, HIGH_YIELD_NOTE -> NOTE;
            case ASSIGNED_INCOME -> INCOME;
            case LEASE -> LEASE;
            case CONTRACTED_RENT -> RENT;
            case BANK_FUNDING -> FUNDING;
            case LEASE_DAMAGES, CLAIM -> CLAIM;
        };
    }

    String words() {
        return words;
    }

    Color colour() {
        return colour;
    }

    boolean isDashed() {
        return isDashed;
    }
}
