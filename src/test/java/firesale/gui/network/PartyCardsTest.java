package firesale.gui.network;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.gui.FireSaleConsole;
import firesale.gui.FireSaleWithUI;
import firesale.gui.Gui;
import firesale.gui.NeedsDisplay;
import firesale.gui.Subject;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sim.portrayal.Inspector;

/** Cards in the real window. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class PartyCardsTest {

    @Test
    void everyPartyHasACard() throws Exception {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments", "chain.yaml"));
        FireSaleConsole console = Gui.open(new Subject(file.name(), file.question(), file.points().get(0).parameters(), 1));
        try {
            EventQueue.invokeAndWait(console::pressPause);
            for (int week = 0; week < 40; week++) {
                EventQueue.invokeAndWait(console::pressPlay);
            }
            EventQueue.invokeAndWait(() -> {
                FireSaleWithUI simulation = (FireSaleWithUI) console.getSimulation();
                assertThat(texts(PartyCards.borrower(simulation, 3))).contains("default, initial").anyMatch(t ->
                        t.startsWith("week "));
                assertThat(texts(PartyCards.borrower(simulation, 40))).anyMatch(t -> t.startsWith("DSCR since the start"));
                assertThat(texts(PartyCards.borrower(simulation, 9999))).as("nobody").contains("\u2013");
                assertThat(texts(PartyCards.lender(simulation, 0))).contains("bank");
                assertThat(texts(PartyCards.customer(simulation, 0))).contains("state");
                assertThat(texts(PartyCards.dealer(simulation, 0))).as("no repo market").contains("\u2013");
                assertThat(texts(PartyCards.buyers(simulation, 0))).contains("repo (USD m)");
                assertThat(texts(PartyCards.outside(simulation))).contains("convertible notes (USD m)");
            });
        } finally {
            EventQueue.invokeAndWait(console::doClose);
        }
    }

    /** All that a card says. */
    private static List<String> texts(Inspector inspector) {
        inspector.updateInspector();
        List<String> texts = new ArrayList<>();
        gather(inspector, texts);
        return texts;
    }

    private static void gather(Container within, List<String> texts) {
        for (Component each : within.getComponents()) {
            if (each instanceof JLabel label && label.getText() != null) {
                texts.add(label.getText().trim());
            } else if (each instanceof JTextComponent field) {
                texts.add(field.getText());
            }
            if (each instanceof Container inner) {
                gather(inner, texts);
            }
        }
    }
}
