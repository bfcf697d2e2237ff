package firesale.gui.auction;

import firesale.gui.view.Card;
import firesale.gui.view.Ink;
import firesale.gui.view.Layer;
import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Regimes;
import firesale.gui.view.RoundScale;
import firesale.gui.view.Stage;
import firesale.gui.view.Text;
import firesale.model.SchedulePoint;
import firesale.report.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import sim.portrayal.Inspector;

/** Draws the week's sale: prices upwards, GPUs to the right. */
final class SaleLayer extends Layer {

    static final double WIDTH = 450;
    static final double HEIGHT = 310;
    static final double LEFT = 50;
    static final double RIGHT = 308;
    static final double TOP = 86;
    private static final double BOTTOM = 222;
    static final double LINE = 14;
    private static final double HATCH = 6;
    private static final double LETTER_HEIGHT = 11;
    private static final float SMALL = 10.8f;
    private static final Stroke HAIRLINE = new BasicStroke(0.7f);
    private static final Stroke CURVE = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED = Ink.dashed(1.5f, 4, 3);
    private static final Stroke GUIDE = Ink.dashed(1.2f, 2, 2);
    private static final Color DEMAND = Palette.BLUE;
    private static final Color SUPPLY = Palette.BLACK;

    private final Stage stage;
    private final SaleFigures figures = new SaleFigures(this::shown);
    /** Null as long as nothing was shown. */
    private volatile SaleShown shown;
    private volatile List<Band> bands = List.of();

    SaleLayer(Stage stage) {
        super(WIDTH, HEIGHT);
        this.stage = stage;
    }

    /** Shows another week, or another run. */
    void show(SaleShown other) {
        bands = SaleBands.of(other, this::inspector);
        shown = other;
    }

    private SaleShown shown() {
        return shown;
    }

    private Inspector inspector() {
        return Card.inspector(stage, AuctionView.TITLE, figures.list());
    }

    @Override
    protected List<? extends Mark> marks() {
        return bands;
    }

    @Override
    protected void draw(Graphics2D sheet) {
        SaleShown now = shown;
        sheet.setFont(Ink.PLAIN);
        if (now == null) {
            sheet.setColor(Palette.FAINT_INK);
            Text.write(sheet, "Press play: machines that lenders seize are sold here, week by week.", 20, 60);
            return;
        }
        status(sheet, now);
        axes(sheet, now);
        if (now.now().isPresent()) {
            SaleOfWeek sale = now.now().get();
            headline(sheet, SaleWords.offer(sale), SaleWords.result(sale), sale.isSold() ? Palette.INK : Palette.VERMILION);
            sold(sheet, now, sale, false);
            levels(sheet, now, sale, false);
            curves(sheet, now, sale);
            crossing(sheet, now, sale);
            below(sheet, SaleWords.axis(sale));
        } else if (now.last().isPresent()) {
            SaleOfWeek last = now.last().get();
            headline(sheet, "Nothing is on offer this week.", "Pale: the last sale, week " + last.clearing().week() + ": "
                    + Numbers.count(last.clearing().soldGpus()) + " x " + last.kind() + ", " + SaleWords.gap(last),
                    Palette.FAINT_INK);
            sold(sheet, now, last, true);
            levels(sheet, now, last, true);
            below(sheet, "GPUs");
        } else {
            headline(sheet, "Nothing is on offer this week.",
                    "Lenders sell what they seize after defaults; nothing was sold so far.", Palette.FAINT_INK);
            below(sheet, "GPUs");
        }
        legend(sheet);
    }

    private static void status(Graphics2D sheet, SaleShown now) {
        sheet.setColor(Regimes.ground(now.moment().regime()));
        sheet.fill(new Rectangle2D.Double(0, 0, WIDTH, 19));
        sheet.setColor(Palette.GRID);
        sheet.draw(new Line2D.Double(0, 19, WIDTH, 19));
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD);
        Text.write(sheet, now.moment().text(), 8, 14);
        sheet.setFont(Ink.PLAIN);
        now.now().filter(sale -> sale.pools() > 1).ifPresent(sale -> Text.right(sheet, "largest of " + sale.pools() + " pools",
                WIDTH - 8, 14));
    }

    private static void headline(Graphics2D sheet, String bold, String text, Color colour) {
        sheet.setColor(Palette.INK);
        Text.fitted(sheet, bold, 8, 35, WIDTH - 16, Font.BOLD, 13);
        sheet.setColor(colour);
        sheet.setFont(Ink.PLAIN);
        List<String> lines = SaleWords.wrapped(text, sheet.getFontMetrics()::stringWidth, WIDTH - 16);
        for (int i = 0; i < lines.size(); i++) {
            Text.fitted(sheet, lines.get(i), 8, 50 + LINE * i, WIDTH - 16, Font.PLAIN, Ink.PLAIN.getSize2D());
        }
        sheet.setFont(Ink.PLAIN);
    }

    private static void axes(Graphics2D sheet, SaleShown now) {
        double step = RoundScale.step(now.priceEndUsd(), 5);
        for (double usd = 0; usd <= now.priceEndUsd() * 1.0001; usd += step) {
            sheet.setColor(Palette.GRID);
            sheet.setStroke(HAIRLINE);
            sheet.draw(new Line2D.Double(LEFT, y(now, usd), RIGHT, y(now, usd)));
            sheet.setColor(Palette.FAINT_INK);
            Text.right(sheet, Numbers.count(Math.round(usd)), LEFT - 5, y(now, usd) + 4);
        }
        double gpusStep = RoundScale.step(now.gpusEnd(), 5);
        for (double gpus = 0; gpus <= now.gpusEnd() * 1.0001; gpus += gpusStep) {
            sheet.setColor(Palette.AXIS);
            sheet.draw(new Line2D.Double(x(now, gpus), BOTTOM, x(now, gpus), BOTTOM + 4));
            sheet.setColor(Palette.FAINT_INK);
            Text.centred(sheet, Numbers.count(Math.round(gpus)), x(now, gpus), BOTTOM + 15);
        }
        sheet.setColor(Palette.AXIS);
        sheet.draw(new Line2D.Double(LEFT, BOTTOM, RIGHT, BOTTOM));
        sheet.draw(new Line2D.Double(LEFT, TOP, LEFT, BOTTOM));
        sheet.setColor(Palette.FAINT_INK);
        Text.write(sheet, "USD a GPU", 8, TOP - 9);
    }

    private static void below(Graphics2D sheet, String text) {
        sheet.setColor(Palette.FAINT_INK);
        sheet.setFont(Ink.PLAIN);
        Text.centred(sheet, text, (LEFT + RIGHT) / 2, BOTTOM + 28);
    }

    /** The rectangle of what was sold, and above it what is missing to FMV. */
    private static void sold(Graphics2D sheet, SaleShown now, SaleOfWeek sale, boolean isOver) {
        if (!sale.isSold()) {
            return;
        }
        double price = y(now, sale.clearing().clearingPriceUsd());
        double fmv = y(now, sale.clearing().fmvUsd());
        double right = Math.min(RIGHT, x(now, sale.clearing().soldGpus()));
        Rectangle2D gap = new Rectangle2D.Double(LEFT, Math.min(price, fmv), right - LEFT, Math.abs(price - fmv));
        Color colour = isOver ? Palette.AXIS : Palette.VERMILION;
        hatch(sheet, gap, Palette.light(colour));
        sheet.setColor(colour);
        sheet.setStroke(GUIDE);
        sheet.draw(new Line2D.Double(right, price, right, BOTTOM));
    }

    private static void hatch(Graphics2D sheet, Rectangle2D area, Color colour) {
        Shape clip = sheet.getClip();
        sheet.clip(area);
        sheet.setColor(colour);
        sheet.setStroke(new BasicStroke(1.6f));
        for (double x = area.getMinX() - area.getHeight(); x < area.getMaxX(); x += HATCH) {
            sheet.draw(new Line2D.Double(x, area.getMaxY(), x + area.getHeight(), area.getMinY()));
        }
        sheet.setClip(clip);
    }

    private static void curves(Graphics2D sheet, SaleShown now, SaleOfWeek sale) {
        Shape clip = sheet.getClip();
        sheet.clip(new Rectangle2D.Double(LEFT - 1, TOP, RIGHT - LEFT + 1, BOTTOM - TOP + 1));
        AffineTransform toSheet = new AffineTransform((RIGHT - LEFT) / now.gpusEnd(), 0, 0, (TOP - BOTTOM) / now.priceEndUsd(),
                LEFT, BOTTOM);
        curve(sheet, Curves.demand(sale.points(), SchedulePoint::demandWithoutBudgetsGpus), toSheet, DEMAND, DASHED);
        curve(sheet, Curves.supply(sale.points(), now.priceEndUsd()), toSheet, SUPPLY, CURVE);
        curve(sheet, Curves.demand(sale.points(), SchedulePoint::demandGpus), toSheet, DEMAND, CURVE);
        sheet.setClip(clip);
    }

    private static void curve(Graphics2D sheet, Path2D curve, AffineTransform toSheet, Color colour, Stroke stroke) {
        curve.transform(toSheet);
        sheet.setColor(colour);
        sheet.setStroke(stroke);
        sheet.draw(curve);
    }

    /** Horizontal lines, with their names at the right, pushed apart. */
    private static void levels(Graphics2D sheet, SaleShown now, SaleOfWeek sale, boolean isOver) {
        List<Level> levels = Level.of(sale);
        double[] places = places(now, levels);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            double y = y(now, level.usd());
            if (y < TOP) {
                sheet.setColor(colour(level, isOver));
                sheet.fill(Ink.polygon(RIGHT, places[i] + 4, RIGHT + 8, places[i] + 4, RIGHT + 4, places[i] - 4));
                name(sheet, level, places[i], isOver);
                continue;
            }
            sheet.setColor(colour(level, isOver));
            sheet.setStroke(level.stroke());
            sheet.draw(new Line2D.Double(LEFT, y, RIGHT, y));
            sheet.setStroke(HAIRLINE);
            sheet.draw(new Line2D.Double(RIGHT, y, RIGHT + 8, places[i]));
            name(sheet, level, places[i], isOver);
        }
    }

    /** Lines of the last sale keep their strokes, in pale colours. */
    private static Color colour(Level level, boolean isOver) {
        return isOver ? Ink.through(level.colour(), 0.55) : level.colour();
    }

    private static void name(Graphics2D sheet, Level level, double y, boolean isOver) {
        sheet.setColor(isOver ? Palette.FAINT_INK : level.isPrice() ? Palette.VERMILION : Palette.INK);
        Text.fitted(sheet, level.name() + " " + Numbers.usd(level.usd()), RIGHT + 11, y + 4, WIDTH - RIGHT - 12, Font.PLAIN,
                Ink.PLAIN.getSize2D());
        sheet.setFont(Ink.PLAIN);
    }

    static double[] places(SaleShown now, List<Level> levels) {
        return Apart.places(levels.stream().mapToDouble(level -> y(now, level.usd())).toArray(), LINE, TOP - 4, BOTTOM - 3);
    }

    /** Where price and quantity meet, and how far below FMV that is. */
    private static void crossing(Graphics2D sheet, SaleShown now, SaleOfWeek sale) {
        if (!sale.isSold()) {
            return;
        }
        double x = Math.min(RIGHT, x(now, sale.clearing().soldGpus()));
        double y = y(now, sale.clearing().clearingPriceUsd());
        sheet.setColor(Color.WHITE);
        sheet.fill(new Ellipse2D.Double(x - 6, y - 6, 12, 12));
        sheet.setColor(Palette.VERMILION);
        sheet.setStroke(CURVE);
        sheet.draw(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
        sheet.fill(new Ellipse2D.Double(x - 2.2, y - 2.2, 4.4, 4.4));
        double fmv = y(now, sale.clearing().fmvUsd());
        sheet.setStroke(new BasicStroke(1.4f));
        sheet.draw(new Line2D.Double(x, y + Math.signum(fmv - y) * 5, x, fmv));
        sheet.draw(new Line2D.Double(x - 4, fmv, x + 4, fmv));
        sheet.setFont(Ink.BOLD.deriveFont(12f));
        FontMetrics metrics = sheet.getFontMetrics();
        String gap = SaleWords.gap(sale);
        double left = x + 9 + metrics.stringWidth(gap) < RIGHT ? x + 9 : x - 9 - metrics.stringWidth(gap);
        plate(sheet, gap, left, base(y, fmv, Level.of(sale).stream().mapToDouble(level -> y(now, level.usd())).toArray()),
                Palette.VERMILION);
        String quantity = Numbers.count(sale.clearing().soldGpus()) + " sold";
        double at = x + 5 + metrics.stringWidth(quantity) < RIGHT ? x + 5 : x - 5 - metrics.stringWidth(quantity);
        plate(sheet, quantity, at, BOTTOM - 6, Palette.VERMILION);
        sheet.setFont(Ink.PLAIN);
    }

    /** Where text beside the marker is written: between price and FMV, else above or below both, where no line crosses it. */
    static double base(double price, double fmv, double... lines) {
        double[] bases = {(price + fmv) / 2 + 4, Math.min(price, fmv) - 5, Math.max(price, fmv) + 14,
            Math.min(price, fmv) - 19, Math.max(price, fmv) + 28};
        for (double base : bases) {
            boolean isFree = base - LETTER_HEIGHT > TOP - 4 && base < BOTTOM - 20;
            for (double line : lines) {
                isFree &= line < base - LETTER_HEIGHT || line > base + 3;
            }
            if (isFree) {
                return base;
            }
        }
        return bases[0];
    }

    /** Text on a white plate. */
    private static void plate(Graphics2D sheet, String text, double x, double y, Color colour) {
        sheet.setColor(new Color(255, 255, 255, 225));
        sheet.fill(new Rectangle2D.Double(x - 2, y - 10, sheet.getFontMetrics().stringWidth(text) + 4, 13));
        sheet.setColor(colour);
        Text.write(sheet, text, x, y);
    }

    private static void legend(Graphics2D sheet) {
        double upper = HEIGHT - 49;
        double lower = HEIGHT - 35;
        key(sheet, 8, upper, "demand", DEMAND, CURVE);
        key(sheet, 150, upper, "demand with unlimited budgets", DEMAND, DASHED);
        key(sheet, 8, lower, "supply by reserve", SUPPLY, CURVE);
        Rectangle2D square = new Rectangle2D.Double(150, lower - 5, 20, 10);
        hatch(sheet, square, Palette.light(Palette.VERMILION));
        sheet.setStroke(HAIRLINE);
        sheet.setColor(Palette.AXIS);
        sheet.draw(square);
        sheet.setColor(Palette.INK);
        Text.write(sheet, "between price and FMV, for what was sold", 175, lower + 4);
        sheet.setColor(Palette.FAINT_INK);
        double base = HEIGHT - 17;
        for (List<String> definitions : SaleWords.definitions()) {
            Text.fitted(sheet, definitions.get(0), 8, base, 248, Font.PLAIN, SMALL);
            Text.fitted(sheet, definitions.get(1), 262, base, WIDTH - 266, Font.PLAIN, SMALL);
            base += LINE - 1;
        }
    }

    private static void key(Graphics2D sheet, double x, double y, String text, Color colour, Stroke stroke) {
        sheet.setColor(colour);
        sheet.setStroke(stroke);
        sheet.draw(new Line2D.Double(x, y, x + 20, y));
        sheet.setColor(Palette.INK);
        Text.write(sheet, text, x + 25, y + 4);
    }

    private static double x(SaleShown now, double gpus) {
        return LEFT + (RIGHT - LEFT) * gpus / now.gpusEnd();
    }

    static double y(SaleShown now, double usd) {
        return BOTTOM - (BOTTOM - TOP) * usd / now.priceEndUsd();
    }
}
