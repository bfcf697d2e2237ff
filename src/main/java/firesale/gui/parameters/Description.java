package firesale.gui.parameters;

import firesale.kernel.parameters.Parameter;

/** What is said of a parameter. */
final class Description {

    private static final int LINE = 60;

    private Description() {
    }

    /** Its meaning, what is allowed, the default and where that comes from, and what the run's file gave, line by line. */
    static String text(Parameter parameter, String given) {
        return parameter.meaning() + ".\nExpected: " + parameter.expected() + ".\n"
                + (parameter.def().isEmpty() ? "No default" : "Default: " + parameter.def())
                + (given.equals(parameter.def()) ? "" : "; the file gave " + given) + "."
                + (parameter.source().isEmpty() ? "" : "\nSource: " + parameter.source() + ".");
    }

    /** The same as HTML, for tooltips, with the path before it. */
    static String tip(Parameter parameter, String given) {
        StringBuilder html = new StringBuilder("<html><b>" + escaped(parameter.path()) + "</b>");
        for (String line : text(parameter, given).split("\n")) {
            html.append("<br>").append(escaped(folded(line)).replace("\n", "<br>"));
        }
        return html.append("</html>").toString();
    }

    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int length = 0;
        for (String word : line.split(" ")) {
            if (length > 0 && length + word.length() > LINE) {
                folded.append('\n');
                length = 0;
            }
            folded.append(length > 0 ? " " : "").append(word);
            length += word.length() + 1;
        }
        return folded.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The unit as it stands behind a value; empty for pure numbers. */
    static String unit(Parameter parameter) {
        return switch (parameter.unit()) {
            case "1" -> "";
            case "a" -> "years";
            default -> parameter.unit().replace("/a", " a year").replace("1 a year", "per year").replace("1/sqrt(a)", "per √year");
        };
    }
}
