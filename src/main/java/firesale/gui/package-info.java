/**
 * The window in which a run is watched: MASON's console over the model, with views of the market, of debts, of the weekly sale
 * and of what became of it. Watching changes no number.
 *
 * <p>Here stands what there is one of: {@link firesale.gui.Gui} opens it, {@link firesale.gui.FireSaleWithUI} steps the run and
 * lets views show it, {@link firesale.gui.FireSaleConsole} has menus, keys and the line that says what happens; beside them what
 * is opened, saved and exported ({@code FileMenu}, {@code ViewMenu}, {@code FrameExport}, {@code Pictures}), and what becomes
 * of a run that is watched ({@code Attendant}, {@code PauseRule}, {@code Failures}).
 * A {@link firesale.gui.Subject} is the run that somebody has chosen.
 *
 * <ul>
 * <li>{@code view} is what all views share: what a {@link firesale.gui.view.View} is, MASON's display for layers on a sheet,
 *     cards for inspectors, how numbers, names and dates are written, letters and lines, colours of regimes, round ends of axes.
 * <li>{@code map} is the market map: buyers by rack power and free power, and the shelf of machines.
 * <li>{@code network} is the debt network: lenders, borrowers, customers and dealers, and who owes whom.
 * <li>{@code auction} is this week's sale: demand, supply, reserve and price.
 * <li>{@code charts} are MASON's charts by week, and the waterfall of the discount.
 * <li>{@code parameters} is the model's inspector: parameters as the experiment file has them.
 * </ul>
 *
 * <p>A view takes down what it draws in {@code show(run)} and draws only from that, so drawing never waits for the model. Views
 * know {@code view} and the model, and not each other.
 */
package firesale.gui;
