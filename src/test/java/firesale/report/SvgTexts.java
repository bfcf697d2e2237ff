package firesale.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The lying texts of a picture and where they stand, from its SVG. */
final class SvgTexts {

    /** Letters of the box above the base line, and below it, relative to the size of the font. */
    private static final double ABOVE = 0.76;
    private static final double BELOW = 0.1;

    record Text(String text, Rectangle2D box) {
    }

    private final List<Text> texts = new ArrayList<>();
    private final Rectangle2D page;

    private SvgTexts(Picture picture) {
        page = new Rectangle2D.Double(0, 0, picture.width(), picture.height());
    }

    static SvgTexts of(Picture picture) throws Exception {
        SvgTexts texts = new SvgTexts(picture);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Element root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(picture.svg())).getDocumentElement();
        texts.collect(root, 12, false, false);
        return texts;
    }

    private void collect(Element element, double size, boolean bold, boolean turned) {
        String given = element.getAttribute("font-size").replace("px", "");
        double ownSize = given.isEmpty() ? size : Double.parseDouble(given);
        boolean ownBold = element.hasAttribute("font-weight") ? element.getAttribute("font-weight").equals("bold") : bold;
        boolean ownTurned = turned || element.getAttribute("transform").matches(".*(rotate|matrix).*");
        if (element.getTagName().equals("text") && !ownTurned) {
            Font font = new Font(Font.SANS_SERIF, ownBold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) ownSize);
            String text = element.getTextContent();
            double width = font.getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
            double left = Double.parseDouble(element.getAttribute("x"));
            double base = Double.parseDouble(element.getAttribute("y"));
            texts.add(new Text(text, new Rectangle2D.Double(left, base - ABOVE * ownSize, width, (ABOVE + BELOW) * ownSize)));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, ownSize, ownBold, ownTurned);
            }
        }
    }

    List<String> all() {
        return texts.stream().map(Text::text).toList();
    }

    Text only(String text) {
        List<Text> found = texts.stream().filter(t -> t.text.equals(text)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " texts " + text + " in " + all());
        }
        return found.get(0);
    }

    double smallest() {
        return texts.stream().mapToDouble(text -> text.box.getHeight() / (ABOVE + BELOW)).min().orElse(0);
    }

    /** Pairs that cover one another, and what leaves the page. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (texts.get(i).box.intersects(texts.get(j).box)) {
                    troubles.add(texts.get(i).text + " / " + texts.get(j).text);
                }
            }
            if (!page.contains(texts.get(i).box)) {
                troubles.add(texts.get(i).text + " leaves the page");
            }
        }
        return troubles;
    }
}
