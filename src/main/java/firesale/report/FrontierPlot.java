package firesale.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.RectangleInsets;

/**
 * Points as dots over two measures. Labels are placed when the size of the area is known: names of points where they have room,
 * else numbers, with a list of the names beside the area.
 */
final class FrontierPlot extends Plot {

    private static final long serialVersionUID = 1L;

    static final double RADIUS = 7;
    static final Color UNDOMINATED = Theme.VERMILION;
    static final Color DOMINATED = Theme.SKY;

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final Font NUMBER = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Stroke INTERVAL = new BasicStroke(1.3f);
    private static final Stroke LEADER = new BasicStroke(0.9f);
    private static final Stroke OUTLINE = new BasicStroke(1.2f);
    private static final Stroke RING = new BasicStroke(2.2f);
    private static final double RING_RADIUS = RADIUS + 4;
    private static final int MOST_NAMES = 10;
    private static final double NAMES_REACH = 24;
    private static final double NUMBERS_REACH = 300;
    private static final double TEXT_HEIGHT = 18;
    private static final double BELOW_MIDDLE = 5.5;
    /** Dots that are nearer look like one. */
    private static final double SAME_PIXELS = 3;
    private static final int LEFT = 92;
    private static final int BOTTOM = 62;
    /** Half of the last tick's label. */
    private static final double LAST_TICK = 20;
    private static final double LIST_GAP = 26;
    private static final double LIST_ROW = 25;
    private static final double COLUMN_GAP = 12;

    private final transient Frontier frontier;
    private final transient List<Frontier.Point> points;
    private final transient List<String> names;
    private final transient XYPlot axes;

    /**
     * A plot.
     *
     * @param x the axis of the first measure
     * @param y the axis of the second
     */
    FrontierPlot(Frontier frontier, ValueAxis x, ValueAxis y) {
        this.frontier = frontier;
        this.points = frontier.placed();
        this.names = Names.cut(points.stream().map(Frontier.Point::id).toList());
        this.axes = Theme.plot(new XYSeriesCollection(), x, y, new XYLineAndShapeRenderer());
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT);
        axes.setFixedRangeAxisSpace(left);
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(BOTTOM);
        axes.setFixedDomainAxisSpace(bottom);
        axes.setInsets(RectangleInsets.ZERO_INSETS);
    }

    @Override
    public String getPlotType() {
        return "Frontier";
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D whole, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        Rectangle2D area = without(whole, LAST_TICK);
        Optional<List<Label>> named = points.size() > MOST_NAMES ? Optional.empty() : named(data(area));
        if (named.isEmpty()) {
            area = without(whole, listWidth() + LIST_GAP);
        }
        Rectangle2D data = data(area);
        axes.draw(graphics, area, anchor, parent, null);
        lines(graphics, data);
        List<Label> labels = named.orElseGet(() -> numbered(data));
        labels.forEach(label -> label.leader(graphics));
        dots(graphics, data);
        labels.forEach(label -> label.text(graphics));
        if (named.isEmpty()) {
            list(graphics, area.getMaxX() + LIST_GAP, data);
        }
        if (info != null && info.getOwner() != null && info.getOwner().getEntityCollection() != null) {
            points.forEach(point -> info.getOwner().getEntityCollection()
                    .add(new ChartEntity(circle(at(point, data), RING_RADIUS), tip(point))));
        }
    }

    private String tip(Frontier.Point point) {
        StringBuilder text = new StringBuilder(point.id());
        for (int m = 0; m < frontier.measures().size(); m++) {
            Frontier.Measure measure = frontier.measures().get(m);
            if (point.at().get(m).hasMean()) {
                text.append(m == 0 ? ": " : "; ").append(measure.name()).append(' ')
                        .append(Tip.of(point.at().get(m), value -> Formats.inUnit(value, measure.unit())));
            }
        }
        return text.append(point.undominated() ? "; not dominated" : "; dominated").toString();
    }

    private static Rectangle2D without(Rectangle2D whole, double right) {
        return new Rectangle2D.Double(whole.getX(), whole.getY(), whole.getWidth() - right, whole.getHeight());
    }

    private static Rectangle2D data(Rectangle2D area) {
        return new Rectangle2D.Double(area.getX() + LEFT, area.getY(), area.getWidth() - LEFT, area.getHeight() - BOTTOM);
    }

    private double x(double value, Rectangle2D data) {
        return axes.getDomainAxis().valueToJava2D(value, data, RectangleEdge.BOTTOM);
    }

    private double y(double value, Rectangle2D data) {
        return axes.getRangeAxis().valueToJava2D(value, data, RectangleEdge.LEFT);
    }

    private Point2D at(Frontier.Point point, Rectangle2D data) {
        return new Point2D.Double(x(point.x().mean(), data), y(point.y().mean(), data));
    }

    private void lines(Graphics2D graphics, Rectangle2D data) {
        graphics.setStroke(INTERVAL);
        for (Frontier.Point point : points) {
            graphics.setPaint(Palette.light(colour(point).darker()));
            intervals(point, data).forEach(graphics::draw);
        }
        graphics.setPaint(UNDOMINATED);
        graphics.setStroke(Theme.THIN);
        frontierLines(data).forEach(graphics::draw);
    }

    private List<Line2D> intervals(Frontier.Point point, Rectangle2D data) {
        Point2D at = at(point, data);
        List<Line2D> intervals = new ArrayList<>();
        if (point.x().hasEnds()) {
            intervals.add(new Line2D.Double(x(point.x().low(), data), at.getY(), x(point.x().high(), data), at.getY()));
        }
        if (point.y().hasEnds()) {
            intervals.add(new Line2D.Double(at.getX(), y(point.y().low(), data), at.getX(), y(point.y().high(), data)));
        }
        return intervals;
    }

    private List<Line2D> frontierLines(Rectangle2D data) {
        List<Point2D> places = frontier.undominated().stream().map(point -> at(point, data)).toList();
        List<Line2D> lines = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            lines.add(new Line2D.Double(places.get(i - 1), places.get(i)));
        }
        return lines;
    }

    private static Color colour(Frontier.Point point) {
        return point.undominated() ? UNDOMINATED : DOMINATED;
    }

    /** Undominated points over the others, which stand for the answer. */
    private void dots(Graphics2D graphics, Rectangle2D data) {
        points.stream().filter(point -> !point.undominated()).forEach(point -> dot(graphics, point, data));
        points.stream().filter(Frontier.Point::undominated).forEach(point -> dot(graphics, point, data));
    }

    private void dot(Graphics2D graphics, Frontier.Point point, Rectangle2D data) {
        Point2D at = at(point, data);
        graphics.setPaint(colour(point));
        graphics.fill(circle(at, RADIUS));
        graphics.setPaint(Theme.INK);
        graphics.setStroke(OUTLINE);
        graphics.draw(circle(at, RADIUS));
        if (point.baseline()) {
            graphics.setStroke(RING);
            graphics.draw(circle(at, RING_RADIUS));
        }
    }

    static Ellipse2D circle(Point2D at, double radius) {
        return new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    }

    /** A placed text of a dot. */
    private record Label(String text, Font font, DotLabels.Place place) {

        void leader(Graphics2D graphics) {
            graphics.setPaint(Theme.AXIS);
            graphics.setStroke(LEADER);
            place.leader().ifPresent(graphics::draw);
        }

        void text(Graphics2D graphics) {
            graphics.setPaint(Theme.INK);
            graphics.setFont(font);
            graphics.drawString(text, (float) place.box().getX() + 2, (float) (place.box().getCenterY() + BELOW_MIDDLE));
        }
    }

    /** A label for each dot with its point's name and third measure; none if one has no room or two dots look like one. */
    private Optional<List<Label>> named(Rectangle2D data) {
        List<List<Integer>> groups = groups(data);
        if (groups.size() < points.size()) {
            return Optional.empty();
        }
        DotLabels places = places(data);
        List<Label> labels = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            String third = frontier.third(points.get(p));
            String text = names.get(p) + (third.isEmpty() ? "" : " (" + third + ")");
            Optional<Label> label = label(places, at(points.get(p), data), text, LABEL, NAMES_REACH);
            if (label.isEmpty()) {
                return Optional.empty();
            }
            labels.add(label.get());
        }
        return Optional.of(labels);
    }

    /** Labels with the numbers of the list; dots that look like one have one label. */
    private List<Label> numbered(Rectangle2D data) {
        DotLabels places = places(data);
        List<Label> labels = new ArrayList<>();
        for (List<Integer> group : groups(data)) {
            label(places, at(points.get(group.get(0)), data), numbers(group), NUMBER, NUMBERS_REACH).ifPresent(labels::add);
        }
        return labels;
    }

    private DotLabels places(Rectangle2D data) {
        List<Line2D> lines = frontierLines(data);
        points.forEach(point -> lines.addAll(intervals(point, data)));
        return new DotLabels(data, points.stream().map(point -> at(point, data)).toList(),
                points.stream().anyMatch(Frontier.Point::baseline) ? RING_RADIUS : RADIUS, lines);
    }

    private static Optional<Label> label(DotLabels places, Point2D at, String text, Font font, double reach) {
        return places.place(at, Panels.pixels(text, font) + 4, TEXT_HEIGHT, reach).map(place -> new Label(text, font, place));
    }

    /** Points whose dots look like one, each group at the place of its first. */
    private List<List<Integer>> groups(Rectangle2D data) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            Point2D at = at(points.get(p), data);
            Optional<List<Integer>> same = groups.stream()
                    .filter(group -> at(points.get(group.get(0)), data).distance(at) < SAME_PIXELS).findFirst();
            if (same.isPresent()) {
                same.get().add(p);
            } else {
                groups.add(new ArrayList<>(List.of(p)));
            }
        }
        return groups;
    }

    /** Numbers from 1, three and more in a row as a range: 1, 4-7. */
    static String numbers(List<Integer> places) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < places.size()) {
            int end = i;
            while (end + 1 < places.size() && places.get(end + 1) == places.get(end) + 1) {
                end++;
            }
            if (end < i + 2) {
                end = i;
            }
            text.append(text.length() == 0 ? "" : ", ").append(places.get(i) + 1);
            if (end > i) {
                text.append('\u2013').append(places.get(end) + 1);
            }
            i = end + 1;
        }
        return text.toString();
    }

    private double numberWidth() {
        return Panels.pixels(Integer.toString(points.size()), NUMBER);
    }

    private double nameWidth() {
        return names.stream().mapToDouble(name -> Panels.pixels(name, LABEL)).max().orElse(0);
    }

    private double thirdWidth() {
        return points.stream().mapToDouble(point -> Panels.pixels(frontier.third(point), LABEL)).max().orElse(0);
    }

    private double listWidth() {
        double third = thirdWidth();
        return numberWidth() + COLUMN_GAP + nameWidth() + (third > 0 ? COLUMN_GAP + third : 0);
    }

    private void list(Graphics2D graphics, double left, Rectangle2D data) {
        double row = Math.min(LIST_ROW, data.getHeight() / points.size());
        for (int p = 0; p < points.size(); p++) {
            Frontier.Point point = points.get(p);
            double base = data.getY() + (p + 0.5) * row + BELOW_MIDDLE;
            String number = Integer.toString(p + 1);
            graphics.setPaint(point.undominated() ? UNDOMINATED.darker() : Theme.INK);
            graphics.setFont(NUMBER);
            graphics.drawString(number, (float) (left + numberWidth() - Panels.pixels(number, NUMBER)), (float) base);
            graphics.setFont(LABEL);
            graphics.drawString(names.get(p), (float) (left + numberWidth() + COLUMN_GAP), (float) base);
            String third = frontier.third(point);
            if (!third.isEmpty()) {
                graphics.drawString(third, (float) (left + listWidth() - Panels.pixels(third, LABEL)), (float) base);
            }
        }
    }
}
