package firesale.gui.parameters;

import firesale.kernel.parameters.Parameter;
import firesale.report.Palette;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * One parameter in the inspector: its name, what changes it, its unit, and a button that brings back the value that the run's file
 * gave. In a narrow window the control stands under the name.
 */
final class ParameterRow extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int WIDE = 560;
    private static final int GAP = 6;
    private static final int UNIT = 90;

    private final String path;
    private final transient Editor editor;
    private final JLabel name;
    private final JLabel unit;
    private final JButton reset = new JButton("reset");
    private final String given;

    /**
     * @param label   how it is called where it stands
     * @param given   the text that the run's file gave
     * @param chosen  what to do with a text that somebody chose
     * @param focused told when somebody turns to the row
     */
    ParameterRow(Parameter parameter, String label, String given, Editor.Chosen chosen, Consumer<Parameter> focused) {
        super(null);
        this.path = parameter.path();
        this.given = given;
        this.editor = Editor.of(parameter, given, chosen);
        this.name = new JLabel(label);
        this.unit = new JLabel(Description.unit(parameter));
        String tip = Description.tip(parameter, given);
        setName(path + " row");
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 4));
        unit.setForeground(Palette.FAINT_INK);
        name.setToolTipText(tip);
        unit.setToolTipText(tip);
        reset.setName(path + " reset");
        reset.setMargin(new Insets(0, 4, 0, 4));
        reset.setFont(reset.getFont().deriveFont(11f));
        reset.setToolTipText("Back to " + given);
        reset.addActionListener(e -> chosen.take(given));
        FocusListener focus = new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                focused.accept(parameter);
            }
        };
        MouseAdapter press = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                focused.accept(parameter);
            }
        };
        name.addMouseListener(press);
        addMouseListener(press);
        add(name);
        add(unit);
        add(editor.component());
        add(reset);
        listen(editor.component(), tip, focus);
        show(given);
    }

    private static void listen(Component component, String tip, FocusListener focus) {
        component.addFocusListener(focus);
        if (component instanceof JComponent swing) {
            swing.setToolTipText(tip);
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                listen(child, tip, focus);
            }
        }
    }

    String path() {
        return path;
    }

    /** Shows a value that came about elsewhere. */
    void show(String text) {
        boolean isChanged = !text.equals(given);
        editor.show(text);
        reset.setVisible(isChanged);
        name.setFont(name.getFont().deriveFont(isChanged ? Font.BOLD : Font.PLAIN));
    }

    private boolean isOneLine(int width) {
        return width >= WIDE || editor.isSmall();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(200, height(getWidth()));
    }

    /** The height that it needs at a width. */
    int height(int width) {
        Insets insets = getInsets();
        int line = Math.max(name.getPreferredSize().height, reset.getPreferredSize().height);
        int control = editor.component().getPreferredSize().height;
        return insets.top + insets.bottom + (isOneLine(width) ? Math.max(line, control) : line + control + 1);
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }

    @Override
    public void doLayout() {
        Insets insets = getInsets();
        int left = insets.left;
        int right = getWidth() - insets.right;
        int line = Math.max(name.getPreferredSize().height, reset.getPreferredSize().height);
        int control = editor.component().getPreferredSize().height;
        boolean isOneLine = isOneLine(getWidth());
        int firstLine = isOneLine ? Math.max(line, control) : line;
        int resetWidth = reset.getPreferredSize().width;
        int top = insets.top;
        place(reset, right - resetWidth, top, resetWidth, firstLine);
        right -= reset.isVisible() || getWidth() >= WIDE ? resetWidth + GAP : 0;
        int nameEnd = right;
        if (getWidth() >= WIDE) {
            int middle = left + (int) ((right - left) * 0.45);
            int unitWidth = unit.getText().isEmpty() && !(editor instanceof NumberEditor) ? 0 : UNIT;
            place(unit, right - unitWidth, top, unitWidth, firstLine);
            int most = right - unitWidth - (unitWidth == 0 ? 0 : GAP) - middle;
            int width = editor.isSmall() ? Math.min(most, editor.component().getPreferredSize().width) : most;
            place(editor.component(), middle, top, width, firstLine);
            nameEnd = middle - GAP;
        } else if (isOneLine) {
            int width = editor.component().getPreferredSize().width;
            place(editor.component(), right - width, top, width, firstLine);
            nameEnd = right - width - GAP;
        } else {
            editor.component().setBounds(left + GAP, top + line + 1, getWidth() - insets.right - left - GAP, control);
            int nameWidth = Math.min(name.getPreferredSize().width, right - left);
            nameEnd = left + nameWidth;
            int unitLeft = nameEnd + 2 * GAP;
            place(unit, unitLeft, top, Math.max(0, Math.min(unit.getPreferredSize().width, right - unitLeft)), firstLine);
        }
        place(name, left, top, Math.max(0, nameEnd - left), firstLine);
    }

    private static void place(JComponent component, int x, int y, int width, int height) {
        int own = Math.min(height, component.getPreferredSize().height);
        component.setBounds(x, y + (height - own) / 2, width, own);
    }
}
