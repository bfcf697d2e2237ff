package firesale.kernel.parameters;

import java.nio.file.Path;

/**
 * Where a piece of input stands, for messages.
 *
 * @param name   the file as the user named it, or the command-line argument
 * @param line   counted from 1; 0 when the input has no lines
 * @param column counted from 1; 0 when unknown
 * @param folder what relative file names at this place are relative to
 */
public record Place(String name, int line, int column, Path folder) implements Comparable<Place> {

    /** A place in a file; relative names there are relative to the file's folder. */
    public static Place in(Path file, int line, int column) {
        Path folder = file.getParent();
        return new Place(file.toString(), line, column, folder == null ? Path.of("") : folder);
    }

    /** A command-line argument; relative names there are relative to the working directory. */
    public static Place argument(String argument) {
        return new Place(argument, 0, 0, Path.of(""));
    }

    /** The file or argument as a whole. */
    Place whole() {
        return new Place(name, 0, 0, folder);
    }

    /** Orders by file, line and column. */
    @Override
    public int compareTo(Place other) {
        int byName = name.compareTo(other.name);
        int byLine = byName != 0 ? byName : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as far as known. */
    @Override
    public String toString() {
        return line == 0 ? name : column == 0 ? name + ":" + line : name + ":" + line + ":" + column;
    }
}
