package firesale.hardware;

import firesale.kernel.parameters.Param;

/** What becomes of racks that a default has freed. */
public record ReletParameters(
        @Param(meaning = "Share of defaults whose freed racks are let to a user of this market; those of the rest are let outside "
                + "of it",
                unit = "share", def = "0", min = 0, max = 1, source = "assumption: off") double share,
        @Param(meaning = "Weeks from the removal of the machines until the racks are let anew", unit = "weeks", def = "13",
                min = 0, max = 2000, source = "assumption: a quarter, at vacancies of 1.9 % [cbre-h2-2024]") int weeks,
        @Param(meaning = "Least rent of its own racks of a user who takes freed ones: who has halls of its own does not move",
                unit = "USD/kW/month", def = "150", min = 0, max = 100_000,
                source = "assumption: between own halls, 60-90, and colocation, 184.06 [cbre-h2-2024]")
        double tenantUsdPerKwMonth) {
}
