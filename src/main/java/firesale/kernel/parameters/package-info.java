/**
 * What can be set: records with one annotation a component, read once into a flat list.
 *
 * <p>{@link firesale.kernel.parameters.YamlReader} and {@code --set} give {@link firesale.kernel.parameters.Settings}: paths
 * with texts and places. {@link firesale.kernel.parameters.ParameterSchema} binds them to a record, the component's type
 * deciding what a text means. Whatever is wrong becomes one {@link firesale.kernel.parameters.InputException} whose lines name
 * file, line, column, key, what was expected and the nearest known key.
 */
package firesale.kernel.parameters;
