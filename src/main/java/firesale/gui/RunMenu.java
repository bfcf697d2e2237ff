package firesale.gui;

import java.awt.FlowLayout;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JPanel;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

/** How time goes on. */
final class RunMenu {

    private static final int SECOND_MILLIS = 1000;
    private static final int MOST_WEEKS = 100_000;
    private static final int SOON = 26;

    private final FireSaleConsole console;
    private final Attendant attendant;
    private final Dialogs dialogs;

    RunMenu(FireSaleConsole console, Attendant attendant, Dialogs dialogs) {
        this.console = console;
        this.attendant = attendant;
        this.dialogs = dialogs;
    }

    JMenu menu() {
        JMenu menu = Items.menu("Run", 'R');
        menu.add(Items.item("Play or pause    (space)", "play", console::playOrPause));
        menu.add(Items.item("Step one week    (right arrow)", "step", console::stepOnce));
        menu.add(Items.item("Stop", "stop", console::pressStop));
        menu.addSeparator();
        ButtonGroup speeds = new ButtonGroup();
        for (int weeks : new int[] {1, 3, 7, 15}) {
            speed(menu, speeds, weeks + (weeks == 1 ? " week" : " weeks") + " a second", "speed-" + weeks, SECOND_MILLIS / weeks);
        }
        speed(menu, speeds, "As fast as it goes", "speed-fastest", 0);
        JCheckBoxMenuItem lingers = new JCheckBoxMenuItem("Stay longer where something happens", attendant.lingers());
        menu.add(Items.named(lingers, "linger", () -> attendant.linger(lingers.isSelected())));
        menu.addSeparator();
        menu.add(Items.item("Pause at week...", "pause-at-week", this::pauseAtWeek));
        menu.add(Items.item("Pause at the next default", "pause-at-default", () -> pause(new PauseRule.NextDefault(),
                "the next default")));
        menu.add(Items.item("Pause at the next funding squeeze", "pause-at-squeeze",
                () -> pause(new PauseRule.NextSqueeze(), "the beginning of the next funding squeeze")));
        menu.add(Items.item("Pause at the next sale", "pause-at-sale", () -> pause(new PauseRule.NextSale(),
                "the next sale of seized GPUs")));
        return menu;
    }

    private void speed(JMenu menu, ButtonGroup speeds, String text, String name, int sleepMillis) {
        JRadioButtonMenuItem item = Items.named(new JRadioButtonMenuItem(text), name, () -> console.setPlaySleep(sleepMillis));
        item.setSelected(console.chosenPlaySleep() == sleepMillis);
        speeds.add(item);
        menu.add(item);
    }

    private void pause(PauseRule rule, String when) {
        attendant.pauseAt(rule);
        console.say("Play will pause at " + when + ".");
    }

    private void pauseAtWeek() {
        JSpinner week = new JSpinner(new SpinnerNumberModel(SOON, 0, MOST_WEEKS, 1));
        week.setName("week");
        JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
        line.add(new JLabel("Pause when this week is over (weeks since the start, from 0):"));
        line.add(week);
        if (dialogs.ask("Pause at week", "pause-week", line)) {
            pause(new PauseRule.AtWeek((int) week.getValue()), "the end of week " + week.getValue());
        }
    }
}
