package firesale.cli;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a report or an answer may be written: nowhere in a result folder, whose files are what others are made from. */
final class ReportTarget {

    /** Each is in every folder that results are, or will be, in. */
    private static final List<String> MARKS = List.of("manifest.json", ".lock");

    private ReportTarget() {
    }

    /** @throws InputException if it is no file in a folder that exists */
    static void requireFile(Path target) {
        if (target.toString().isEmpty()) {
            throw new InputException("--out: was empty, expected a file");
        }
        if (Files.isDirectory(target)) {
            throw new InputException(target + " is a folder: choose a file in it, or another one, with --out");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw new InputException(parent + (Files.exists(parent) ? " is no folder: " : " does not exist: make it first, or ")
                    + "choose another file with --out");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new InputException(target + " is no plain file: choose another one with --out");
        }
    }

    /** @throws InputException if it lies in a result folder, at whatever depth and by whatever name */
    static void requireOutsideOfResults(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        // a parent that is not there yet is refused by whoever writes
        Path start = parent != null && Files.isDirectory(parent) ? parent.toRealPath() : null;
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (String mark : MARKS) {
                if (Files.exists(folder.resolve(mark))) {
                    throw new InputException(target + " lies in the result folder " + folder + " (it has " + mark
                            + "), whose files are not overwritten: choose a file elsewhere with --out");
                }
            }
        }
    }

    /** Whether two names mean the same file, by their real parents. */
    static boolean isSame(Path one, Path other) throws IOException {
        Path first = one.toAbsolutePath().getParent();
        Path second = other.toAbsolutePath().getParent();
        return Files.isDirectory(first) && Files.isDirectory(second) && one.getFileName().equals(other.getFileName())
                && Files.isSameFile(first, second);
    }
}
