package firesale.kernel.parameters;

/**
 * One parameter, as everything that lists, documents or varies parameters sees it.
 *
 * @param path    the full dotted path: {@code market.squeeze.startWeek}; in a named table {@code table.ROW.component}
 * @param type    its type
 * @param unit    as printed; empty for none
 * @param range   the numbers allowed
 * @param def     the default as canonical text; empty if the value must be given
 * @param meaning one plain sentence
 * @param source  where the default comes from
 */
public record Parameter(String path, ParameterType type, String unit, Range range, String def, String meaning, String source) {

    /** What a message says was expected. */
    String expected() {
        return type.expected(range, unit);
    }
}
