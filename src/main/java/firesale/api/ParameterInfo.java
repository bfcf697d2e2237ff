package firesale.api;

import firesale.kernel.parameters.Parameter;
import java.util.List;

/**
 * One parameter as tools see it that sample or list parameters.
 *
 * @param name    the dotted key
 * @param type    in words: {@code number}, {@code whole number}, {@code true/false}, {@code choice}, {@code list of date} ...
 * @param unit    as printed; empty for none
 * @param least   the least number allowed; negative infinity if there is none
 * @param most    the largest number allowed; positive infinity if there is none
 * @param choices the values allowed for a choice; empty for other types
 * @param def     the default as text that reads back as the same value
 * @param meaning one plain sentence
 * @param source  where the default comes from
 */
public record ParameterInfo(String name, String type, String unit, double least, double most, List<String> choices, String def,
        String meaning, String source) {

    public ParameterInfo {
        choices = List.copyOf(choices);
    }

    static ParameterInfo of(Parameter parameter) {
        return new ParameterInfo(parameter.path(), parameter.type().label(), parameter.unit(), parameter.range().min(),
                parameter.range().max(), parameter.type().allowed(), parameter.def(), parameter.meaning(), parameter.source());
    }
}
