package firesale.report;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.apache.batik.util.SVGConstants;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Lays shapes that nobody sees over the marks of an SVG, each with the values of its mark as title. */
final class Titles {

    /** The class of the group of shapes, by which a page finds them. */
    static final String GROUP = "values";

    private Titles() {
    }

    /** A group with a shape for each entity that has a tip; an empty group if none has. */
    static Element of(Document document, EntityCollection entities) {
        Element group = element(document, "g");
        group.setAttribute("class", GROUP);
        group.setAttribute("fill", "black");
        group.setAttribute("fill-opacity", "0");
        group.setAttribute("stroke", "none");
        for (int i = 0; i < entities.getEntityCount(); i++) {
            ChartEntity entity = entities.getEntity(i);
            if (entity.getToolTipText() != null) {
                Element shape = shape(document, entity.getArea());
                shape.setAttribute("role", "img");
                Element title = element(document, "title");
                title.setTextContent(entity.getToolTipText());
                shape.appendChild(title);
                group.appendChild(shape);
            }
        }
        return group;
    }

    private static Element shape(Document document, Shape area) {
        Rectangle2D bounds = area.getBounds2D();
        boolean round = area instanceof Ellipse2D;
        Element shape = element(document, round ? "circle" : "rect");
        if (round) {
            set(shape, "cx", bounds.getCenterX());
            set(shape, "cy", bounds.getCenterY());
            set(shape, "r", bounds.getWidth() / 2);
        } else {
            set(shape, "x", bounds.getX());
            set(shape, "y", bounds.getY());
            set(shape, "width", bounds.getWidth());
            set(shape, "height", bounds.getHeight());
        }
        return shape;
    }

    private static void set(Element shape, String name, double pixels) {
        shape.setAttribute(name, String.format(Locale.ROOT, "%.1f", pixels));
    }

    private static Element element(Document document, String name) {
        return document.createElementNS(SVGConstants.SVG_NAMESPACE_URI, name);
    }
}
