package firesale.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.util.SVGConstants;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A chart in its size, as bytes of a picture. Drawing the same chart twice gives the same bytes on one machine; fonts differ
 * between machines.
 *
 * @param width  pixels
 * @param height pixels
 */
record Picture(JFreeChart chart, int width, int height) {

    static final int WIDTH = 1400;
    static final int HEIGHT = 800;

    /** As PNG. */
    byte[] png() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        chart.draw(graphics, area());
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** As SVG, with text as text, and the values of its marks as titles. */
    byte[] svg() throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation()
                .createDocument(SVGConstants.SVG_NAMESPACE_URI, SVGConstants.SVG_SVG_TAG, null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(3);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        ChartRenderingInfo drawn = new ChartRenderingInfo();
        chart.draw(graphics, area(), drawn);
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        // not one picture to a screen reader: its marks have titles of their own
        root.setAttribute("role", "graphics-document document");
        describe(document, root);
        nameFonts(root);
        root.appendChild(Titles.of(document, drawn.getEntityCollection()));
        CharArrayWriter text = new CharArrayWriter();
        graphics.stream(root, text, false, false);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void describe(Document document, Element root) {
        Element title = document.createElementNS(SVGConstants.SVG_NAMESPACE_URI, "title");
        title.setTextContent(chart.getTitle().getText());
        root.insertBefore(title, root.getFirstChild());
    }

    /** Java's logical font is known to nobody else. */
    private static void nameFonts(Element element) {
        if (element.hasAttribute("font-family")) {
            element.setAttribute("font-family", Theme.SVG_FONTS);
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                nameFonts(child);
            }
        }
    }

    private Rectangle2D area() {
        return new Rectangle2D.Double(0, 0, width, height);
    }
}
