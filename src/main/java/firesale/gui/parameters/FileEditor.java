package firesale.gui.parameters;

import firesale.kernel.parameters.Scalars;
import java.awt.BorderLayout;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;

/** A file's name, typed or chosen. */
final class FileEditor implements Editor {

    private final JPanel panel = new JPanel(new BorderLayout(4, 0));
    private final TextEditor field;

    FileEditor(String name, Chosen chosen) {
        field = new TextEditor(name, chosen);
        JButton button = new JButton("Choose…");
        button.setName(name + " choose");
        button.addActionListener(e -> {
            JFileChooser chooser = new JFileChooser(Path.of("").toAbsolutePath().toFile());
            if (chooser.showOpenDialog(panel) == JFileChooser.APPROVE_OPTION) {
                chosen.take(text(chooser.getSelectedFile().toPath(), Path.of("").toAbsolutePath()));
            }
        });
        panel.setOpaque(false);
        panel.add(field.component(), BorderLayout.CENTER);
        panel.add(button, BorderLayout.EAST);
    }

    /** The name as it would be written: relative to the folder if the file is in it, and in quotes. */
    static String text(Path file, Path folder) {
        Path name = file.startsWith(folder) ? folder.relativize(file) : file;
        return Scalars.yaml(name.toString());
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public void show(String text) {
        field.show(text);
    }
}
