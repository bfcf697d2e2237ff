package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of missing depth from tables made by hand. */
class MissingDepthChartTest {

    private static final String CURVES = "point_id,run_point_id,kind,target,haircut,without,capacity_usd,discount,low,high,n,missing\n";
    private static final String AMOUNTS =
            "point_id,what,target,haircut,without,from_usd,to_usd,value,low,high,standard_error,unit,exists_share,n,flag\n";
    private static final Caption CAPTION = new Caption("by-hand", "How much repo capacity would hold the discount under 10 %?", "1 design point");

    @TempDir
    Path folder;

    private static String curve(String point, String kind, double scale, double floor) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= 25; i++) {
            double usd = i == 0 ? 0 : i == 25 ? 1e13 : 1e6 * Math.pow(10, (i - 1) / 6.0);
            double discount = floor + (0.45 - floor) * Math.exp(-usd / scale);
            rows.append(String.format(Locale.ROOT, "%s,%s/C=%d,%s,,0.25,,%s,%f,%f,%f,180,20%n", point, point, i, kind, usd, discount,
                    0.93 * discount, 1.08 * discount));
        }
        return rows.toString();
    }

    private static String relaxed(String point, double floor) {
        StringBuilder rows = new StringBuilder();
        int i = 0;
        for (String without : List.of("rack-power", "other-use-of-power", "cooling", "beliefs", "funding", "crowding", "waiting", "hurry", "racks",
                "racks+funding")) {
            double discount = floor * (1 - 0.09 * i++);
            rows.append(String.format(Locale.ROOT, "%s,x,relaxed,,0.25,%s,1e13,%f,%f,%f,180,20%n", point, without, discount, 0.9 * discount,
                    1.1 * discount));
        }
        return rows.toString();
    }

    private static String amount(String point, String what, double target, String haircut, String amounts, String flag) {
        return point + "," + what + "," + target + "," + haircut + ",,,," + amounts + ",,USD,1,180," + flag + "\n";
    }

    private static String floor(String point, double haircut, double discount) {
        return point + ",floor,," + haircut + ",,,," + discount + "," + 0.9 * discount + "," + 1.1 * discount + ",,share,,180,\n";
    }

    /** With a floor of 8 %: 5 % is held by no amount, 10 and 20 % are. */
    private static String amounts(String point) {
        return amount(point, "M_dyn", 0.05, "0.25", ",,", "none;low-none;high-none")
                + amount(point, "M_dyn", 0.1, "0.25", "2.1e9,1.4e9,", "high-above-grid")
                + amount(point, "M_dyn", 0.2, "0.25", "6.2e8,5.1e8,8.2e8", "")
                + amount(point, "M_dyn", 0.05, "0.1", "9.1e9,5.1e9,", "high-none")
                + amount(point, "M_dyn", 0.1, "0.1", "1.1e9,0.9e9,1.4e9", "") + amount(point, "M_dyn", 0.2, "0.1", "2.2e8,0,3.2e8", "")
                + amount(point, "M_dyn", 0.05, "0.4", ",,", "none;low-none;high-none")
                + amount(point, "M_dyn", 0.1, "0.4", ",,", "none;low-none;high-none")
                + amount(point, "M_dyn", 0.2, "0.4", ",3.1e9,", "above-grid;high-none")
                + amount(point, "M_fix", 0.1, "0.25", "1.1e9,9e8,1.3e9", "")
                + amount(point, "B", 0.05, "", "9e8,7e8,1.1e9", "") + amount(point, "B", 0.1, "", "8.1e8,6e8,", "high-above-grid")
                + amount(point, "B", 0.2, "", "4e8,3e8,5e8", "") + floor(point, 0.1, 0.04) + floor(point, 0.25, 0.08) + floor(point, 0.4, 0.19);
    }

    private MissingDepth one() throws IOException {
        write(CURVES + curve("base", "dyn", 8e8, 0.08) + curve("base", "fix", 5e8, 0.03) + relaxed("base", 0.08), AMOUNTS + amounts("base"));
        return MissingDepthTable.read(folder).get(0);
    }

    private void write(String curves, String amounts) throws IOException {
        Files.writeString(folder.resolve("discount-curve.csv"), curves);
        Files.writeString(folder.resolve("missing-depth.csv"), amounts);
    }

    @Test
    void tablesAreRead() throws IOException {
        MissingDepth depth = one();
        assertThat(depth.dyn()).hasSize(26);
        assertThat(depth.dyn().get(25).usd()).isInfinite();
        assertThat(depth.leastUsd()).isEqualTo(1e6);
        assertThat(depth.mostUsd()).isCloseTo(1e6 * Math.pow(10, 23 / 6.0), within(1.0));
        assertThat(depth.targets()).containsExactly(0.05, 0.1, 0.2);
        assertThat(depth.haircuts()).extracting(MissingDepth.Haircut::haircut).containsExactly(0.1, 0.25, 0.4);
        assertThat(depth.own().needs().get(0).exists()).isFalse();
        assertThat(depth.own().needs().get(1)).isEqualTo(new MissingDepth.Need(2.1e9, 1.4e9, Double.POSITIVE_INFINITY, true));
        assertThat(depth.haircuts().get(2).needs().get(2).usd()).isInfinite();
        assertThat(depth.relaxed()).hasSize(10);
        Files.delete(folder.resolve("missing-depth.csv"));
        assertThat(MissingDepthTable.read(folder)).isEmpty();
    }

    @Test
    void theCurveHasItsEndsAndTargets() throws Exception {
        SvgTexts texts = SvgTexts.of(new Picture(MissingDepthChart.curves(CAPTION, List.of(one())), Picture.WIDTH, Picture.HEIGHT));
        assertThat(texts.all()).contains("none", "$1m", "$10m", "$100m", "$1bn", "no limit", "Under 10 % from here on",
                "5 %: held by no capacity",
                "Capacity of the repo market");
        assertThat(texts.troubles()).isEmpty();
        assertThat(texts.only("none").box().getX()).isLessThan(texts.only("$1m").box().getX());
        assertThat(texts.only("no limit").box().getX()).isGreaterThan(texts.only("$1bn").box().getX());
    }

    @Test
    void severalPointsStandSideBySide() throws Exception {
        write(CURVES + curve("calm", "dyn", 8e8, 0.08) + curve("calm", "fix", 5e8, 0.03) + curve("squeeze", "dyn", 8e8, 0.2)
                + curve("squeeze", "fix", 8e8, 0.1), AMOUNTS + amounts("calm") + amounts("squeeze"));
        SvgTexts texts = SvgTexts.of(new Picture(MissingDepthChart.curves(CAPTION, MissingDepthTable.read(folder)), Picture.WIDTH, Picture.HEIGHT));
        assertThat(texts.all()).contains("calm: Discount by capacity of the repo market", "squeeze: Discount by capacity of the repo market");
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void theFrontierShowsCapacitiesAndFloors() throws Exception {
        SvgTexts texts = SvgTexts.of(new Picture(MissingDepthChart.frontier(CAPTION, one()), Picture.WIDTH, Picture.HEIGHT));
        assertThat(texts.all()).contains("Capacity that holds the discount", "What repo without limit leaves", "Base of the haircut", "more");
        assertThat(texts.troubles()).isEmpty();
    }

    /** Where no capacity does it the floors are drawn alone. */
    @Test
    void withoutAnyCapacityTheFloorsAreDrawnAlone() throws Exception {
        write(CURVES + curve("base", "dyn", 8e8, 0.28) + curve("base", "fix", 5e8, 0.23),
                AMOUNTS + amounts("base").replaceAll("(?m)^(base,M_dyn,[^,]*,[^,]*,,,),.*$", "$1,,,,,USD,0,180,none;low-none;high-none"));
        SvgTexts texts = SvgTexts.of(new Picture(MissingDepthChart.frontier(CAPTION, MissingDepthTable.read(folder).get(0)), Picture.WIDTH,
                Picture.HEIGHT));
        assertThat(texts.all()).contains("What repo without limit leaves").doesNotContain("Capacity that holds the discount");
        assertThat(String.join(" ", texts.all())).contains("no capacity holds a target");
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void floorsAndWhatStandsBehindThem() throws Exception {
        SvgTexts texts = SvgTexts.of(FloorChart.of(CAPTION, one()));
        assertThat(texts.all()).contains("No repo", "Unlimited repo", "without racks and funding", "Standby money at 10 % off", "45.0 %",
                "8.0 %", "$900m ($700m to $1.1bn)", "$810m ($600m to more than $6.81bn)");
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void amountsInShort() {
        assertThat(List.of(CapacityAxis.text(1e6), CapacityAxis.text(1.5e7), CapacityAxis.text(9.996e8), CapacityAxis.text(1.234e9),
                CapacityAxis.text(1e12), CapacityAxis.text(500))).containsExactly("$1m", "$15m", "$1bn", "$1.23bn", "$1000bn", "$500");
    }

    @Test
    void theyAreDrawnWithTheOtherCharts() throws IOException {
        one();
        assertThat(Charts.draw(folder, "by-hand", "").files()).extracting(file -> file.getFileName().toString())
                .contains("discount-curve.png", "repo-frontier.png", "repo-floor.svg");
        write(CURVES + "base,base/C=0,dyn,,0.25,,0,,,,0,5\nbase,base/C=1,dyn,,0.25,,1,,,,0,5\nbase,base/C=u,dyn,,0.25,,1e13,,,,0,5\n",
                AMOUNTS + amounts("base"));
        assertThat(Charts.draw(folder, "by-hand", "").notes()).contains("discount-curve: no run sold anything");
    }
}
