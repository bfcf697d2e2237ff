package firesale.gui;

import firesale.report.Palette;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** The last line of the console: what has just happened, or what is wrong. May be told on any thread. */
final class StatusLine extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final Color QUIET = new Color(0xF4F4F4);
    private static final Color LOUD = new Color(0xFFF0DC);
    private static final int ROWS = 3;

    private final JLabel sign = new JLabel();
    private final JTextArea text = new JTextArea(ROWS, 10);

    StatusLine() {
        super(new BorderLayout(6, 0));
        setName("status-line");
        setBorder(BorderFactory.createCompoundBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.AXIS),
                BorderFactory.createEmptyBorder(4, 6, 4, 6)));
        sign.setFont(sign.getFont().deriveFont(Font.BOLD));
        sign.setVerticalAlignment(JLabel.TOP);
        text.setName("status");
        text.setEditable(false);
        text.setFocusable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        text.setBorder(null);
        text.setFont(sign.getFont().deriveFont(Font.PLAIN));
        add(sign, BorderLayout.WEST);
        add(text, BorderLayout.CENTER);
        show(" ", "", QUIET);
    }

    void say(String message) {
        EventQueue.invokeLater(() -> show(message, "", QUIET));
    }

    void warn(String message) {
        EventQueue.invokeLater(() -> show(message, "!", LOUD));
    }

    private void show(String message, String mark, Color ground) {
        text.setText(message);
        text.setToolTipText(message.isBlank() ? null : message);
        text.getAccessibleContext().setAccessibleDescription(message);
        sign.setText(mark);
        sign.setForeground(Palette.VERMILION);
        setBackground(ground);
    }
}
