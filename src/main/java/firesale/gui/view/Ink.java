package firesale.gui.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Letters, lines and colours as all displays have them. */
public final class Ink {

    /** Usual letters; 11 pixels high where windows stand at first on a screen of 1280x800. */
    public static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 11).deriveFont(11.5f);
    /** The same, bold. */
    public static final Font BOLD = PLAIN.deriveFont(Font.BOLD, PLAIN.getSize2D());

    private Ink() {
    }

    /** A line with round ends. */
    public static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /**
     * A broken line.
     *
     * @param pattern lengths of dashes and gaps, in turn
     */
    public static BasicStroke dashed(double width, float... pattern) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
    }

    /**
     * The same colour, seen through.
     *
     * @param opacity 0 to 1; what is beyond is cut
     */
    public static Color through(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(),
                (int) Math.round(255 * Math.max(0, Math.min(1, opacity))));
    }

    /**
     * A closed shape.
     *
     * @param xy its corners, x and y in turn
     */
    public static Shape polygon(double... xy) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}
