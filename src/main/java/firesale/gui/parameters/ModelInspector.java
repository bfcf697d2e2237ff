package firesale.gui.parameters;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.Scalars;
import firesale.model.ModelParameters;
import firesale.report.Palette;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import sim.portrayal.Inspector;

/**
 * All parameters of the run that is watched, to be looked for, read about and changed; the model's seed above them. A change is
 * carried out in the background; a line at the bottom says what became of it.
 */
public final class ModelInspector extends Inspector implements Scrollable {

    private static final long serialVersionUID = 1L;
    private static final int TYPING_MILLISECONDS = 200;
    private static final int PATIENCE_MILLISECONDS = 500;
    /** So many rows are made in a moment. */
    private static final int MOST_FOUND = 30;
    private static final int MORE = 60;
    /** The heading over parameters that are in no group. */
    private static final String OTHERS = "others";
    private static final Color REFUSED = new Color(0xB3261E);

    private final transient Adjustable run;
    private final transient Changes changes;
    private final transient TextEditor seed;
    private final JTextField search = new JTextField();
    private final JCheckBox changedOnly = new JCheckBox("changed only");
    private final JButton resetAll = new JButton();
    private final JScrollPane list = new JScrollPane(ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    private final JLabel focused = new JLabel(" ");
    private final Wrapped description = new Wrapped("description", 6);
    private final Wrapped status = new Wrapped("status", 3);
    private final Timer typing = new Timer(TYPING_MILLISECONDS, e -> find(MOST_FOUND));
    private final Timer waiting = new Timer(PATIENCE_MILLISECONDS, e -> sayIfBusy());
    private final transient List<ParameterRow> rows = new ArrayList<>();
    private final transient List<ParameterRow> foundRows = new ArrayList<>();
    private final transient Map<Fold, ParameterGroup> folds = new LinkedHashMap<>();
    private Column all;
    private transient Setup given;
    /** What the controls show: what holds, and what has been chosen since. */
    private transient Setup wanted;
    private transient Map<String, String> givenTexts;
    private transient Map<String, String> texts;

    /** An inspector of a run's parameters. */
    public ModelInspector(Adjustable run) {
        this.run = run;
        this.changes = new Changes(run, result -> SwingUtilities.invokeLater(() -> done(result)));
        this.seed = new TextEditor("seed", this::chooseSeed);
        setTitle("Model");
        setVolatile(false);
        setLayout(new BorderLayout());
        typing.setRepeats(false);
        waiting.setRepeats(false);
        list.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, Palette.GRID));
        list.setName("parameters");
        add(head(), BorderLayout.NORTH);
        add(list, BorderLayout.CENTER);
        add(foot(), BorderLayout.SOUTH);
        refresh();
    }

    private JPanel head() {
        JButton next = new JButton("Next seed");
        next.setName("next seed");
        next.setMargin(new Insets(1, 6, 1, 6));
        next.setToolTipText("The same parameters with the next seed: another run");
        next.addActionListener(e -> adjust(wanted.with(wanted.seed() + 1)));
        seed.component().setToolTipText(
                "The model's seed, any whole number of 64 bits: the same seed and parameters give the same run");
        JPanel seedRow = new JPanel(new BorderLayout(6, 0));
        seedRow.add(new JLabel("Seed"), BorderLayout.WEST);
        seedRow.add(seed.component(), BorderLayout.CENTER);
        seedRow.add(next, BorderLayout.EAST);
        search.setName("search");
        search.putClientProperty("JTextField.showClearButton", true);
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                typing.restart();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                typing.restart();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                typing.restart();
            }
        });
        search.addActionListener(e -> find(MOST_FOUND));
        changedOnly.setName("changed only");
        changedOnly.setToolTipText("Only parameters that are not as the run's file gave them");
        changedOnly.addActionListener(e -> find(MOST_FOUND));
        resetAll.setName("reset all");
        resetAll.setMargin(new Insets(1, 6, 1, 6));
        resetAll.setToolTipText("Every parameter as the run's file gave it");
        resetAll.addActionListener(e -> adjust(wanted.with(given.parameters())));
        JPanel switches = new JPanel(new BorderLayout());
        switches.add(changedOnly, BorderLayout.WEST);
        switches.add(resetAll, BorderLayout.EAST);
        JPanel head = new JPanel();
        head.setLayout(new BoxLayout(head, BoxLayout.Y_AXIS));
        head.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
        head.add(seedRow);
        head.add(Box.createVerticalStrut(4));
        head.add(search);
        head.add(switches);
        return head;
    }

    private JPanel foot() {
        focused.setName("focused");
        focused.setFont(focused.getFont().deriveFont(Font.BOLD));
        description.say("Point at a parameter to read what it means, or click it: then it stands here.", Palette.FAINT_INK);
        status.say("A change takes effect from the first week: a run under way is computed again.", Palette.FAINT_INK);
        JScrollPane told = new JScrollPane(description, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        told.setBorder(null);
        JPanel state = new JPanel(new BorderLayout());
        state.setBorder(BorderFactory.createCompoundBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.GRID),
                BorderFactory.createEmptyBorder(3, 0, 3, 0)));
        state.add(status, BorderLayout.CENTER);
        JPanel foot = new JPanel(new BorderLayout());
        foot.setBorder(BorderFactory.createEmptyBorder(4, 6, 0, 6));
        foot.add(focused, BorderLayout.NORTH);
        foot.add(told, BorderLayout.CENTER);
        foot.add(state, BorderLayout.SOUTH);
        return foot;
    }

    /**
     * Shows what holds now: after another run was loaded, or the seed or a parameter changed elsewhere. For the event thread.
     */
    public void refresh() {
        wanted = run.current();
        if (given != run.given()) {
            given = run.given();
            givenTexts = ParameterChange.texts(given.parameters());
            texts = ParameterChange.texts(wanted.parameters());
            build();
            find(MOST_FOUND);
        }
        show(ParameterChange.texts(wanted.parameters()));
    }

    @Override
    public void updateInspector() {
        if (!changes.isBusy()) {
            refresh();
        }
    }

    private void build() {
        Set<String> open = new LinkedHashSet<>();
        folds.forEach((fold, group) -> {
            if (fold.isOpen()) {
                open.add(group.path());
            }
        });
        boolean isFirst = folds.isEmpty();
        folds.clear();
        rows.clear();
        all = new Column();
        ParameterGroup mostUsed = new ParameterGroup("", MostUsed.PATHS, List.of());
        Fold first = new Fold(all, "most used", column -> fill(column, mostUsed, rows));
        first.setText("most used");
        first.open(true);
        addGroups(all, ParameterGroup.of(texts.keySet()), isFirst ? Set.of() : open);
    }

    private void addGroups(Column column, ParameterGroup group, Set<String> open) {
        for (ParameterGroup smaller : group.groups()) {
            Fold fold = new Fold(column, smaller.path(), within -> {
                fill(within, smaller, rows);
                addGroups(within, smaller, open);
            });
            folds.put(fold, smaller);
            fold.setText(heading(smaller, changed()));
            fold.open(open.contains(smaller.path()));
        }
        if (group.path().isEmpty()) {
            ParameterGroup others = new ParameterGroup("", group.own(), List.of());
            Fold fold = new Fold(column, OTHERS, within -> fill(within, others, rows));
            folds.put(fold, others);
            fold.setText(heading(others, changed()));
            fold.open(open.contains(others.path()));
        }
    }

    private void fill(Column column, ParameterGroup group, List<ParameterRow> register) {
        for (String path : group.own()) {
            ParameterRow row = row(path, group.nameOf(path));
            register.add(row);
            column.add(row);
        }
    }

    private ParameterRow row(String path, String label) {
        ParameterRow row = new ParameterRow(ParameterChange.parameter(path), label, givenTexts.getOrDefault(path, ""),
                text -> choose(path, text), this::describe);
        row.show(texts.get(path));
        return row;
    }

    private static String heading(ParameterGroup group, Set<String> changed) {
        long here = group.count(changed);
        String name = group.path().isEmpty() ? OTHERS : group.name();
        return name + "  ·  " + group.all().count() + (here == 0 ? "" : ", " + here + " changed");
    }

    /** The paths whose values are not those that the run's file gave. */
    private Set<String> changed() {
        Set<String> changed = new LinkedHashSet<>();
        texts.forEach((path, text) -> {
            if (!text.equals(givenTexts.get(path))) {
                changed.add(path);
            }
        });
        return changed;
    }

    private void find(int most) {
        typing.stop();
        ParameterSearch words = new ParameterSearch(search.getText());
        foundRows.clear();
        if (words.isEmpty() && !changedOnly.isSelected()) {
            list.setViewportView(all);
            return;
        }
        List<String> found = (changedOnly.isSelected() ? changed() : texts.keySet()).stream().filter(words).toList();
        Column column = new Column();
        JLabel count = new JLabel(found.isEmpty() ? "no parameter"
                : found.size() == 1 ? "1 parameter" : found.size() + " parameters");
        count.setName("found");
        count.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
        column.add(count);
        fill(column, new ParameterGroup("", found.subList(0, Math.min(most, found.size())), List.of()), foundRows);
        if (found.size() > most) {
            JButton more = new JButton("Show more; " + (found.size() - most) + " are left");
            more.setName("more");
            more.addActionListener(e -> find(most + MORE));
            column.add(more);
        }
        list.setViewportView(column);
    }

    private void describe(Parameter parameter) {
        focused.setText(parameter.path());
        description.say(Description.text(parameter, givenTexts.getOrDefault(parameter.path(), "")), Palette.INK);
    }

    private boolean choose(String path, String text) {
        try {
            ModelParameters bound = ParameterChange.bind(wanted.parameters(), path, text);
            if (ParameterChange.text(bound, path).equals(texts.get(path))) {
                show(texts);
            } else {
                adjust(wanted.with(bound));
            }
            return true;
        } catch (InputException e) {
            refuse(e.getMessage());
            return false;
        }
    }

    /** Changes the model's seed, as if it had been typed here. */
    public void choose(long otherSeed) {
        if (otherSeed != wanted.seed()) {
            adjust(wanted.with(otherSeed));
        }
    }

    private boolean chooseSeed(String text) {
        try {
            choose(Scalars.whole(text));
            return true;
        } catch (IllegalArgumentException e) {
            refuse("seed: expected a whole number, but found \"" + text + "\""
                    + (e.getMessage().isEmpty() ? "" : "; " + e.getMessage()));
            return false;
        }
    }

    private void adjust(Setup other) {
        wanted = other;
        changes.want(given, wanted);
        waiting.restart();
        show(ParameterChange.texts(wanted.parameters()));
    }

    private void sayIfBusy() {
        if (changes.isBusy()) {
            status.say("Computing the run again …", Palette.FAINT_INK);
        }
    }

    private void done(Changes.Result result) {
        if (result.isRefused()) {
            refuse(result.text());
        } else {
            status.say(result.text(), Palette.INK);
        }
        updateInspector();
    }

    private void refuse(String message) {
        status.say("Refused: " + message, REFUSED);
    }

    private void show(Map<String, String> others) {
        texts = others;
        seed.show(Long.toString(wanted.seed()));
        for (ParameterRow row : rows) {
            row.show(texts.get(row.path()));
        }
        for (ParameterRow row : foundRows) {
            row.show(texts.get(row.path()));
        }
        Set<String> changed = changed();
        folds.forEach((fold, group) -> fold.setText(heading(group, changed)));
        resetAll.setEnabled(!changed.isEmpty());
        resetAll.setText(changed.isEmpty() ? "Reset all" : "Reset all (" + changed.size() + ")");
        search.putClientProperty("JTextField.placeholderText", "Search " + texts.size() + " parameters by name or meaning");
    }

    /** Abandons what is under way in the background. */
    public void close() {
        typing.stop();
        waiting.stop();
        changes.close();
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return 1;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return 1;
    }

    /** Always as large as the place that it has: only the list of parameters scrolls. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return true;
    }
}
