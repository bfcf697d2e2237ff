package firesale.gui.parameters;

import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.ParameterType.Kind;
import firesale.kernel.parameters.ParameterType.Shape;
import java.util.Optional;
import javax.swing.JComponent;

/** What changes one parameter's value in a window. */
interface Editor {

    /** What to do with a text that somebody chose. */
    interface Chosen {

        /** @return whether it was taken; if not, the editor shows the old value again */
        boolean take(String text);
    }

    /** What stands in the window. */
    JComponent component();

    /** Shows a value that came about elsewhere; nothing is chosen by that. */
    void show(String text);

    /** Whether it is so small that it stands beside the name in a narrow window. */
    default boolean isSmall() {
        return false;
    }

    /** The editor that fits a parameter's type. */
    static Editor of(Parameter parameter, String given, Chosen chosen) {
        if (parameter.type().shape() == Shape.LIST) {
            return parameter.type().kind() == Kind.CHOICE ? new ChoicesEditor(parameter, given, chosen)
                    : new TextEditor(parameter.path(), chosen);
        } else if (parameter.type().shape() == Shape.OPTIONAL) {
            return new OptionalEditor(single(parameter, given.equals(OptionalEditor.NONE) ? parameter.def() : given, chosen), parameter,
                    chosen);
        }
        return single(parameter, given, chosen);
    }

    private static Editor single(Parameter parameter, String given, Chosen chosen) {
        return switch (parameter.type().kind()) {
            case REAL, INTEGER -> Span.of(parameter, number(given)).<Editor>map(span -> new NumberEditor(parameter.path(), span, chosen))
                    .orElseGet(() -> new TextEditor(parameter.path(), chosen));
            case BOOLEAN -> new SwitchEditor(parameter.path(), chosen);
            case CHOICE -> new ChoiceEditor(parameter, chosen);
            case FILE -> new FileEditor(parameter.path(), chosen);
            case TEXT, DATE -> new TextEditor(parameter.path(), chosen);
        };
    }

    /** The number that a text means; empty if it means none. */
    static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
