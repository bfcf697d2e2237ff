package firesale.gui.view;

import java.util.function.Supplier;

/**
 * One line of a card.
 *
 * @param name    with its unit in brackets: {@code free power (MW)}
 * @param meaning one plain sentence
 * @param value   what it is now: a {@code Double}, a {@code Long} or a {@code String}; numbers can be charted, and are
 *                rounded by the card
 */
public record Figure(String name, String meaning, Supplier<Object> value) {
}
