package firesale.gui.network;

import firesale.credit.CreditEvent;
import firesale.gui.view.Ink;
import firesale.gui.view.Layer;
import firesale.gui.view.Mark;
import firesale.gui.view.Regimes;
import firesale.gui.view.Text;
import firesale.report.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Draws the scene that was taken down last. */
final class NetworkLayer extends Layer {

    static final double WIDTH = 450;
    static final double HEIGHT = 310;
    private static final double LEGEND_LEFT = 326;
    static final double STATUS_HEIGHT = 35;
    private static final double FOOT_WIDTH = LEGEND_LEFT - 12;
    private static final double LINE = 13;
    /** Half of a default's sign at least, and where so many stand that such signs would hide each other. */
    static final double LEAST_DEFAULT = 5.2;
    private static final double LEAST_OF_MANY = 3.3;
    private static final int MANY = 120;
    /** From so many debts on, thin ones of a kind are drawn at once. */
    private static final int MANY_EDGES = 500;

    private volatile NetworkScene scene;

    NetworkLayer() {
        super(WIDTH, HEIGHT);
    }

    /**
     * Where the network has room.
     *
     * @param ties kinds of debt that the legend at the foot names
     */
    static Rectangle2D area(Set<Tie> ties) {
        double top = STATUS_HEIGHT + 4;
        return new Rectangle2D.Double(4, top, FOOT_WIDTH, HEIGHT - top - 5 - LINE * Foot.lines(ties, true, FOOT_WIDTH).size());
    }

    /** @param taken what to draw from now on; null for nothing but a hint */
    void show(NetworkScene taken) {
        scene = taken;
    }

    @Override
    protected List<? extends Mark> marks() {
        NetworkScene now = scene;
        return now == null ? List.of() : now.marks();
    }

    @Override
    protected void draw(Graphics2D sheet) {
        NetworkScene now = scene;
        if (now == null) {
            sheet.setFont(Ink.PLAIN.deriveFont(14f));
            sheet.setColor(Palette.FAINT_INK);
            new Glyphs(sheet).middle("Press play: who owes whom, and how default spreads.", WIDTH / 2, HEIGHT / 2);
            return;
        }
        status(sheet, now);
        network(sheet, now);
        List<List<String>> foot = Foot.lines(now.tiesShown(), now.has(CreditEvent.DEFAULT), FOOT_WIDTH);
        new Legend(sheet).draw(now, LEGEND_LEFT, STATUS_HEIGHT + 3, WIDTH - LEGEND_LEFT - 4, HEIGHT - STATUS_HEIGHT - 4);
        new Legend(sheet).foot(foot, 6, HEIGHT - 5 - LINE * (foot.size() - 1), LINE);
    }

    private static void status(Graphics2D sheet, NetworkScene now) {
        sheet.setColor(Regimes.ground(now.moment().regime()));
        sheet.fill(new Rectangle2D.Double(0, 0, WIDTH, STATUS_HEIGHT));
        sheet.setColor(Palette.GRID);
        sheet.draw(new Line2D.Double(0, STATUS_HEIGHT, WIDTH, STATUS_HEIGHT));
        sheet.setColor(Palette.INK);
        sheet.setFont(Ink.BOLD);
        Text.write(sheet, now.moment().text(), 6, 14);
        int left = 6 + sheet.getFontMetrics().stringWidth(now.moment().text());
        sheet.setFont(Ink.PLAIN);
        int wide = sheet.getFontMetrics().stringWidth(lately(now));
        if (left + wide + 20 < WIDTH) {
            Text.right(sheet, lately(now), WIDTH - 6, 14);
        }
        Text.write(sheet, counts(now), 6, 29);
        double x = 6 + sheet.getFontMetrics().stringWidth(counts(now)) + 12;
        for (Fate fate : List.of(Fate.INITIAL, Fate.ACCELERATED, Fate.INDUCED)) {
            new Glyphs(sheet).defaulted(x, 25, 5, LEAST_DEFAULT, fate);
            sheet.setFont(Ink.PLAIN);
            sheet.setColor(Palette.INK);
            String count = Integer.toString(now.count(fate));
            Text.write(sheet, count, x + 8, 29);
            x += 8 + sheet.getFontMetrics().stringWidth(count) + 14;
        }
    }

    /** How many borrowers that perform have broken a covenant in the last weeks. */
    static String lately(NetworkScene now) {
        return now.breaches() == 0 ? "" : now.breaches() + " waived or cured lately";
    }

    /** How many borrowers stand how; how many defaults of which kind follows with their signs. */
    static String counts(NetworkScene now) {
        return now.count(Fate.PERFORMING) + " performing, " + (now.count(Fate.IN_BREACH) + now.count(Fate.FORBORNE))
                + " in breach, "
                + now.defaults() + (now.defaults() == 1 ? " default:" : " defaults:");
    }

    private void network(Graphics2D sheet, NetworkScene now) {
        Glyphs glyphs = new Glyphs(sheet);
        NetworkLayout layout = now.layout();
        sheet.setStroke(Ink.line(2.2));
        sheet.setColor(Ink.through(Palette.PURPLE, 0.75));
        sheet.draw(new Ellipse2D.Double(layout.centreX() - layout.radiusX(), layout.centreY() - layout.radiusY(),
                2 * layout.radiusX(), 2 * layout.radiusY()));
        sheet.setStroke(Ink.line(1));
        sheet.setColor(Palette.GRID);
        layout.bounds().forEach(sheet::draw);
        if (now.edges().size() > MANY_EDGES) {
            manyEdges(glyphs, now, layout);
        } else {
            for (Edge edge : now.edges()) {
                glyphs.tie(line(edge, layout), edge.tie(), edge.width(), edge.fresh(), edge.tie() == Tie.RENT ? 0.6 : 0.85);
            }
        }
        if (now.strip() != null) {
            strip(sheet, glyphs, now);
        }
        for (CustomerNode node : now.customers()) {
            glyphs.customer(node.spot().x(), node.spot().y(), node.spot().radius(), node.state().hasRenegotiated(),
                    node.state().hasRepudiated());
        }
        for (BorrowerNode node : now.borrowers()) {
            if (!node.fate().isDefault()) {
                borrower(glyphs, node);
            }
        }
        for (BorrowerNode node : now.borrowers()) {
            if (node.fate().isDefault()) {
                if (node.freshDefault() > 0) {
                    glyphs.wave(node.spot().x(), node.spot().y(), node.spot().radius(), node.freshDefault());
                }
                glyphs.defaulted(node.spot().x(), node.spot().y(), node.spot().radius(),
                        now.borrowers().size() > MANY ? LEAST_OF_MANY : LEAST_DEFAULT, node.fate());
            }
        }
        for (LenderNode node : now.lenders()) {
            Spot spot = node.spot();
            if (node.freshHit() > 0) {
                glyphs.wave(spot.x(), spot.y(), spot.radius() - 1, node.freshHit());
            }
            glyphs.lender(spot.x(), spot.y(), spot.radius(), node.code(), node.gauge(), node.tick(), node.supply());
            if (node.mustSell()) {
                glyphs.mustSell(spot.x() + spot.radius() * 0.85, spot.y() - spot.radius() * 0.85,
                        Math.max(3, spot.radius() * 0.62));
            }
        }
        for (Mark mark : now.marks()) {
            if (isSelected(mark)) {
                chosen(sheet, mark);
            }
        }
    }

    /** Debts of large runs: of each kind all of about one width as one line, those of fresh defaults over them. */
    private static void manyEdges(Glyphs glyphs, NetworkScene now, NetworkLayout layout) {
        Map<Tie, Map<Integer, Path2D>> paths = new EnumMap<>(Tie.class);
        for (Edge edge : now.edges()) {
            if (edge.fresh() <= 0) {
                paths.computeIfAbsent(edge.tie(), tie -> new TreeMap<>())
                        .computeIfAbsent((int) Math.round(edge.width()), width -> new Path2D.Double())
                        .append(line(edge, layout), false);
            }
        }
        paths.forEach((tie, widths) -> widths.forEach((width, path) -> glyphs.manyTies(path, tie, width)));
        for (Edge edge : now.edges()) {
            if (edge.fresh() > 0) {
                glyphs.tie(line(edge, layout), edge.tie(), edge.width(), edge.fresh(), 1);
            }
        }
    }

    private static void borrower(Glyphs glyphs, BorrowerNode node) {
        Spot spot = node.spot();
        if (node.fate() != Fate.PERFORMING || node.freshBreach() > 0) {
            glyphs.breach(spot.x(), spot.y(), spot.radius(), node.fate());
        }
        glyphs.borrower(spot.x(), spot.y(), spot.radius(), node.isVehicle(), node.ltv(), node.ltvAtFmv());
        if (node.freshCall() > 0) {
            glyphs.call(spot.x() + spot.radius() * 0.8, spot.y() - spot.radius() * 0.8 - 2,
                    Math.max(3, Math.min(5.5, spot.radius())));
        }
    }

    private static void chosen(Graphics2D sheet, Mark mark) {
        Spot spot = mark instanceof BorrowerNode borrower ? borrower.spot() : mark instanceof LenderNode lender ? lender.spot()
                : mark instanceof CustomerNode customer ? customer.spot() : mark instanceof DealerNode dealer ? dealer.spot()
                : null;
        if (spot != null) {
            sheet.setStroke(Ink.dashed(1.2, 2, 2));
            sheet.setColor(Palette.INK);
            sheet.draw(Glyphs.circle(spot.x(), spot.y(), spot.radius() + 5));
        }
    }

    private static Shape line(Edge edge, NetworkLayout layout) {
        Spot from = edge.from();
        Spot to = edge.to();
        if (edge.bend() == 0) {
            return new Line2D.Double(from.x(), from.y(), to.x(), to.y());
        }
        double x = (from.x() + to.x()) / 2;
        double y = (from.y() + to.y()) / 2;
        return new QuadCurve2D.Double(from.x(), from.y(), x + edge.bend() * (layout.centreX() - x),
                y + edge.bend() * (layout.centreY() - y),
                to.x(), to.y());
    }

    private static void strip(Graphics2D sheet, Glyphs glyphs, NetworkScene now) {
        Rectangle2D area = now.strip().area();
        sheet.setFont(Ink.BOLD);
        sheet.setColor(Palette.INK);
        Text.write(sheet, "Repo", area.getMinX() + 2, area.getMinY() + 11);
        for (BuyersNode node : now.buyers()) {
            sheet.setColor(node.owesUsd() > 0 ? Palette.SKY : Color.WHITE);
            Shape circle = Glyphs.circle(node.spot().x(), node.spot().y(), node.spot().radius());
            sheet.fill(circle);
            sheet.setStroke(Ink.line(1));
            sheet.setColor(Palette.FAINT_INK);
            sheet.draw(circle);
            sheet.setFont(Ink.PLAIN);
            sheet.setColor(Palette.INK);
            Text.write(sheet, RepoStrip.label(node.name()), area.getMinX() + 2,
                    node.spot().y() + node.spot().radius() + 10);
        }
        for (DealerNode node : now.dealers()) {
            glyphs.dealer(node.spot().x(), node.spot().y(), node.spot().radius(), node.lentShare(), node.hasFailed());
        }
    }
}
