package firesale.experiment;

import java.util.List;

/**
 * What an attribution attributes to whom.
 *
 * @param players  among whom
 * @param measures of feedback loops, what is attributed; of frictions always the price discount
 */
public record Attribution(Players players, List<String> measures) {

    /** What is attributed to feedback loops unless the file says otherwise. */
    static final List<String> USUAL_MEASURES = List.of("price_discount", "lender_losses_usd", "defaults");

    public Attribution {
        measures = List.copyOf(measures);
    }
}
