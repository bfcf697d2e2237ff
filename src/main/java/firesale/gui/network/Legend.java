package firesale.gui.network;

import firesale.credit.CreditEvent;
import firesale.credit.lenders.LenderFamily;
import firesale.gui.view.Ink;
import firesale.gui.view.Text;
import firesale.report.Palette;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** What the signs mean: a column on the right for nodes, a line or two at the foot for debts. */
final class Legend {

    private static final double GAP = 3;
    private static final double SIGN = 9;
    private static final double TEXT = 19;
    private static final double MOST_PITCH = 16;

    /**
     * A line of the column.
     *
     * @param sign draws the sign around a height; null for a head
     */
    private record Entry(String text, DoubleConsumer sign) {
    }

    private final Graphics2D g;
    private final Glyphs glyphs;
    private double left;
    private double width;
    private final List<Entry> lines = new ArrayList<>();
    private Font letters = Ink.PLAIN;
    private double y;
    private double pitch;

    Legend(Graphics2D graphics) {
        this.g = graphics;
        this.glyphs = new Glyphs(graphics);
    }

    /** Draws the column with what nodes mean: what occurs, and what has happened so far. */
    void draw(NetworkScene scene, double fromX, double fromY, double wide, double high) {
        left = fromX;
        width = wide;
        collect(scene);
        // three heads, each with a gap, and the scale, which takes two lines
        pitch = Math.min(MOST_PITCH, (high - 3 * GAP) / (lines.size() + 4));
        letters = Ink.PLAIN.deriveFont((float) Math.max(11.5, Math.min(12.5, pitch * 0.8)));
        y = fromY + pitch - 3;
        scale();
        for (Entry entry : lines) {
            if (entry.sign() == null) {
                head(entry.text());
            } else {
                entry.sign().accept(y - 4);
                line(entry.text());
            }
        }
    }

    private void collect(NetworkScene scene) {
        add("appraised | FMV", at -> glyphs.borrower(left + SIGN, at, 5.5, false, 0.6, 1.2));
        add("Borrowers", null);
        add("host, by its loans", at -> glyphs.borrower(left + SIGN, at, 4.6, false, 0.6, 0.6));
        if (scene.hasVehicles()) {
            add("vehicle", at -> glyphs.borrower(left + SIGN, at, 4.6, true, 0.6, 0.6));
        }
        if (scene.has(CreditEvent.BREACH) || scene.has(CreditEvent.BREACH_WAIVED)) {
            add("waived or cured", at -> breach(at, Fate.PERFORMING));
        }
        if (scene.count(Fate.IN_BREACH) > 0) {
            add("breach, open", at -> breach(at, Fate.IN_BREACH));
        }
        if (scene.has(CreditEvent.FORBEARANCE)) {
            add("breach, held still", at -> breach(at, Fate.FORBORNE));
        }
        if (scene.has(CreditEvent.MARGIN_CALL)) {
            add("margin call", at -> glyphs.call(left + SIGN, at - 1, 5));
        }
        for (Fate fate : List.of(Fate.INITIAL, Fate.ACCELERATED, Fate.INDUCED)) {
            if (scene.has(CreditEvent.DEFAULT)) {
                add(fate.words().replace(" by others", ""),
                        at -> glyphs.defaulted(left + SIGN, at, 4, Math.min(NetworkLayer.LEAST_DEFAULT, pitch * 0.34), fate));
            }
        }
        lenders(scene);
        boolean hasRenegotiated = scene.customers().stream().anyMatch(node -> node.state().hasRenegotiated());
        boolean hasRepudiated = scene.customers().stream().anyMatch(node -> node.state().hasRepudiated());
        if (!scene.customers().isEmpty()) {
            add("customer", at -> glyphs.customer(left + SIGN, at, ring() - 0.5, false, false));
        }
        if (hasRenegotiated) {
            add("pays less rent", at -> glyphs.customer(left + SIGN, at, 4.6, true, false));
        }
        if (hasRepudiated) {
            add("pays no more rent", at -> glyphs.customer(left + SIGN, at, 4.6, false, true));
        }
    }

    private void add(String text, DoubleConsumer sign) {
        lines.add(new Entry(text, sign));
    }

    /** The radius of a lender's ring in the column, which may be narrow. */
    private double ring() {
        return Math.min(5.8, pitch * 0.4);
    }

    private void breach(double at, Fate fate) {
        glyphs.breach(left + SIGN, at, 3.6, fate);
        glyphs.borrower(left + SIGN, at, 3.6, false, 0.6, 0.6);
    }

    private void scale() {
        head("Loan to value, %");
        double step = (width - 4) / LtvScale.steps();
        g.setStroke(Ink.line(0.8));
        for (int i = 0; i < LtvScale.steps(); i++) {
            Rectangle2D box = new Rectangle2D.Double(left + i * step, y - 9, step, 8);
            g.setColor(LtvScale.step(i));
            g.fill(box);
            g.setColor(Palette.AXIS);
            g.draw(box);
        }
        g.setColor(Color.WHITE);
        g.fill(Glyphs.circle(left + (LtvScale.steps() - 0.5) * step, y - 5, 1.6));
        y += Math.min(pitch, 14) * 0.75;
        g.setColor(Palette.INK);
        g.setFont(Ink.PLAIN);
        for (int i = 0; i < LtvScale.steps() - 1; i++) {
            glyphs.middle(LtvScale.bound(i), left + (i + 1) * step, y - 5);
        }
        y += pitch;
    }

    private static List<LenderFamily> families(NetworkScene scene) {
        List<LenderFamily> families = new ArrayList<>();
        for (LenderNode lender : scene.lenders()) {
            LenderFamily family = family(lender.code());
            if (!families.contains(family)) {
                families.add(family);
            }
        }
        return families;
    }

    private void lenders(NetworkScene scene) {
        add("Lenders, by letter", null);
        for (LenderFamily family : families(scene)) {
            String code = LenderCodes.letter(family);
            add(LenderCodes.words(family), at -> {
                g.setColor(Palette.INK);
                g.setFont(letters.deriveFont(Font.BOLD));
                glyphs.middle(code, left + SIGN, at);
            });
        }
        add("capital left, least", at -> glyphs.lender(left + SIGN, at, ring(), "", 0.7, 0.45, 1));
        if (scene.lenders().stream().anyMatch(lender -> lender.supply() > 0 && lender.supply() < Glyphs.FULL_SUPPLY)) {
            add("fewer new loans", at -> glyphs.lender(left + SIGN, at, ring(), "", 0.7, 0.45, 0.5));
        }
        if (scene.has(CreditEvent.LENDER_STOPS_LENDING) || scene.lenders().stream().anyMatch(lender -> lender.supply() <= 0)) {
            add("no new loans", at -> glyphs.lender(left + SIGN, at, ring(), "", 0.3, 0.45, 0));
        }
        if (scene.has(CreditEvent.LENDER_MUST_SELL) || scene.lenders().stream().anyMatch(LenderNode::mustSell)) {
            add("must sell at once", at -> glyphs.mustSell(left + SIGN, at + 0.5, 6));
        }
    }

    private static LenderFamily family(String code) {
        for (LenderFamily family : LenderFamily.values()) {
            if (code.startsWith(LenderCodes.letter(family))) {
                return family;
            }
        }
        return LenderFamily.BANK;
    }

    /** Draws the lines with what edges mean. */
    void foot(List<List<String>> lines, double fromX, double fromY, double step) {
        for (int row = 0; row < lines.size(); row++) {
            double x = fromX;
            for (String text : lines.get(row)) {
                item(text, x, fromY + row * step);
                x += Foot.width(text);
            }
        }
    }

    private void item(String text, double x, double base) {
        Tie kind = Tie.CLAIM;
        for (Tie tie : Tie.values()) {
            kind = tie.words().equals(text) ? tie : kind;
        }
        glyphs.tie(new Line2D.Double(x, base - 4, x + 14, base - 4), kind, 2.2, text.equals(Foot.FRESH) ? 1 : 0, 0.9);
        g.setFont(Ink.PLAIN);
        g.setColor(Palette.INK);
        Text.write(g, text, x + 18, base);
    }

    private void head(String text) {
        y += GAP;
        g.setColor(Palette.INK);
        Text.fitted(g, text, left, y, width, Font.BOLD, letters.getSize2D());
        y += pitch;
    }

    private void line(String text) {
        g.setColor(Palette.INK);
        Text.fitted(g, text, left + TEXT, y, width - TEXT + 3, Font.PLAIN, letters.getSize2D());
        y += pitch;
    }
}
