package firesale.gui;

import firesale.experiment.store.DurableFiles;
import firesale.kernel.parameters.InputException;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Questions and messages over the console; on the event thread. */
final class Dialogs {

    private static final int COLUMNS = 56;
    private static final int MOST_ROWS = 14;

    private final JFrame parent;
    private File folder = new File("").getAbsoluteFile();

    Dialogs(JFrame parent) {
        this.parent = parent;
    }

    /** Something that reads or writes files. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException;
    }

    /** Does something; what is wrong with a file is shown, not thrown. */
    void attempt(String title, Task task) {
        try {
            task.run();
        } catch (InputException e) {
            error(title, e.getMessage());
        } catch (IOException e) {
            error(title, DurableFiles.reason(e));
        }
    }

    /** Says what is wrong. */
    void error(String title, String message) {
        show(title, text(message), JOptionPane.ERROR_MESSAGE);
    }

    /** Says something. */
    void inform(String title, String message) {
        show(title, text(message), JOptionPane.INFORMATION_MESSAGE);
    }

    /** Says what has failed, with the calls that led there for whoever mends it. */
    void failure(String title, String message, Throwable failure) {
        JTextArea calls = new JTextArea(Failures.trace(failure), 8, COLUMNS);
        calls.setEditable(false);
        calls.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 11));
        calls.setCaretPosition(0);
        JPanel both = new JPanel(new BorderLayout(0, 8));
        both.add(text(message), BorderLayout.CENTER);
        both.add(new JScrollPane(calls), BorderLayout.SOUTH);
        show(title, both, JOptionPane.ERROR_MESSAGE);
    }

    private void show(String title, Component content, int kind) {
        JOptionPane pane = new JOptionPane(content, kind);
        JDialog dialog = pane.createDialog(parent, title);
        dialog.setName("message");
        dialog.setVisible(true);
        dialog.dispose();
    }

    private static Component text(String message) {
        JTextArea text = new JTextArea(message);
        text.setName("message-text");
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        text.setBackground(new Color(0, true));
        text.setColumns(COLUMNS);
        // as high as the lines need when they are wrapped
        text.setSize(text.getPreferredSize().width, Short.MAX_VALUE);
        Dimension size = text.getPreferredSize();
        int line = text.getFontMetrics(text.getFont()).getHeight();
        if (size.height <= MOST_ROWS * line) {
            return text;
        }
        JScrollPane scroll = new JScrollPane(text);
        scroll.setPreferredSize(new Dimension(size.width + 24, MOST_ROWS * line));
        text.setCaretPosition(0);
        return scroll;
    }

    /** Asks before something is lost. */
    boolean confirm(String title, String question, String yes) {
        Object[] answers = {yes, "Cancel"};
        JOptionPane pane = new JOptionPane(text(question), JOptionPane.QUESTION_MESSAGE, JOptionPane.OK_CANCEL_OPTION, null,
                answers, answers[1]);
        JDialog dialog = pane.createDialog(parent, title);
        dialog.setName("question");
        dialog.setVisible(true);
        dialog.dispose();
        return yes.equals(pane.getValue());
    }

    /** Asks something with fields; whether it was answered with OK. */
    boolean ask(String title, String name, Component content) {
        JOptionPane pane = new JOptionPane(content, JOptionPane.PLAIN_MESSAGE, JOptionPane.OK_CANCEL_OPTION);
        JDialog dialog = pane.createDialog(parent, title);
        dialog.setName(name);
        dialog.setResizable(true);
        dialog.setVisible(true);
        dialog.dispose();
        return Integer.valueOf(JOptionPane.OK_OPTION).equals(pane.getValue());
    }

    /** A file that is there. */
    Optional<Path> open(String title, String kind, String... endings) {
        JFileChooser chooser = chooser(title, JFileChooser.FILES_ONLY, kind, endings);
        return chosen(chooser, chooser.showOpenDialog(parent));
    }

    /** A file that is there, or a folder. */
    Optional<Path> openFileOrFolder(String title, String kind, String... endings) {
        JFileChooser chooser = chooser(title, JFileChooser.FILES_AND_DIRECTORIES, kind, endings);
        return chosen(chooser, chooser.showOpenDialog(parent));
    }

    /** A folder to write into. */
    Optional<Path> folder(String title) {
        JFileChooser chooser = chooser(title, JFileChooser.DIRECTORIES_ONLY, "");
        return chosen(chooser, chooser.showDialog(parent, "Choose"));
    }

    /** A file to be written; somebody has agreed if it is there already. Without an ending it gets the first of these. */
    Optional<Path> save(String title, String proposed, String kind, String... endings) {
        JFileChooser chooser = chooser(title, JFileChooser.FILES_ONLY, kind, endings);
        chooser.setSelectedFile(new File(folder, proposed));
        Optional<Path> chosen = chosen(chooser, chooser.showSaveDialog(parent)).map(path -> path.getFileName().toString()
                .contains(".") ? path
                : path.resolveSibling(path.getFileName() + "." + endings[0]));
        return chosen.filter(path -> !Files.exists(path) || confirm(title, path + " is there already. Overwrite it?",
                "Overwrite"));
    }

    private JFileChooser chooser(String title, int mode, String kind, String... endings) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setName("chooser");
        chooser.setDialogTitle(title);
        chooser.setFileSelectionMode(mode);
        if (endings.length > 0) {
            chooser.setFileFilter(new FileNameExtensionFilter(kind, endings));
        }
        return chooser;
    }

    private Optional<Path> chosen(JFileChooser chooser, int answer) {
        if (answer != JFileChooser.APPROVE_OPTION || chooser.getSelectedFile() == null) {
            return Optional.empty();
        }
        folder = chooser.getCurrentDirectory();
        return Optional.of(chooser.getSelectedFile().toPath());
    }

    /** Takes down whatever is still asked or said. */
    void close() {
        for (Window window : parent.getOwnedWindows()) {
            window.dispose();
        }
    }
}
