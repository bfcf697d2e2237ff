package firesale.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An SVG to be put into a page: only shapes and texts are kept, nothing that acts or loads, and ids get a prefix, so that the
 * charts of a page do not take each other's.
 *
 * @param title  the picture's own title; empty if it has none
 * @param markup the element
 * @param width  pixels; 0 if it does not say
 */
record InlineSvg(String title, String markup, int width) {

    private static final Set<String> ELEMENTS = Set.of("svg", "g", "defs", "clipPath", "path", "rect", "circle", "ellipse", "line",
            "polyline", "polygon", "text", "tspan", "title", "linearGradient", "radialGradient", "stop", "use");
    /** Attributes of the whole picture: a page sets its size, and names need no namespaces there. */
    private static final Set<String> OF_THE_FILE = Set.of("width", "height", "role", "version", "contentScriptType",
            "contentStyleType", "zoomAndPan", "preserveAspectRatio", "baseProfile", "class", "id");
    private static final Pattern LOCAL_URL = Pattern.compile("url\\(#([A-Za-z][\\w.-]*)\\)");
    private static final Pattern ID = Pattern.compile("[A-Za-z][\\w.-]*");

    /**
     * Reads a file.
     *
     * @param prefix of ids
     * @throws IOException if it cannot be read or is no SVG
     */
    static InlineSvg read(Path file, String prefix) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // a file names its DTD, which is somewhere in the network: it is not asked for
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            return new Copy(xml, prefix).svg();
        } catch (XMLStreamException e) {
            throw new IOException(file.getFileName() + " is no SVG: " + e.getMessage().replace('\n', ' '), e);
        }
    }

    /** A copy under way. */
    private static final class Copy {

        private final XMLStreamReader xml;
        private final String prefix;
        private final StringBuilder markup = new StringBuilder();
        private String title = "";
        private int width;

        Copy(XMLStreamReader xml, String prefix) {
            this.xml = xml;
            this.prefix = prefix;
        }

        InlineSvg svg() throws XMLStreamException, IOException {
            while (!xml.isStartElement()) {
                xml.next();
            }
            if (!xml.getLocalName().equals("svg")) {
                throw new IOException("expected the element svg, but found " + xml.getLocalName());
            }
            String size = xml.getAttributeValue(null, "width");
            width = size != null && size.matches("\\d{1,5}") ? Integer.parseInt(size) : 0;
            copy(0);
            String named = title.isEmpty() ? "" : " aria-label=\"" + escaped(title) + "\"";
            String root = "<svg role=\"graphics-document document\"" + named;
            return new InlineSvg(title, root + markup.substring("<svg".length()), width);
        }

        /** Copies the element at which the reader stands, with all that is in it. */
        private void copy(int depth) throws XMLStreamException {
            String name = xml.getLocalName();
            markup.append('<').append(name);
            attributes(depth == 0);
            int start = markup.length();
            markup.append('>');
            while (xml.next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.isStartElement()) {
                    child(depth + 1);
                } else if (xml.isCharacters() && (name.equals("text") || name.equals("tspan") || name.equals("title"))) {
                    Html.escape(xml.getText(), markup);
                }
            }
            if (markup.length() == start + 1) {
                markup.insert(start, '/');
            } else {
                markup.append("</").append(name).append('>');
            }
        }

        private void child(int depth) throws XMLStreamException {
            String name = xml.getLocalName();
            if (depth == 1 && name.equals("title")) {
                // as a name, not as a tip over the whole picture
                title = xml.getElementText().strip();
            } else if (ELEMENTS.contains(name)) {
                copy(depth);
            } else {
                skip();
            }
        }

        private void skip() throws XMLStreamException {
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        }

        private void attributes(boolean root) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String name = xml.getAttributeLocalName(i);
                String value = xml.getAttributeValue(i);
                String namespace = xml.getAttributePrefix(i);
                if (name.equals("href")) {
                    if (value.startsWith("#") && ID.matcher(value.substring(1)).matches()) {
                        write("href", "#" + prefix + value.substring(1));
                    }
                } else if (namespace == null || namespace.isEmpty()) {
                    plain(name, value, root);
                }
            }
        }

        private void plain(String name, String value, boolean root) {
            boolean acts = name.toLowerCase(Locale.ROOT).startsWith("on");
            boolean loads = LOCAL_URL.matcher(value).replaceAll("").toLowerCase(Locale.ROOT).contains("url")
                    || name.equals("style");
            if (acts || loads || root && OF_THE_FILE.contains(name)) {
                return;
            }
            if (name.equals("id")) {
                if (ID.matcher(value).matches()) {
                    write("id", prefix + value);
                }
            } else {
                write(name, LOCAL_URL.matcher(value).replaceAll(url -> "url(#" + prefix + url.group(1) + ")"));
            }
        }

        private void write(String name, String value) {
            markup.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }

        private static String escaped(String value) {
            StringBuilder text = new StringBuilder();
            Html.escape(value, text);
            return text.toString();
        }
    }
}
