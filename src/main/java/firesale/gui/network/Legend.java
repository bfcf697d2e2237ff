package firesale.gui.network;

import firesale.credit.lenders.LenderFamily;
import firesale.gui.view.Ink;
import firesale.gui.view.Text;
import firesale.report.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What the signs mean: a column on the right for nodes, a line or two at the foot for debts. */
final class Legend {

    private static final double GAP = 3;
    private static final double SIGN = 9;
    private static final double TEXT = 19;

    private final Graphics2D g;
    private final Glyphs glyphs;
    private double left;
    private double width;
    private double y;
    private double pitch;

    Legend(Graphics2D graphics) {
        this.g = graphics;
        this.glyphs = new Glyphs(graphics);
    }

    /** Draws the column with what nodes mean. */
    void draw(NetworkScene scene, double fromX, double fromY, double wide, double high) {
        left = fromX;
        width = wide;
        List<LenderFamily> families = families(scene);
        // three heads, each with a gap, the scale, which takes two lines, and all that is always there
        int lines = 3 + 2 + 9 + families.size() + (scene.ties().contains(Tie.COINS) ? 1 : 0) + (scene.canBeOpen() ? 1 : 0)
                + (scene.canBeHeldStill() ? 1 : 0)
                + (scene.customers().isEmpty() ? 0 : 1);
        pitch = Math.min(14, (high - 3 * GAP) / lines);
        y = fromY + pitch - 3;
        scale();
        head("Borrowers");
        glyphs.borrower(left + SIGN - (scene.hasVehicles() ? 4.8 : 0), y - 4, 4.3, false, 0.6, 0.6);
        if (scene.hasVehicles()) {
            glyphs.borrower(left + SIGN + 5, y - 4, 4.3, true, 0.6, 0.6);
        }
        line(scene.hasVehicles() ? "host, vehicle" : "host, by loans");
        glyphs.borrower(left + SIGN, y - 4, 3.4, false, 0.6, 0.6);
        glyphs.breach(left + SIGN, y - 4, 3.4, Fate.PERFORMING);
        line("lately in breach");
        if (scene.canBeOpen()) {
            glyphs.borrower(left + SIGN, y - 4, 3.4, false, 0.6, 0.6);
            glyphs.breach(left + SIGN, y - 4, 3.4, Fate.IN_BREACH);
            line("breach, open");
        }
        if (scene.canBeHeldStill()) {
            glyphs.borrower(left + SIGN, y - 4, 3.4, false, 0.6, 0.6);
            glyphs.breach(left + SIGN, y - 4, 3.4, Fate.FORBORNE);
            line("breach, held still");
        }
        if (scene.ties().contains(Tie.COINS)) {
            glyphs.call(left + SIGN, y - 5, 5);
            line("margin call");
        }
        glyphs.defaulted(left + SIGN, y - 4, 5, Fate.INITIAL);
        line("default, initial");
        glyphs.defaulted(left + SIGN, y - 4, 5, Fate.ACCELERATED);
        line("default, sped up");
        glyphs.defaulted(left + SIGN, y - 4, 4.6, Fate.INDUCED);
        line("default, induced");
        lenders(families);
        if (!scene.customers().isEmpty()) {
            glyphs.customer(left + SIGN - 4.5, y - 4, 4.2, true, false);
            glyphs.customer(left + SIGN + 5, y - 4, 4.2, false, true);
            line("pays less, nothing");
        }
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
        y += pitch * 0.75;
        g.setColor(Palette.INK);
        g.setFont(Ink.PLAIN);
        for (int i = 0; i < LtvScale.steps() - 1; i++) {
            glyphs.middle(LtvScale.bound(i), left + (i + 1) * step, y - 5);
        }
        y += pitch;
        glyphs.borrower(left + SIGN, y - 4, 5.5, false, 0.6, 1.2);
        line("appraised | FMV");
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

    private void lenders(List<LenderFamily> families) {
        head("Lenders");
        for (LenderFamily family : families) {
            g.setColor(Palette.INK);
            g.setFont(Ink.BOLD);
            glyphs.middle(LenderCodes.letter(family), left + SIGN, y - 4);
            line(LenderCodes.words(family));
        }
        glyphs.lender(left + SIGN, y - 4, 5.6, "", 0.7, 0.45, 1);
        line("capital, minimum");
        glyphs.lender(left + SIGN, y - 4, 5.6, "", 0.3, 0.45, 0);
        line("no new loans");
        glyphs.mustSell(left + SIGN, y - 3.5, 6);
        line("must sell at once");
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
        g.setFont(Ink.BOLD);
        g.setColor(Palette.INK);
        Text.write(g, text, left, y);
        y += pitch;
    }

    private void line(String text) {
        g.setFont(Ink.PLAIN);
        g.setColor(Palette.INK);
        Text.write(g, text, left + TEXT, y);
        y += pitch;
    }
}
