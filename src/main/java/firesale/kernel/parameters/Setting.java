package firesale.kernel.parameters;

/**
 * One key with its value.
 *
 * @param path  the full dotted path
 * @param value as written
 * @param place where the key stands
 */
public record Setting(String path, Value value, Place place) {

    /** The same setting under another path. */
    Setting at(String otherPath) {
        return new Setting(otherPath, value, place);
    }
}
