package firesale.gui.parameters;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.ParameterType;
import firesale.kernel.parameters.ParameterType.Kind;
import firesale.kernel.parameters.ParameterType.Shape;
import firesale.kernel.parameters.Scalars;
import java.util.List;
import sim.util.Properties;

/**
 * All parameters as MASON's tools take them, by their paths. Numbers, truths and choices have their own types, a choice as the
 * number of its name in the domain; all else is text as in {@code --set}. A value that is refused leaves the old one.
 */
public final class ParameterProperties extends Properties {

    private static final long serialVersionUID = 1L;

    private final transient Adjustable run;
    private final transient List<Parameter> parameters;

    /** The parameters of a run. */
    public ParameterProperties(Adjustable run) {
        this.run = run;
        this.parameters = ParameterChange.texts(run.current().parameters()).keySet().stream().map(ParameterChange::parameter).toList();
        this.object = run;
    }

    @Override
    public boolean isVolatile() {
        return false;
    }

    @Override
    public int numProperties() {
        return parameters.size();
    }

    @Override
    public String getName(int index) {
        return parameters.get(index).path();
    }

    @Override
    public String getDescription(int index) {
        Parameter parameter = parameters.get(index);
        return Description.text(parameter, text(run.given(), parameter));
    }

    private static String text(Setup setup, Parameter parameter) {
        return ParameterChange.text(setup.parameters(), parameter.path());
    }

    @Override
    public boolean isReadWrite(int index) {
        return true;
    }

    @Override
    public boolean isComposite(int index) {
        return false;
    }

    @Override
    public Class<?> getType(int index) {
        ParameterType type = parameters.get(index).type();
        if (type.shape() != Shape.SINGLE) {
            return String.class;
        }
        return switch (type.kind()) {
            case REAL -> double.class;
            case INTEGER -> long.class;
            case BOOLEAN -> boolean.class;
            case CHOICE -> int.class;
            case TEXT, DATE, FILE -> String.class;
        };
    }

    @Override
    public Object getDomain(int index) {
        return isChoice(index) ? parameters.get(index).type().allowed().toArray(new String[0]) : null;
    }

    private boolean isChoice(int index) {
        ParameterType type = parameters.get(index).type();
        return type.shape() == Shape.SINGLE && type.kind() == Kind.CHOICE;
    }

    @Override
    public Object getValue(int index) {
        Parameter parameter = parameters.get(index);
        String text = text(run.current(), parameter);
        if (parameter.type().shape() != Shape.SINGLE) {
            return text;
        }
        return switch (parameter.type().kind()) {
            case REAL -> Scalars.real(text);
            case INTEGER -> Scalars.whole(text);
            case BOOLEAN -> Scalars.truth(text);
            case CHOICE -> parameter.type().allowed().indexOf(text);
            case TEXT, DATE, FILE -> text;
        };
    }

    /** As the other, but with decimal points whatever the locale. */
    @Override
    public Object setValue(int index, String value) {
        return _setValue(index, isChoice(index) && value.matches("[0-9]{1,4}") ? (Object) Integer.valueOf(value) : value);
    }

    @Override
    protected Object _setValue(int index, Object value) {
        Parameter parameter = parameters.get(index);
        List<String> choices = parameter.type().allowed();
        String text = value instanceof Double number ? Scalars.text(number)
                : isChoice(index) && value instanceof Integer choice && choice < choices.size() ? choices.get(choice) : String.valueOf(value);
        try {
            Setup current = run.current();
            run.adjust(run.given(), current.with(ParameterChange.bind(current.parameters(), parameter.path(), text)), () -> false);
        } catch (InputException e) {
            return getValue(index);
        }
        return getValue(index);
    }
}
