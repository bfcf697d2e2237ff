package firesale.kernel.parameters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A parameter record with every type, for tests. */
public record Shop(
        @Param(meaning = "The market") Market market,
        @Param(meaning = "The auction") Auction auction,
        @Param(meaning = "Things for sale", table = "firesale/kernel/parameters/things.csv") List<Thing> things,
        @Param(meaning = "Labels", def = "[a, 'b, c']") List<String> labels) {

    public enum Format {
        UNIFORM_PRICE, FIRST_PRICE, DUTCH
    }

    public record Market(
            @Param(meaning = "The squeeze") Squeeze squeeze,
            @Param(meaning = "Share of cash", unit = "share", def = "0.25", min = 0, max = 1, source = "[key]") double share,
            @Param(meaning = "Growth", unit = "1/a", def = "-1.5e-3") double growth,
            @Param(meaning = "Seed", def = "9000000000000000000") long seed,
            @Param(meaning = "First day", def = "2026-01-31") LocalDate start,
            @Param(meaning = "Last day", def = "none") Optional<LocalDate> end,
            @Param(meaning = "Cap", def = "none", min = 0) OptionalDouble cap,
            @Param(meaning = "Limit", def = "7", max = 10) OptionalInt limit,
            @Param(meaning = "Prices", def = "shipped:firesale/kernel/parameters/things.csv") InputFile prices) {
    }

    public record Squeeze(
            @Param(meaning = "When", unit = "weeks", def = "26", min = 0, max = 1000) int startWeek,
            @Param(meaning = "How long", unit = "weeks", def = "8", min = 0, max = 1000) int weeks,
            @Param(meaning = "Whether", def = "true") boolean happens) {

        public Squeeze {
            if (weeks > startWeek) {
                throw new IllegalArgumentException("weeks must not be larger than startWeek");
            }
        }
    }

    public record Auction(
            @Param(meaning = "Format", def = "uniform-price") Format format,
            @Param(meaning = "Fallbacks", def = "[first-price, dutch]") List<Format> fallbacks,
            @Param(meaning = "Steps", def = "[0.1, 0.5]", min = 0, max = 1) List<Double> steps,
            @Param(meaning = "Rounds", def = "[]") List<Integer> rounds,
            @Param(meaning = "Title", def = "'on: the block'") String title) {
    }

    public record Thing(
            @Param(meaning = "Name") String name,
            @Param(meaning = "Power", unit = "kW", min = 0, max = 10) double powerKw,
            @Param(meaning = "Count", def = "1", min = 1) int count,
            @Param(meaning = "Size") Size size) {
    }

    public record Size(@Param(meaning = "Height", unit = "U", min = 1) int height,
            @Param(meaning = "Tags", def = "[]") List<String> tags) {
    }
}
