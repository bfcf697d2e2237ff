package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charged against fair spreads, of tables made by hand. */
class SpreadChartTest {

    private static final String HEADER = "point_id,declared,loan_spread,class,what,value,low,high,unit,n\n";

    @TempDir
    Path folder;

    private static String rows(String point, String declared, String kind, double charged, double fair) {
        String format = "%s,%s,0.055,%s,%s,%s,%s,%s,1/a,200\n";
        return String.format(Locale.ROOT, format, point, declared, kind, "charged", charged, charged, charged)
                + String.format(Locale.ROOT, format, point, declared, kind, "fair", fair, 0.8 * fair, 1.3 * fair)
                + String.format(Locale.ROOT, format, point, declared, kind, "es99", 1e9, 1e8, 1e10);
    }

    private SpreadTable table(String... rows) throws IOException {
        return SpreadTable.read(Files.writeString(folder.resolve("spread.csv"), HEADER + String.join("", rows)));
    }

    private static SvgTexts texts(SpreadTable table) throws Exception {
        return SvgTexts.of(SpreadChart.of(new Caption("by-hand", "Is it fair?", "2 design points"), table));
    }

    @Test
    void onlyDeclaredPointsAndSpreadsAreRead() throws IOException {
        SpreadTable table = table(rows("a", "a", "host_loans", 0.055, 0.08), rows("a/credit.loan.spread=0.02", "a", "host_loans", 0.02, 0.07),
                rows("b", "b", "coin_lines", 0.05, 0));
        assertThat(table.points()).containsExactly("a", "b");
        assertThat(table.kinds()).containsExactly("host_loans", "coin_lines");
        assertThat(table.fair("host_loans", "a")).contains(new Interval(0.08, 0.8 * 0.08, 1.3 * 0.08, 200, ""));
        assertThat(table.charged("host_loans", "b")).isEmpty();
        assertThat(SpreadTable.read(folder.resolve("none.csv")).points()).isEmpty();
    }

    /** Scales are each panel's own, so that the labels of a small kind are not crushed by a large one. */
    @Test
    void everyFairSpreadIsWrittenAndNothingCoversAnything() throws Exception {
        SvgTexts texts = texts(table(rows("calm", "calm", "host_loans", 0.055, 0.0812), rows("tight", "tight", "host_loans", 0.055, 0.0467),
                rows("calm", "calm", "convertible_notes", -0.0233, 0.0853), rows("tight", "tight", "convertible_notes", -0.0233, 0.09),
                rows("calm", "calm", "revolvers", 0.035, 1.6853), rows("tight", "tight", "revolvers", 0.035, 0.0099)));
        assertThat(texts.all()).contains("812 bp", "467 bp", "853 bp", "16,853 bp", "99 bp", "Term loans of hosts",
                "Convertible notes (and an option)", "Revolving lines", "calm", "tight");
        assertThat(texts.troubles()).isEmpty();
        assertThat(texts.smallest()).isGreaterThanOrEqualTo(15);
    }

    @Test
    void manyPointsAndAllKindsFit() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int p = 0; p < 40; p++) {
            for (String kind : List.of("host_loans", "vehicle_loans", "convertible_notes", "high_yield_notes", "coin_lines", "revolvers",
                    "income_assignments", "portfolio")) {
                rows.add(rows("point-" + p, "point-" + p, kind, 0.05, 0.01 * p));
            }
        }
        SvgTexts texts = texts(table(rows.toArray(new String[0])));
        assertThat(texts.all()).contains("point-29").doesNotContain("point-30");
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void drawnWhereTheTableIs() throws IOException {
        Files.writeString(folder.resolve("summary.csv"), "point_id,measure,unit,mean,low,high,n,missing,method\n");
        assertThat(Charts.draw(folder, "by-hand", "").notes()).contains("spread: no fair spreads are estimated");
        table(rows("a", "a", "host_loans", 0.055, 0.08));
        assertThat(Charts.draw(folder, "by-hand", "").files()).contains(folder.resolve("charts/spread.png"), folder.resolve("charts/spread.svg"));
    }
}
