package firesale.gui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class TextTest {

    private final Graphics2D sheet = new BufferedImage(300, 20, BufferedImage.TYPE_INT_RGB).createGraphics();

    @Test
    void whatFitsIsWhole() {
        FontMetrics metrics = sheet.getFontMetrics(Ink.PLAIN);
        assertThat(Text.cut(metrics, "reserve", metrics.stringWidth("reserve"))).isEqualTo("reserve");
        assertThat(Text.cut(metrics, "", 10)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsCutWithDots() {
        FontMetrics metrics = sheet.getFontMetrics(Ink.PLAIN);
        String cut = Text.cut(metrics, "nobody bids the reserve", 90);
        assertThat(cut).endsWith("\u2026").startsWith("nobody b");
        assertThat(metrics.stringWidth(cut)).isLessThanOrEqualTo(90);
    }

    @Test
    void lettersShrinkUntilTheyFitButNotBelowEleven() {
        Text.fitted(sheet, "short", 0, 10, 300, Font.BOLD, 15);
        assertThat(sheet.getFont().getSize2D()).isEqualTo(15);
        Text.fitted(sheet, "a sentence that is far too long for a place as narrow as this", 0, 10, 60, Font.PLAIN, 13);
        assertThat(sheet.getFont().getSize2D()).isEqualTo(11);
    }
}
