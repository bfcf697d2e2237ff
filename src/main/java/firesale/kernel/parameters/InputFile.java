package firesale.kernel.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of input data: one that ships with the program ({@code shipped:data/prices.csv}) or the user's own, named relative to
 * the file that sets it. Two are equal if they are the same file, however it is spelt.
 */
public final class InputFile {

    private static final String SHIPPED = "shipped:";

    private final String text;
    private final Path file;

    private InputFile(String text, Path file) {
        this.text = text;
        this.file = file;
    }

    /**
     * The file that a text names.
     *
     * @param folder what a relative name is relative to
     * @throws IllegalArgumentException if there is no such file, saying so
     */
    public static InputFile of(String text, Path folder) {
        if (text.startsWith(SHIPPED)) {
            InputFile shipped = new InputFile(text, null);
            if (InputFile.class.getResource(shipped.resource()) == null) {
                throw new IllegalArgumentException("no such file ships with the program");
            }
            return shipped;
        }
        try {
            Path file = folder.resolve(text).normalize();
            if (text.isBlank() || Files.isDirectory(file)) {
                throw new IllegalArgumentException(text.isBlank() ? "the name is empty" : file + " is a folder");
            } else if (!Files.exists(file)) {
                throw new IllegalArgumentException("there is no file " + file);
            } else if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(file + " cannot be read");
            }
            return new InputFile(text, file);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("no file can have this name", e);
        }
    }

    /** The name as it was written. */
    public String text() {
        return text;
    }

    /** Whether it ships with the program. */
    public boolean isShipped() {
        return file == null;
    }

    /** The name for messages: the path from the working directory, or {@code shipped:…}. */
    public String name() {
        return file == null ? text : file.toString();
    }

    /** The same file, its name written relative to the given folder; a shipped file or an absolute name stays as it is. */
    public InputFile relativeTo(Path folder) {
        if (file == null || Path.of(text).isAbsolute()) {
            return this;
        }
        Path relative = folder.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
        return new InputFile(relative.toString(), file);
    }

    /**
     * The content.
     *
     * @throws InputException if the file cannot be read
     */
    public byte[] bytes() {
        try (InputStream in = file == null ? InputFile.class.getResourceAsStream(resource()) : Files.newInputStream(file)) {
            if (in == null) {
                throw new InputException(name() + ": no such file ships with the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new InputException(name() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The content as text, without a byte order mark.
     *
     * @throws InputException if the file cannot be read or is not UTF-8
     */
    public String content() {
        return decode(bytes(), name());
    }

    /** The SHA-256 hash of the content, 64 hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text from bytes in UTF-8, without a byte order mark; an {@link InputException} naming the line if they are not UTF-8. */
    static String decode(byte[] bytes, String name) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new InputException(name + ":" + line + ": expected text in UTF-8, but a byte here is no part of such text", e);
        }
    }

    private String resource() {
        return "/" + text.substring(SHIPPED.length());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InputFile that && location().equals(that.location());
    }

    @Override
    public int hashCode() {
        return location().hashCode();
    }

    private String location() {
        return file == null ? text : file.toAbsolutePath().normalize().toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
