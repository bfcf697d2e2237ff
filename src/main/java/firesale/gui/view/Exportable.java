package firesale.gui.view;

import java.io.IOException;
import java.nio.file.Path;

/** Something whose picture can be kept. */
public interface Exportable {

    /**
     * Writes what it shows now as PNG, whether its window is open or not. Called on any thread.
     *
     * @param file written anew if it exists
     * @throws IOException if it cannot be written
     */
    void export(Path file) throws IOException;
}
