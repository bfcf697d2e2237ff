package firesale.gui;

import firesale.gui.view.View;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** Which windows are shown, and pictures of them. */
final class ViewMenu {

    /** What is exported week by week. */
    private static final Set<String> WEEKLY = Set.of("market-map", "debt-network", "auction");

    private final FireSaleConsole console;
    private final List<View> views;
    private final Attendant attendant;
    private final Dialogs dialogs;
    private final JCheckBoxMenuItem frames;

    ViewMenu(FireSaleConsole console, List<View> views, Attendant attendant, Dialogs dialogs) {
        this.console = console;
        this.views = views;
        this.attendant = attendant;
        this.dialogs = dialogs;
        this.frames = Items.named(new JCheckBoxMenuItem("Export frames..."), "export-frames", this::exportFrames);
    }

    JMenu menu() {
        JMenu menu = Items.menu("View", 'V');
        views.forEach(view -> menu.add(box(view)));
        menu.addSeparator();
        menu.add(Items.item("Arrange windows", "arrange", console::arrange));
        menu.addSeparator();
        menu.add(Items.item("Export all charts and views...", "export-all", this::exportAll));
        menu.add(frames);
        menu.addMenuListener(new MenuListener() {
            @Override
            public void menuSelected(MenuEvent e) {
                // an export that has stopped by itself is off
                frames.setSelected(attendant.isExporting());
            }

            @Override
            public void menuDeselected(MenuEvent e) {
                // nothing changes
            }

            @Override
            public void menuCanceled(MenuEvent e) {
                // nothing changes
            }
        });
        return menu;
    }

    private static JCheckBoxMenuItem box(View view) {
        JCheckBoxMenuItem box = new JCheckBoxMenuItem(view.frame().getTitle(), view.frame().isVisible());
        Items.named(box, "show-" + view.name(), () -> {
            view.frame().setVisible(box.isSelected());
            if (box.isSelected()) {
                view.frame().toFront();
            }
        });
        view.frame().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentShown(ComponentEvent e) {
                box.setSelected(true);
            }

            @Override
            public void componentHidden(ComponentEvent e) {
                box.setSelected(false);
            }
        });
        return box;
    }

    private void exportAll() {
        String title = "Export all charts and views";
        dialogs.folder(title).ifPresent(folder -> dialogs.attempt(title, () -> {
            Files.createDirectories(folder);
            List<Path> there = views.stream().map(view -> folder.resolve(view.name() + ".png")).filter(Files::exists).toList();
            if (!there.isEmpty() && !dialogs.confirm(title, there.size() + " of the pictures are in " + folder
                    + " already, such as "
                    + there.get(0).getFileName() + ". Overwrite them?", "Overwrite")) {
                return;
            }
            for (View view : views) {
                Pictures.write(view.picture(), folder.resolve(view.name() + ".png"));
            }
            console.say("Exported " + views.size() + " pictures to " + folder + ".");
        }));
    }

    private void exportFrames() {
        if (attendant.isExporting()) {
            attendant.endExport();
            frames.setSelected(false);
            return;
        }
        String title = "Export frames";
        dialogs.folder(title).ifPresent(folder -> dialogs.attempt(title, () -> {
            Files.createDirectories(folder);
            List<View> weekly = views.stream().filter(view -> WEEKLY.contains(view.name())).toList();
            if (hasFrames(folder, weekly) && !dialogs.confirm(title, folder
                    + " has frames already. Overwrite those of the same weeks?",
                    "Overwrite")) {
                return;
            }
            attendant.export(folder, weekly);
            console.say("From now on each week's market map, debt network and sale are written to " + folder + ".");
        }));
        frames.setSelected(attendant.isExporting());
    }

    private static boolean hasFrames(Path folder, List<View> weekly) throws IOException {
        for (View view : weekly) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, view.name() + "-????.png")) {
                if (files.iterator().hasNext()) {
                    return true;
                }
            }
        }
        return false;
    }
}
