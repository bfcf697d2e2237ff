package firesale.buyers;

import firesale.hardware.Cooling;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Param;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The buyers and how they form beliefs. */
public record BuyersParameters(
        @Param(meaning = "Kinds of buyers", table = "data/buyers.csv") List<BuyerType> types,
        @Param(meaning = "Sites that buyers have beside their own", table = "data/sites.csv") List<SiteType> sites,
        @Param(meaning = "Heat that air carries out of a rack at most; none: the power of a rack of air is what its air carries",
                unit = "kW", def = "none", min = 0.1, max = 1000,
                source = "assumption: none; the practical limit is about 41.3 [computeforecast-hybrid]")
        OptionalDouble airKwPerRack,
        @Param(meaning = "Heat that a rear door carries out of a rack at most", unit = "kW", def = "50", min = 0.1, max = 1000,
                source = "middle of 40 to 60 [aiofthecoast]")
        double rearDoorKwPerRack,
        @Param(meaning = "Weight of a year's observed rents in the consensus on how fast rent falls", unit = "1/a",
                def = "0.1", min = 0, max = 1,
                source = "assumption: what a Bayesian gives to a first year whose prior has a standard deviation of 0.10 and "
                + "rents a volatility of 0.30")
        double learningPerYear,
        @Param(meaning = "What all buyers add to the consensus on how fast rent falls: pessimism above 0, optimism below",
                unit = "1/a", def = "0", min = -2, max = 2, source = "assumption: they are right on the average")
        double pessimismPerYear,
        @Param(meaning = "Multiplies the rack power of all buyers, ready and legacy", unit = "1", def = "1", min = 0, max = 1e6,
                source = "assumption: as drawn") double rackScale,
        @Param(meaning = "Multiplies the cash and the lines of all buyers", unit = "1", def = "1", min = 0, max = 1e6,
                source = "assumption: as drawn") double fundsScale,
        @Param(meaning = "Depth of the market into which resellers sell: their price falls by the factor e when all of them hold "
                + "so many", unit = "GPUs", def = "30000", min = 1, max = 1e9,
                source = "assumption: one per cent of installed Hoppers; the visible resale market is tens of sales a year "
                + "[spotwire-valuator]")
        double resaleDepthGpus,
        @Param(meaning = "Capital from outside that discounts draw in") EntryParameters entry,
        @Param(meaning = "CSV of own buyers, one row a site, in place of drawn ones; their kinds are those in buyers.types",
                def = "none", source = "assumption: drawn by kind") Optional<InputFile> file,
        @Param(meaning = "Whether own buyers come beside drawn ones instead of in their place", def = "false",
                source = "assumption: an own list is the whole market") boolean addToDrawn) {

    public BuyersParameters {
        types = List.copyOf(types);
        if (entry.musdPerWeekPerPoint() > 0 && types.stream().noneMatch(type -> type.name().equals(entry.kind()))) {
            throw new IllegalArgumentException("entry.kind: there is no kind of buyer named " + entry.kind());
        }
        sites = List.copyOf(sites);
        for (SiteType site : sites) {
            if (types.stream().noneMatch(type -> type.name().equals(site.buyers())
                    && type.business() == BuyerType.Business.USE)) {
                throw new IllegalArgumentException("sites." + site.name() + ".buyers: expected the name of a kind of buyer that "
                        + "uses machines, but found " + site.buyers());
            }
        }
    }

    /** Heat that a kind of cooling carries out of one rack at most, kW; liquid in the rack is limited by its loops alone. */
    double heatKwPerRack(Cooling cooling) {
        return switch (cooling) {
            case AIR -> airKwPerRack.orElse(Double.POSITIVE_INFINITY);
            case REAR_DOOR -> rearDoorKwPerRack;
            case DIRECT_LIQUID, IMMERSION -> Double.POSITIVE_INFINITY;
        };
    }
}
