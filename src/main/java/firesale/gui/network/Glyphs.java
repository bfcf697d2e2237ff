package firesale.gui.network;

import firesale.gui.view.Ink;
import firesale.report.Palette;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The signs of the network, drawn alike in it and in its legend. */
final class Glyphs {

    /** From here on a lender lends as in calm. */
    static final double FULL_SUPPLY = 0.995;
    private static final Color EDGE = new Color(0x4A5560);
    private static final Color STOPPED = new Color(0x3A3A3A);
    /** Capital that a lender had at the start and has no more. */
    private static final Color LOST = new Color(0xF3D0BB);
    private static final Color SHORT = new Color(0xD2D2D2);

    private final Graphics2D g;

    Glyphs(Graphics2D graphics) {
        g = graphics;
    }

    static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape polygon(double x, double y, double radius, int corners, double turn) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            double px = x + radius * Math.cos(angle);
            double py = y + radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }

    private void stroke(double width, float... dash) {
        g.setStroke(dash.length == 0 ? Ink.line(width) : Ink.dashed(width, dash));
    }

    /** A borrower that performs: its left half as its machines are appraised, its right half at FMV. */
    void borrower(double x, double y, double radius, boolean isVehicle, double ltv, double ltvAtFmv) {
        Shape whole = isVehicle ? polygon(x, y, radius * 1.12, 6, Math.PI / 6) : circle(x, y, radius);
        g.setColor(LtvScale.colour(ltv));
        g.fill(whole);
        if (LtvScale.colour(ltv) != LtvScale.colour(ltvAtFmv)) {
            Shape clip = g.getClip();
            g.clip(new Rectangle2D.Double(x, y - 2 * radius, 2 * radius, 4 * radius));
            g.setColor(LtvScale.colour(ltvAtFmv));
            g.fill(whole);
            g.setClip(clip);
        }
        stroke(radius < 3 ? 0.5 : 0.9);
        g.setColor(EDGE);
        g.draw(whole);
        g.setColor(Color.WHITE);
        if (LtvScale.isUncovered(ltv) || LtvScale.isUncovered(ltvAtFmv)) {
            double aside = LtvScale.isUncovered(ltv) ? LtvScale.isUncovered(ltvAtFmv) ? 0 : -0.45 : 0.45;
            g.fill(circle(x + radius * aside, y, Math.max(0.8, radius * 0.2)));
        }
    }

    /** The ring of a breach: full as long as it may be cured, broken as long as lenders hold still, thin just after it. */
    void breach(double x, double y, double radius, Fate fate) {
        double out = radius + Math.max(1.4, Math.min(2.6, radius * 0.4));
        if (fate == Fate.PERFORMING) {
            stroke(1);
        } else {
            stroke(Math.max(1.4, Math.min(2.4, radius * 0.4)), fate == Fate.FORBORNE ? new float[] {2.5f, 2} : new float[0]);
        }
        g.setColor(Palette.ORANGE.darker());
        g.draw(circle(x, y, out));
    }

    /**
     * The sign of a default.
     *
     * @param least half of how wide it is at least, about
     */
    void defaulted(double x, double y, double radius, double least, Fate fate) {
        double r = Math.max(least, radius * 0.9);
        Shape shape = fate == Fate.INDUCED ? polygon(x, y, r * 1.3, 4, 0)
                : new Rectangle2D.Double(x - r * 0.95, y - r * 0.95, 1.9 * r, 1.9 * r);
        g.setColor(fate == Fate.INITIAL ? Palette.INK : Palette.VERMILION);
        g.fill(shape);
        stroke(Math.max(0.8, r * 0.14));
        g.setColor(fate == Fate.INITIAL ? Color.WHITE : Palette.INK);
        g.draw(shape);
        stroke(Math.max(1.1, r * 0.28));
        g.setColor(Color.WHITE);
        double arm = r * 0.48;
        g.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
        if (fate != Fate.ACCELERATED) {
            g.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
        }
    }

    /** The ring that a fresh default sends out. */
    void wave(double x, double y, double radius, double fresh) {
        double out = radius + 3 + 6 * (1 - fresh);
        g.setColor(Ink.through(Palette.VERMILION, 0.25 + 0.6 * fresh));
        stroke(0.8 + 1.6 * fresh);
        g.draw(circle(x, y, out));
    }

    /** The sign of a margin call. */
    void call(double x, double y, double size) {
        Shape drop = polygon(x, y, size, 3, Math.PI / 2);
        g.setColor(Palette.ORANGE);
        g.fill(drop);
        stroke(0.8);
        g.setColor(Palette.INK);
        g.draw(drop);
    }

    /** A lender: its capital as a gauge round it; dark if it makes no new loans, grey if fewer than in calm. */
    void lender(double x, double y, double radius, String code, double gauge, double tick, double supply) {
        double ring = Math.max(2, radius * 0.32);
        double core = radius - ring;
        g.setColor(Color.WHITE);
        g.fill(circle(x, y, radius + 1.2));
        g.setColor(LOST);
        g.fill(circle(x, y, radius));
        g.setColor(gauge < tick ? Palette.VERMILION : Palette.GREEN);
        g.fill(new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, 90, -360 * gauge, Arc2D.PIE));
        g.setColor(supply <= 0 ? STOPPED : supply < FULL_SUPPLY ? SHORT : Color.WHITE);
        g.fill(circle(x, y, core));
        stroke(0.8);
        g.setColor(EDGE);
        g.draw(circle(x, y, radius));
        g.draw(circle(x, y, core));
        double angle = Math.PI / 2 - 2 * Math.PI * tick;
        double out = radius + Math.max(2.5, radius * 0.3);
        Line2D least = new Line2D.Double(x + core * Math.cos(angle), y - core * Math.sin(angle), x + out * Math.cos(angle),
                y - out * Math.sin(angle));
        stroke(4.2);
        g.setColor(Color.WHITE);
        g.draw(least);
        stroke(2.2);
        g.setColor(Palette.INK);
        g.draw(least);
        if (radius >= 6) {
            g.setFont(Ink.BOLD.deriveFont((float) Math.min(11.5, radius)));
            g.setColor(supply <= 0 ? Color.WHITE : Palette.INK);
            middle(code, x, y);
        }
    }

    /** The sign of a lender that must sell at once. */
    void mustSell(double x, double y, double size) {
        Shape sign = polygon(x, y, size, 3, -Math.PI / 2);
        g.setColor(Palette.VERMILION);
        g.fill(sign);
        stroke(1);
        g.setColor(Color.WHITE);
        g.draw(sign);
        if (size >= 4) {
            g.setFont(Ink.BOLD.deriveFont((float) (size * 1.25)));
            middle("!", x, y + size * 0.06);
        }
    }

    /** A customer: a stroke through it if it has renegotiated, a cross and dark if it has repudiated. */
    void customer(double x, double y, double radius, boolean hasRenegotiated, boolean hasRepudiated) {
        Shape house = new RoundRectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, radius, radius);
        g.setColor(hasRepudiated ? Palette.INK : hasRenegotiated ? Palette.light(Palette.ORANGE) : Palette.light(Palette.GREEN));
        g.fill(house);
        stroke(1);
        g.setColor(EDGE);
        g.draw(house);
        if (hasRepudiated || hasRenegotiated) {
            stroke(Math.max(1, radius * 0.22));
            g.setColor(hasRepudiated ? Color.WHITE : Palette.INK);
            double arm = radius * 0.6;
            g.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
            if (hasRepudiated) {
                g.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
            }
        } else if (radius >= 5.5) {
            g.setFont(Ink.BOLD.deriveFont((float) Math.min(11, radius * 1.4)));
            g.setColor(Palette.INK);
            middle("C", x, y);
        }
    }

    /** A repo dealer, filled as far as its money is lent; crossed if it failed. */
    void dealer(double x, double y, double radius, double lentShare, boolean hasFailed) {
        Shape box = new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setColor(hasFailed ? Palette.INK : Color.WHITE);
        g.fill(box);
        g.setColor(Palette.SKY);
        g.fill(new Rectangle2D.Double(x - radius, y + radius - 2 * radius * lentShare, 2 * radius,
                hasFailed ? 0 : 2 * radius * lentShare));
        stroke(1);
        g.setColor(EDGE);
        g.draw(box);
        if (hasFailed) {
            stroke(Math.max(1, radius * 0.25));
            g.setColor(Color.WHITE);
            double arm = radius * 0.55;
            g.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
            g.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
        }
    }

    /** A debt of some kind along a line; one of a fresh default is wide and glows. */
    void tie(Shape line, Tie tie, double width, double fresh, double strength) {
        if (fresh > 0) {
            stroke(width + 3.5);
            g.setColor(Ink.through(Palette.VERMILION, 0.12 + 0.22 * fresh));
            g.draw(line);
            stroke(Math.max(1.3, width));
            g.setColor(Ink.through(Palette.VERMILION, 0.45 + 0.5 * fresh));
            g.draw(line);
            return;
        }
        if (tie.isDashed()) {
            stroke(Math.max(1, width * 0.8), 3, 2.2f);
        } else {
            stroke(width);
        }
        g.setColor(Ink.through(tie.colour(), strength));
        g.draw(line);
    }

    /** Many debts of a kind as one path, pale; thin ones without smoothing, which costs most of the time. */
    void manyTies(Shape lines, Tie tie, double width) {
        Object smoothing = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        if (width <= 1) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        }
        if (tie.isDashed()) {
            stroke(Math.max(1, width * 0.8), 3, 2.2f);
        } else {
            stroke(width <= 1 ? 0 : width);
        }
        g.setColor(pale(tie.colour(), tie.isDashed() ? 0.7 : 0.45));
        g.draw(lines);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smoothing);
    }

    /** A colour on white as if seen through, which is drawn faster than what is seen through. */
    private static Color pale(Color colour, double strength) {
        return new Color(pale(colour.getRed(), strength), pale(colour.getGreen(), strength), pale(colour.getBlue(), strength));
    }

    private static int pale(int part, double strength) {
        return (int) Math.round(255 - strength * (255 - part));
    }

    /** Writes with its middle at a point. */
    void middle(String text, double x, double y) {
        FontMetrics metrics = g.getFontMetrics();
        Rectangle2D bounds = g.getFont().createGlyphVector(g.getFontRenderContext(), text).getVisualBounds();
        g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) (y - bounds.getCenterY()));
    }
}
