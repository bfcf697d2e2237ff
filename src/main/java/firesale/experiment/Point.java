package firesale.experiment;

import firesale.model.ModelParameters;
import java.util.Map;

/**
 * One set of parameters within an experiment.
 *
 * @param index      from 0, in the order of the file
 * @param id         unique: {@code calm}, {@code calm/credit.loan.ltv=0.6}, {@code calm/s0001} where values are drawn, or
 *                   {@code base} when nothing varies
 * @param varied     canonical text of every key that varies anywhere in the experiment; the same keys, in the same order, at all
 *                   points; empty text where a point's table has no such row
 * @param parameters what the model runs with
 */
public record Point(int index, String id, Map<String, String> varied, ModelParameters parameters) {

    public Point {
        varied = VariedTexts.copyOf(varied);
    }
}
