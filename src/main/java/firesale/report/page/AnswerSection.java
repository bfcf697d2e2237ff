package firesale.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer in words and its main figures. */
final class AnswerSection {

    private static final int MOST_FIGURES = 8;
    /** Of many paragraphs, as when each point has one, the rest is folded. */
    private static final int MOST_PARAGRAPHS = 4;

    private static final Pattern SENTENCE_END = Pattern.compile("\\. (?=[A-Z])");

    private AnswerSection() {
    }

    static void write(Html html, Stored stored) {
        html.open("section", "id", "answer", "aria-labelledby", "answer-title").line("h2", "Answer", "id", "answer-title");
        List<String> paragraphs = stored.answer().map(answer -> answer.paragraphs(stored.summary().points())).orElse(List.of());
        if (paragraphs.isEmpty()) {
            html.line("p", "The folder holds no answer in words; the figures are below.");
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i == MOST_PARAGRAPHS) {
                html.open("details").element("summary", Texts.count(paragraphs.size() - i, "more paragraph"));
            }
            paragraph(html, paragraphs.get(i), i == 0);
        }
        if (paragraphs.size() > MOST_PARAGRAPHS) {
            html.closeLine("details");
        }
        figures(html, stored);
        html.closeLine("section");
    }

    /** The first sentence of all is large. */
    private static void paragraph(Html html, String paragraph, boolean isFirst) {
        Matcher end = SENTENCE_END.matcher(paragraph);
        int lead = !isFirst ? 0 : end.find() ? end.end() : paragraph.length();
        if (lead > 0) {
            html.line("p", paragraph.substring(0, lead).strip(), "class", "lead");
        }
        if (lead < paragraph.length()) {
            html.line("p", paragraph.substring(lead), "class", "words");
        }
    }

    /** A figure with its name, what stands below it and what it means. */
    private record Figure(String name, String value, String below, String meaning) {
    }

    private static void figures(Html html, Stored stored) {
        List<Figure> figures = stored.summary().allPoints() == 1 ? ofOnePoint(stored) : ofPoints(stored);
        if (figures.isEmpty()) {
            return;
        }
        html.line("h3", "Key figures", "id", "figures").open("dl", "class", "figures");
        for (Figure figure : figures) {
            html.open("div").element("dt", figure.name).element("dd", figure.value, "class", "value");
            if (!figure.below.isEmpty()) {
                html.element("dd", figure.below);
            }
            html.element("dd", figure.meaning, "class", "meaning").closeLine("div");
        }
        html.closeLine("dl");
    }

    private static List<Figure> ofOnePoint(Stored stored) {
        Map<String, String> meanings = stored.meanings();
        List<Figure> figures = new ArrayList<>();
        for (String measure : stored.printedMeasures()) {
            if (figures.size() < MOST_FIGURES) {
                figures.add(figure(measure, stored.summary().of(measure).get(0), meanings.getOrDefault(measure, "")));
            }
        }
        return figures;
    }

    private static Figure figure(String name, StoredSummary.Row row, String meaning) {
        String interval = Texts.interval(row.low(), row.high(), row.unit());
        return new Figure(name, Texts.value(row.mean(), row.unit()),
                (interval.isEmpty() ? "" : "95 % interval " + interval + ", ") + "n\u00A0" + row.n(), meaning);
    }

    /** The baseline and the ends of the first printed measure, unless there are more points than are read. */
    private static List<Figure> ofPoints(Stored stored) {
        List<String> printed = stored.printedMeasures();
        boolean isNamed = stored.answer().map(answer -> answer.firstWords().stream().anyMatch(printed::contains)).orElse(true);
        if (printed.isEmpty() || !isNamed || stored.summary().allPoints() > StoredSummary.MOST_POINTS) {
            return List.of();
        }
        String measure = printed.get(0);
        List<StoredSummary.Row> rows = stored.summary().of(measure).stream().filter(row -> !Double.isNaN(row.mean())).toList();
        List<Figure> figures = new ArrayList<>();
        Comparator<StoredSummary.Row> byMean = Comparator.comparingDouble(StoredSummary.Row::mean);
        boolean compared = rows.stream().anyMatch(StoredSummary.Row::hasDifference);
        if (compared) {
            rows.stream().filter(row -> !row.hasDifference()).findFirst()
                    .ifPresent(row -> figures.add(figure(measure + " at the baseline", row, row.point())));
        }
        rows.stream().min(byMean).ifPresent(row -> figures.add(figure(measure + ", lowest", row, row.point())));
        rows.stream().max(byMean).ifPresent(row -> figures.add(figure(measure + ", highest", row, row.point())));
        return figures;
    }
}
