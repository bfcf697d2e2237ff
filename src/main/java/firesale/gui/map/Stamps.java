package firesale.gui.map;

import firesale.hardware.Cooling;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/**
 * Small buyers, drawn once for each look and then copied: of many buyers most are small, and their outlines would take
 * most of the time. Sizes are kept to a quarter of a unit, places to a pixel.
 */
final class Stamps {

    /** Larger buyers are few, and drawn each for itself. */
    static final double LARGEST_RADIUS = 7;
    private static final double PARTS = 4;
    /** Room for lines around. */
    private static final double EDGE = 2;

    private final Map<Look, BufferedImage> images = new HashMap<>();
    private double scale;

    /** All that makes two buyers look different, sizes in parts of a unit; a ring of no size is not seen. */
    private record Look(Cooling cooling, boolean isFilled, boolean isGround, boolean isShort, long radius, long ring) {

        static Look of(BuyerSpot spot, Cooling cooling) {
            boolean hasRing = spot.calmRadius() > spot.radius() + 0.6;
            return new Look(cooling, spot.couldTake(), spot.couldTake() || spot.place().freeKw() > 0,
                    hasRing && Bubble.isShort(spot),
                    Math.round(PARTS * spot.radius()), hasRing ? Math.round(PARTS * spot.calmRadius()) : 0);
        }
    }

    /** Puts a buyer on the sheet; on one thread at a time. */
    synchronized void put(Graphics2D sheet, BuyerSpot spot, Cooling cooling) {
        AffineTransform transform = sheet.getTransform();
        if (transform.getScaleX() != scale) {
            images.clear();
            scale = transform.getScaleX();
        }
        BufferedImage image = images.computeIfAbsent(Look.of(spot, cooling), look -> image(spot, cooling));
        double x = transform.getTranslateX() + scale * spot.x() - image.getWidth() / 2.0;
        double y = transform.getTranslateY() + transform.getScaleY() * spot.y() - image.getHeight() / 2.0;
        sheet.setTransform(new AffineTransform());
        sheet.drawImage(image, (int) Math.round(x), (int) Math.round(y), null);
        sheet.setTransform(transform);
    }

    private BufferedImage image(BuyerSpot spot, Cooling cooling) {
        // a triangle reaches further than its radius
        double reach = 1.6 * Math.max(spot.radius(), spot.calmRadius()) + EDGE;
        int size = (int) Math.ceil(2 * reach * scale);
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D sheet = image.createGraphics();
        sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sheet.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        sheet.translate(size / 2.0, size / 2.0);
        sheet.scale(scale, scale);
        sheet.translate(-spot.x(), -spot.y());
        Bubble.draw(sheet, spot, cooling);
        sheet.dispose();
        return image;
    }
}
