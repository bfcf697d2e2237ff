package firesale.gui;

import javax.swing.JMenu;

/** What everything means. */
final class HelpMenu {

    private static final String KEYS = """
            Space: play, or pause
            Right arrow: pause, or one week on
            Ctrl+O: open an experiment
            Ctrl+R: replay a run of a runs.csv
            Ctrl+S: save what is watched as an experiment
            Ctrl+Q: quit

            They work in all windows, except in fields and lists that need the key themselves.
            Point at anything in the market map or the debt network to see what it is; click on it for all its figures, in \
            the console's \
            tab Inspectors.
            """;
    private static final String MASON = """
            The schedule, the console, the displays and the inspectors are MASON's, version 18: a simulation library in Java \
            by Sean Luke, \
            Gabriel Catalin Balan, Liviu Panait, Claudio Cioffi-Revilla, Sean Paus, Keith Sullivan, Daniel Kuebrich and others, \
            George Mason University's Evolutionary Computation Laboratory and Center for Social Complexity.

            https://cs.gmu.edu/~eclab/projects/mason/

            Charts are drawn by JFreeChart.
            """;

    private final FireSaleConsole console;
    private final Dialogs dialogs;

    HelpMenu(FireSaleConsole console, Dialogs dialogs) {
        this.console = console;
        this.dialogs = dialogs;
    }

    JMenu menu() {
        JMenu menu = Items.menu("Help", 'H');
        menu.add(Items.item("What the windows show", "help", () -> console.getTabPane().setSelectedIndex(console.getTabPane()
                .indexOfTab("About"))));
        menu.add(Items.item("Keyboard shortcuts", "shortcuts", () -> dialogs.inform("Keyboard shortcuts", KEYS)));
        menu.add(Items.item("About MASON", "about-mason", () -> dialogs.inform("About MASON", MASON)));
        return menu;
    }
}
