package firesale.experiment.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import javax.imageio.IIOException;

/** Files that appear whole or not at all, also after a crash. */
public final class DurableFiles {

    private DurableFiles() {
    }

    /** Why a file could not be read or written, in words for people. */
    public static String reason(Exception failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return reason(unchecked.getCause());
        } else if (failure instanceof IIOException && failure.getCause() instanceof IOException cause) {
            // pictures: the message says only that there was an error
            return reason(cause);
        } else if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": no permission";
        } else if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file or folder";
        } else if (failure instanceof FileSystemException about && about.getReason() != null) {
            return about.getFile() + ": " + about.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Replaces a file by a text: written aside, forced to disk, renamed. */
    public static void replace(Path file, String text) throws IOException {
        Path aside = aside(file);
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        replace(file, aside);
    }

    /** Replaces a file by another one of the same folder, which is gone afterwards. */
    public static void replace(Path file, Path aside) throws IOException {
        force(aside);
        put(file, aside);
        forceFolder(file.getParent());
    }

    /** Like {@link #replace(Path, String)}, but durable only after {@link #force(Path)}: for what can be made again. */
    public static void put(Path file, String text) throws IOException {
        Path aside = aside(file);
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        put(file, aside);
    }

    /** Like {@link #replace(Path, Path)}, but durable only after {@link #force(Path)}. */
    public static void put(Path file, Path aside) throws IOException {
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where a file is written before it is renamed; not unique, so only the holder of an exclusive lock may use it. */
    public static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /**
     * Publishes a finished file so that the first one wins. The temporary file is gone afterwards.
     *
     * @throws NonDeterministicException if another file is there with other content; the temporary one is kept beside it
     */
    public static void publishFirstWins(Path temporary, Path target) throws IOException {
        force(temporary);
        if (!link(temporary, target)) {
            if (Files.mismatch(temporary, target) != -1) {
                Path other = differing(target);
                Files.move(temporary, other, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                throw new NonDeterministicException("the same runs were computed twice with different results: compare "
                        + target + " with " + other.getFileName());
            }
        }
        Files.deleteIfExists(temporary);
        forceFolder(target.getParent());
    }

    /** Where a second, different version of a published file is kept. */
    public static Path differing(Path target) {
        return target.resolveSibling(target.getFileName() + ".differs");
    }

    /** Whether the target now is the temporary file: false if another one was first. */
    private static boolean link(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return rename(temporary, target);
        }
    }

    /** For file systems without hard links; between the look and the rename another process may still come first. */
    private static boolean rename(Path temporary, Path target) throws IOException {
        if (Files.exists(target)) {
            return false;
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Deletes a folder if it is there and empty. */
    public static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // somebody else's files are in it: it stays
            return;
        }
    }

    /** Makes a file's content durable. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes a new name durable, where the platform lets folders be opened. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // a platform that cannot open a folder keeps names durable by itself
            return;
        }
    }
}
