package firesale.experiment;

import firesale.kernel.parameters.ParameterSchema.Assignment;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What varies beside the variants: rows of settings, each of which is a point of every variant. Rows are made when asked for. */
interface PointDesign {

    /** The section that the keys stand in, for messages: {@code the grid}. */
    String name();

    /** The keys that vary, in order, and where each stands. */
    Map<String, Place> keys();

    /** What a change of each key is measured by; empty where keys have lists of values. */
    default List<SensitivityDesign.Span> spans() {
        return List.of();
    }

    /** How many rows there are; 1 if nothing varies. */
    long size();

    /** What a row sets; empty for the model as it is. */
    Settings row(int row);

    /** A row's id, or empty text if its values are its name. */
    default String id(int row) {
        return "";
    }

    /** Whether rows that are equal to the model as it is are left out, since the first row is the model as it is. */
    default boolean beginsWithBase() {
        return false;
    }

    /** The lines of the {@code analysis} section from which the same rows are read again, in a file in the given folder. */
    List<Assignment> yaml(Path folder);
}
