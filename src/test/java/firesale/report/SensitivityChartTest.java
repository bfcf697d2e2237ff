package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indices of parameters with long names, of tables made by hand. */
class SensitivityChartTest {

    private static final List<String> KEYS = List.of("credit.loan.ltv", "market.rent.tokenPriceFallPerYear",
            "market.regimes.squeeze.demand", "auction.reserve.patienceWeeks", "hardware.hosts.rentUsdPerKwMonth",
            "credit.borrowers.spotUtilisationLow", "repo.haircut.base", "market.regimes.squeeze.spreadLevel",
            "market.regimes.squeeze.spreadVolatility", "credit.borrowers.miningCostUsdPerCoin");

    @TempDir
    Path folder;

    private static String header() {
        return "method,measure,key,index,value,low,high,n,missing,unit\n";
    }

    private static String row(String method, String measure, String key, String index, double value, double half, String unit) {
        return String.format(Locale.ROOT, "%s,%s,%s,%s,%s,%s,%s,512,0,%s%n", method, measure, key, index, value, value - half,
                value + half, unit).replace("\r", "");
    }

    private static String sobol(String measure, double factor) {
        StringBuilder text = new StringBuilder();
        double total = 0.55 * factor;
        for (String key : KEYS) {
            text.append(row("sobol", measure, key, "total-order", total, 0.1 * total, "share"));
            text.append(row("sobol", measure, key, "first-order", 0.7 * total - 0.01, 0.04, "share"));
            total *= 0.62;
        }
        return text.append("sobol," + measure + ",,sum-of-first-orders,0.9,0.8,1.0,512,0,share\n")
                .append("sobol," + measure + ",,noise-share,0.05,,,512,0,share\n").toString();
    }

    private static String morris(String measure, double largest, String unit) {
        StringBuilder text = new StringBuilder();
        double size = largest;
        for (String key : KEYS) {
            text.append(row("morris", measure, key, "mu-star", size, 0.2 * size, unit));
            text.append(row("morris", measure, key, "mu", key.length() % 2 == 0 ? size : -0.8 * size, 0.3 * size, unit));
            text.append(row("morris", measure, key, "sigma", 0.5 * size, 0.2 * size, unit));
            size *= 0.7;
        }
        return text.toString();
    }

    private SensitivityTable table(String... parts) throws IOException {
        return SensitivityTable.read(Files.writeString(folder.resolve("sensitivity.csv"), header() + String.join("", parts)));
    }

    private Picture picture(SensitivityTable table) throws IOException {
        Picture picture = SensitivityChart.of(new Caption("by-hand", "What drives it?", "512 base samples"), table);
        String to = System.getProperty("firesale.pictures");
        if (to != null) {
            Files.write(Path.of(to, table.isMorris() ? "morris.png" : "sobol.png"), picture.png());
        }
        return picture;
    }

    @Test
    void onlyIndicesOfParametersAreRead() throws IOException {
        SensitivityTable table = table(sobol("price_discount", 1));
        assertThat(table.keys()).containsExactlyElementsOf(KEYS);
        assertThat(table.measures()).containsExactly("price_discount");
        assertThat(table.isMorris()).isFalse();
        assertThat(table.n("price_discount")).isEqualTo(512);
        assertThat(table.get("price_discount", "", "noise-share")).isEmpty();
        assertThat(SensitivityTable.read(folder.resolve("none.csv")).isEmpty()).isTrue();
    }

    @Test
    void shares() throws Exception {
        SvgTexts texts = SvgTexts.of(picture(table(sobol("price_discount", 1), sobol("recovery", 0.8), sobol("lender_losses_usd", 1.1))));
        assertThat(texts.all()).contains("price_discount", "recovery", "lender_losses_usd", "credit.loan.ltv",
                "\u2026regimes.squeeze.spreadVolatility", "0.0", "0.6");
        assertThat(texts.troubles()).isEmpty();
        assertThat(texts.smallest()).isGreaterThanOrEqualTo(15);
    }

    @Test
    void effects() throws Exception {
        SvgTexts texts = SvgTexts.of(picture(table(morris("price_discount", 0.4, "share"), morris("lender_losses_usd", 3.2e9, "USD"))));
        assertThat(texts.all()).contains("price_discount", "lender_losses_usd", "credit.loan.ltv", "$2bn", "20 %");
        assertThat(texts.troubles()).isEmpty();
    }

    /** Hundreds of sampled points are not drawn one by one. */
    @Test
    void pointsAreNotDrawn() throws IOException {
        table(sobol("price_discount", 1));
        Files.writeString(folder.resolve("summary.csv"), "point_id,measure,unit,mean,low,high,n,missing,method\n"
                + "a,price_discount,share,0.1,0.0,0.2,3,0,x\nb,price_discount,share,0.1,0.0,0.2,3,0,x\n");
        Charts.Drawn drawn = Charts.draw(folder, "n", "q");
        assertThat(drawn.files()).extracting(file -> file.getFileName().toString())
                .containsExactly("sensitivity.png", "sensitivity.svg");
        String still = header() + "sobol,flat,a,total-order,,,,512,0,share\n";
        Files.writeString(folder.resolve("sensitivity.csv"), still);
        assertThat(Charts.draw(folder, "n", "q").notes()).contains("sensitivity: no measure varies");
    }
}
