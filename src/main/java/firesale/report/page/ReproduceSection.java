package firesale.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** How to get the same numbers again, and how to cite them. */
final class ReproduceSection {

    private static final int BUFFER = 1 << 16;
    /** A name that a shell takes as it stands. */
    private static final Pattern SAFE = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private ReproduceSection() {
    }

    static void write(Html html, Stored stored, Citation citation) throws IOException {
        html.open("section", "id", "reproduce", "aria-labelledby", "reproduce-title")
                .line("h2", "How to reproduce this", "id", "reproduce-title");
        if (stored.experiment().isPresent()) {
            html.open("p").text("Save the text below as ").element("code", "experiment.yaml")
                    .text(". It needs no other experiment file; input files that it names are looked for beside it, by the paths "
                            + "given. Then:").closeLine("p");
            html.line("pre", "firesale run experiment.yaml --out again", "class", "command", "tabindex", "0");
        } else {
            html.open("p").text("The folder has no experiment.yaml. Run the experiment's own file with the same version: ")
                    .closeLine("p");
            String name = SAFE.matcher(stored.name()).matches() ? stored.name() : "FILE";
            html.line("pre", "firesale run experiments/" + name + ".yaml --out again", "class", "command", "tabindex", "0");
        }
        facts(html, stored, citation);
        hashes(html, stored);
        stored.experiment().ifPresent(text -> html.open("details").element("summary", "The experiment file, to be copied")
                .element("pre", text, "class", "copy", "tabindex", "0").closeLine("details"));
        html.line("h3", "How to cite").open("p", "class", "cite").text(citation.sentence()).closeLine("p");
        html.line("p", "Cite the version and the experiment file that you ran.");
        html.closeLine("section");
    }

    private static void facts(Html html, Stored stored, Citation citation) {
        html.open("dl", "class", "facts");
        fact(html, "Page written by", "Firesale " + citation.version());
        stored.plan().ifPresentOrElse(plan -> {
            fact(html, "Code identity", plan.value("code")
                    + " (a hash of the classes that make the numbers; another stands for other code)");
            fact(html, "Kind of analysis", plan.value("kind"));
            fact(html, "Seed", plan.value("seed"));
            fact(html, "Replications", plan.value("replications"));
            fact(html, "Runs", Texts.count(plan.runs()));
        }, () -> stored.answer().filter(answer -> !answer.plan().isEmpty())
                .ifPresent(answer -> fact(html, "Plan", answer.plan())));
        html.closeLine("dl");
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).closeLine("div");
    }

    private static void hashes(Html html, Stored stored) throws IOException {
        // not the Parquet files: they hold the rows of the CSV files, and may still be in the making
        List<String> files = new ArrayList<>(List.of("summary.csv", "runs.csv"));
        files.addAll(AnalysisSection.files(stored));
        files.removeIf(file -> !stored.has(file));
        if (files.isEmpty()) {
            return;
        }
        html.line("p", "The same version gives the same bytes, with any number of threads, interrupted or not:");
        PageTable table = PageTable.open(html, "SHA-256 of the tables", List.of("File", "SHA-256"), List.of(false, false));
        for (String file : files) {
            table.row("hash", List.of(file, sha256(stored.folder().resolve(file))));
        }
        table.close();
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
