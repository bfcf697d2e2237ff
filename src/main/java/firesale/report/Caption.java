package firesale.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.ui.HorizontalAlignment;
import org.jfree.ui.RectangleInsets;

/**
 * What stands above every chart of an experiment.
 *
 * @param name     the experiment's name
 * @param question the question it answers; may be empty
 * @param shown    which runs are shown: the design point and how many
 */
record Caption(String name, String question, String shown) {

    /**
     * A chart with its texts.
     *
     * @param title what it shows, in plain words
     * @param note  what bands, bars and intervals are
     */
    JFreeChart chart(String title, String note, Legend legend, Plot plot) {
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(16, 20, 12, 28));
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setInsets(new RectangleInsets(4, 0, 0, 0));
        chart.setTitle(text(title, Theme.TITLE, Theme.INK));
        if (!question.isBlank()) {
            chart.addSubtitle(text(question, Theme.SUBTITLE, Theme.FAINT_INK));
        }
        chart.addSubtitle(text(name + " \u00b7 " + shown + " \u00b7 " + note, Theme.SUBTITLE, Theme.FAINT_INK));
        chart.addSubtitle(legend.title());
        return chart;
    }

    private static TextTitle text(String text, Font font, Paint paint) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(paint);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setMaximumLinesToDisplay(2);
        title.setMargin(2, 4, 2, 4);
        return title;
    }
}
