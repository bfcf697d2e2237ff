package firesale.validation;

import firesale.hardware.Cooling;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.hardware.Site;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Settings;
import firesale.model.ModelParameters;
import java.util.List;

/** The anchor of scale: what racks a seized fleet needs against what stood empty in the primary US markets at the end of 2024. */
final class RackScale {

    private static final String TOPIC = "the scale of racks";
    /** Racks of four nodes. */
    private static final double RACK_KW = 4 * 10.2;
    /** 6,922.6 MW, of which 1.9 % were vacant [cbre-h2-2024]. */
    private static final double VACANT_KW = 6_922_600 * 0.019;
    private static final String SOURCE = "CBRE, second half of 2024";

    private RackScale() {
    }

    static List<Check> checks() {
        MachineType machine = ParameterSchema.of(ModelParameters.class).bind(Settings.none()).hardware().machines().stream()
                .filter(each -> each.name().equals("H100-SXM-HGX-air")).findFirst().orElseThrow();
        return List.of(
                Check.exact(TOPIC, "10,000 H100 SXM need, MW", "nodes of 8 GPUs and 10.2 kW", "arithmetic", 12.75, 1e-9,
                        () -> pool(machine, 10_000).kw() / 1000),
                Check.exact(TOPIC, "10,000 of them in vacant racks, share", "131.5 MW vacant, 4 nodes a rack", SOURCE,
                        12_750 / VACANT_KW, 0.001, () -> shareTaken(machine, 10_000)),
                Check.exact(TOPIC, "100,000 of them in vacant racks, share", "131.5 MW vacant, 4 nodes a rack", SOURCE,
                        127_500 / VACANT_KW, 0.001, () -> shareTaken(machine, 100_000)),
                Check.exact(TOPIC, "most in vacant racks, 100,000 GPUs", "131.5 MW vacant, 4 nodes a rack", SOURCE,
                        VACANT_KW / 127_500, 0.001, () -> vacant().readyNodes(machine) * 8 / 100_000.0));
    }

    private static Pool pool(MachineType machine, int gpus) {
        return new Pool(machine, 0, gpus / machine.gpusPerNode(), 0, 1);
    }

    private static Site vacant() {
        return new Site(VACANT_KW, RACK_KW, Cooling.AIR, 1.54, 0.09, 184.06, 0.7, 0);
    }

    private static double shareTaken(MachineType machine, int gpus) {
        Site site = vacant();
        site.occupy(machine, true, pool(machine, gpus).nodes());
        return 1 - site.freeKw() / site.readyKw();
    }
}
