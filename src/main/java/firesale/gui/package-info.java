/**
 * The window in which a run is watched: MASON's console over the model, with views of the market, of debts, of the weekly sale and
 * of what became of it. Watching changes no number.
 *
 * <p>{@code view} is what all views share; {@code map}, {@code network}, {@code auction} and {@code charts} are the views, {@code
 * parameters} is the model's inspector.
 */
package firesale.gui;
