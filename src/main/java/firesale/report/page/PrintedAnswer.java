package firesale.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The printed summary of a result folder, taken apart.
 *
 * @param name     the experiment's name
 * @param question what it answers; may be empty
 * @param plan     its size in words: {@code 100 replications, seed 1}; may be empty
 * @param words    the answer's paragraphs, each a list of lines
 * @param tables   its tables
 * @param notes    what stands after the last table: how intervals were made, which runs failed
 * @param text     all of it as printed
 */
record PrintedAnswer(String name, String question, String plan, List<List<String>> words, List<PrintedTable> tables,
        List<List<String>> notes, String text) {

    private static final String FENCE = "```\n";
    private static final Pattern PLAN = Pattern.compile("(\\d+ points, )?\\d+ replications?, seed -?\\d+");
    private static final Pattern COLUMNS = Pattern.compile("\\S {2,}\\S");

    PrintedAnswer {
        words = List.copyOf(words);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** Reads {@code summary.txt}, or {@code answer.md}, which holds the same; empty if there is neither. */
    static Optional<PrintedAnswer> read(Path folder) throws IOException {
        Path answer = folder.resolve("answer.md");
        Path printed = folder.resolve("summary.txt");
        if (Files.isRegularFile(answer)) {
            String markdown = Files.readString(answer, StandardCharsets.UTF_8).replace("\r\n", "\n");
            int start = markdown.indexOf(FENCE);
            int end = markdown.lastIndexOf("\n" + FENCE);
            if (start >= 0 && end >= start) {
                return Optional.of(of(markdown.substring(start + FENCE.length(), end + 1)));
            }
        }
        return Files.isRegularFile(printed) ? Optional.of(of(Files.readString(printed, StandardCharsets.UTF_8).replace("\r\n",
                "\n")))
                : Optional.empty();
    }

    /** Takes a printed summary apart: blocks between empty lines, the first of them the head. */
    static PrintedAnswer of(String text) {
        List<List<String>> blocks = new ArrayList<>();
        for (String block : text.split("\n\\s*\n")) {
            if (!block.isBlank()) {
                blocks.add(block.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList());
            }
        }
        List<String> head = blocks.isEmpty() ? List.of("") : blocks.remove(0);
        int planFrom = 1;
        while (planFrom < head.size() && !PLAN.matcher(head.get(planFrom)).matches()) {
            planFrom++;
        }
        String question = String.join(" ", head.subList(1, Math.max(1, planFrom))).strip();
        String plan = planFrom < head.size() ? String.join("; ", head.subList(planFrom, head.size())) : "";
        List<List<String>> words = new ArrayList<>();
        List<List<String>> notes = new ArrayList<>();
        List<PrintedTable> tables = new ArrayList<>();
        boolean isAfterTables = false;
        for (List<String> block : blocks) {
            if (isTable(block)) {
                isAfterTables = true;
                // sentences between tables belong to the answer: there is one for each measure
                notes.stream().filter(note -> note.size() > 1 && note.get(note.size() - 1).endsWith(".")).forEach(words::add);
                notes.clear();
                PrintedTable.of(block).ifPresent(tables::add);
            } else {
                (isAfterTables ? notes : words).add(block);
            }
        }
        return new PrintedAnswer(head.get(0).strip(), question, plan, words, tables, notes, text);
    }

    private static boolean isTable(List<String> block) {
        return block.stream().filter(line -> COLUMNS.matcher(line).find()).count() * 2 >= block.size();
    }

    /** The first words of all lines: measures that are printed are among them. */
    Set<String> firstWords() {
        Set<String> words = new LinkedHashSet<>();
        text.lines().filter(line -> COLUMNS.matcher(line).find()).forEach(line -> words.add(line.split("\\s", 2)[0]));
        return words;
    }

    /** The answer as paragraphs: one starts with each block, and where a point's name and a colon begin a line. */
    List<String> paragraphs(Set<String> points) {
        return joined(words, points);
    }

    /** The notes as paragraphs. */
    List<String> remarks() {
        return joined(notes, Set.of());
    }

    private static List<String> joined(List<List<String>> blocks, Set<String> points) {
        List<String> paragraphs = new ArrayList<>();
        for (List<String> block : blocks) {
            StringBuilder paragraph = new StringBuilder();
            for (String line : block) {
                int colon = line.indexOf(": ");
                if (paragraph.length() > 0 && colon > 0 && points.contains(line.substring(0, colon))) {
                    paragraphs.add(paragraph.toString());
                    paragraph.setLength(0);
                }
                paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
            }
            paragraphs.add(paragraph.toString());
        }
        return List.copyOf(paragraphs);
    }
}
