package firesale.gui;

import firesale.experiment.store.DurableFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** Pictures of what windows show, as files. */
final class Pictures {

    private Pictures() {
    }

    /**
     * Writes a picture as PNG, whole or not at all; on any thread.
     *
     * @param file written anew if it exists
     * @throws IOException if it cannot be written
     */
    static void write(BufferedImage picture, Path file) throws IOException {
        Path aside = DurableFiles.aside(file);
        try {
            try (OutputStream out = Files.newOutputStream(aside)) {
                if (!ImageIO.write(picture, "png", out)) {
                    throw new IOException(file + ": this Java writes no PNG");
                }
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
