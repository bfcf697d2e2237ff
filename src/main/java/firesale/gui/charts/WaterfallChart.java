package firesale.gui.charts;

import firesale.report.Palette;
import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultIntervalCategoryDataset;
import org.jfree.data.general.Dataset;
import org.jfree.ui.RectangleInsets;
import org.jfree.ui.TextAnchor;
import sim.util.media.chart.ChartGenerator;

/** What the discount so far is made of: from FMV over what each friction takes down to the price. */
final class WaterfallChart extends ChartGenerator implements Drawing {

    static final String NAME = "waterfall";
    /** The chart after which it stands in lists. */
    static final String BESIDE = "discount";
    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 1.4;
    private static final double LABEL = 0.35;

    private transient List<WaterfallSteps.Bar> bars;

    WaterfallChart() {
        setTitle("What the discount so far is made of");
        LegendItemCollection legend = new LegendItemCollection();
        legend.add(ChartStyle.area("takes (pp: percentage points)", colour(WaterfallSteps.Kind.TAKES)));
        legend.add(ChartStyle.area("adds", colour(WaterfallSteps.Kind.ADDS)));
        legend.add(ChartStyle.area("price paid", colour(WaterfallSteps.Kind.PRICE)));
        ChartStyle.frame(chart, () -> legend);
    }

    @Override
    protected void buildChart() {
        bars = List.of();
        CategoryAxis names = ChartStyle.style(new CategoryAxis());
        names.setTickLabelFont(ChartStyle.LABEL);
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        names.setCategoryMargin(0.25);
        NumberAxis shares = ChartStyle.style(new NumberAxis("share of the FMV of all sold so far"));
        shares.setNumberFormatOverride(Scale.percent("", 1, WIDTH).format());
        shares.setRange(0, WIDTH);
        shares.setTickUnit(new NumberTickUnit(0.25));
        CategoryPlot plot = new CategoryPlot((CategoryDataset) data(bars), names, shares, new Bars());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(ChartStyle.HAIRLINE);
        plot.setOutlinePaint(Palette.AXIS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessage("Nothing was sold so far.");
        plot.setNoDataMessageFont(ChartStyle.LABEL);
        plot.setNoDataMessagePaint(Palette.FAINT_INK);
        chart = new JFreeChart("", ChartStyle.TITLE, plot, false);
        chartPanel = buildChartPanel(chart);
        setChartPanel(chartPanel);
    }

    @Override
    public void draw(History history) {
        List<WaterfallSteps.Bar> now = WaterfallSteps.of(history.anatomy());
        if (now.equals(bars)) {
            return;
        }
        bars = now;
        chart.getCategoryPlot().getRangeAxis().setRange(0, end(now));
        setSeriesDataset(data(now));
    }

    /** Where the axis ends: there is room for the label of the longest bar. */
    static double end(List<WaterfallSteps.Bar> bars) {
        double longest = bars.stream().mapToDouble(bar -> Math.max(bar.from(), bar.to())).max().orElse(1);
        return Math.max(WIDTH, Math.ceil(10 * (longest + LABEL)) / 10);
    }

    private static Dataset data(List<WaterfallSteps.Bar> bars) {
        if (bars.isEmpty()) {
            return new DefaultIntervalCategoryDataset(new double[1][0], new double[1][0]);
        }
        Number[][] from = new Number[1][bars.size()];
        Number[][] to = new Number[1][bars.size()];
        String[] names = new String[bars.size()];
        for (int b = 0; b < bars.size(); b++) {
            from[0][b] = Math.min(bars.get(b).from(), bars.get(b).to());
            to[0][b] = Math.max(bars.get(b).from(), bars.get(b).to());
            names[b] = bars.get(b).name();
        }
        return new DefaultIntervalCategoryDataset(new String[] {"share of FMV"}, names, from, to);
    }

    @Override
    public Dataset getSeriesDataset() {
        return chart.getCategoryPlot().getDataset();
    }

    @Override
    public void setSeriesDataset(Dataset data) {
        chart.getCategoryPlot().setDataset((CategoryDataset) data);
    }

    @Override
    public int getSeriesCount() {
        return 0;
    }

    private static Color colour(WaterfallSteps.Kind kind) {
        return switch (kind) {
            case LEVEL -> Palette.BLACK;
            case TAKES -> Palette.VERMILION;
            case ADDS -> Palette.BLUE;
            case PRICE -> Palette.SKY;
            case REFERENCE -> Palette.GRID;
        };
    }

    /** Each bar in the colour of what it is, with its label beside it. */
    private final class Bars extends IntervalBarRenderer {

        private static final long serialVersionUID = 1L;

        Bars() {
            setShadowVisible(false);
            setBarPainter(new StandardBarPainter());
            setDrawBarOutline(true);
            setBaseOutlinePaint(Palette.AXIS);
            setBaseItemLabelsVisible(true);
            setBaseItemLabelFont(ChartStyle.VALUE);
            setBaseItemLabelPaint(Palette.INK);
            setBasePositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            setBaseItemLabelGenerator(new Labels());
            setBaseToolTipGenerator((data, row, column) -> bars.get(column).name() + ": " + bars.get(column).label());
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return column < bars.size() ? colour(bars.get(column).kind()) : Palette.GRID;
        }
    }

    /** What stands beside bars. */
    private final class Labels extends StandardCategoryItemLabelGenerator {

        private static final long serialVersionUID = 1L;

        @Override
        public String generateLabel(CategoryDataset data, int row, int column) {
            return bars.get(column).label();
        }
    }
}
