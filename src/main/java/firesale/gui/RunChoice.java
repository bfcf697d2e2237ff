package firesale.gui;

import firesale.experiment.PlannedRuns;
import firesale.experiment.Point;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SpinnerNumberModel;
import javax.swing.table.AbstractTableModel;

/** A choice among the runs of an experiment: a number, and a table of points and seeds to find one's way in. */
final class RunChoice extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = Integer.MAX_VALUE / 64;

    private final transient PlannedRuns runs;
    private final boolean isOfPoints;
    private final JSpinner number;
    private final JTable table;

    private RunChoice(PlannedRuns runs, boolean isOfPoints, long last) {
        super(new BorderLayout(0, 8));
        this.runs = runs;
        this.isOfPoints = isOfPoints;
        this.number = new JSpinner(new SpinnerNumberModel(0, 0, (int) Math.min(MOST_ROWS, last), 1));
        number.setName("number");
        JSpinner.NumberEditor plain = new JSpinner.NumberEditor(number, "0");
        plain.getTextField().setColumns(10);
        plain.getTextField().setName("number-text");
        number.setEditor(plain);
        this.table = new JTable(new Rows(runs, isOfPoints, (int) Math.min(MOST_ROWS, isOfPoints ? runs.points().size() - 1
                : last) + 1));
        table.setName("runs");
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setRowSelectionInterval(0, 0);
        table.getColumnModel().getColumn(0).setMaxWidth(80);
        JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
        line.add(new JLabel(isOfPoints ? "Replication, from 0:" : "Run, 0 to " + last + ":"));
        line.add(number);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setPreferredSize(new Dimension(640, 240));
        add(new JLabel(isOfPoints ? "The experiment has " + runs.points().size() + " points; choose one." : runs.experiment()
                .question()),
                BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        add(line, BorderLayout.SOUTH);
        if (!isOfPoints) {
            follow();
        }
    }

    /** A choice of a point and a replication. */
    static RunChoice ofPoints(PlannedRuns runs) {
        return new RunChoice(runs, true, Integer.MAX_VALUE);
    }

    /** A choice of a run by its number. */
    static RunChoice ofRuns(PlannedRuns runs, long last) {
        return new RunChoice(runs, false, last);
    }

    /** The number and the row say the same. */
    private void follow() {
        number.addChangeListener(event -> {
            int row = (int) number.getValue();
            if (row != table.getSelectedRow()) {
                table.setRowSelectionInterval(row, row);
                table.scrollRectToVisible(table.getCellRect(row, 0, true));
            }
        });
        table.getSelectionModel().addListSelectionListener(event -> {
            if (table.getSelectedRow() >= 0) {
                number.setValue(table.getSelectedRow());
            }
        });
    }

    long run() {
        return (int) number.getValue();
    }

    Point point() {
        return isOfPoints ? runs.points().get(Math.max(0, table.getSelectedRow())) : runs.point(run());
    }

    int replication() {
        return isOfPoints ? (int) number.getValue() : runs.replication(run());
    }

    private static final class Rows extends AbstractTableModel {

        private static final long serialVersionUID = 1L;

        private final transient PlannedRuns runs;
        private final List<String> columns;
        private final boolean isOfPoints;
        private final int count;

        Rows(PlannedRuns runs, boolean isOfPoints, int count) {
            this.runs = runs;
            this.isOfPoints = isOfPoints;
            this.count = count;
            this.columns = isOfPoints ? List.of("point", "id", "what varies") : List.of("run", "point", "replication", "seed");
        }

        @Override
        public int getRowCount() {
            return count;
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public String getColumnName(int column) {
            return columns.get(column);
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return getValueAt(0, column).getClass();
        }

        @Override
        public Object getValueAt(int row, int column) {
            if (isOfPoints) {
                Point point = runs.points().get(row);
                return column == 0 ? row : column == 1 ? point.id() : point.varied().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
            }
            return switch (column) {
                case 0 -> row;
                case 1 -> runs.point(row).id();
                case 2 -> runs.replication(row);
                default -> runs.seed(runs.replication(row));
            };
        }
    }
}
