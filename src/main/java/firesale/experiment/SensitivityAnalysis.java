package firesale.experiment;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Which parameters drive a measure: Sobol' indices or Morris screening over the points that the file's ranges gave. */
final class SensitivityAnalysis implements Analysis {

    private final SensitivityDesign design;

    SensitivityAnalysis(SensitivityDesign design) {
        this.design = design;
    }

    @Override
    public List<Point> points(List<Point> declared) {
        return declared;
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        throw new UnsupportedOperationException(design.method().toString());
    }
}
