package firesale.gui.auction;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.model.SchedulePoint;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static final List<SchedulePoint> POINTS = List.of(Sales.point(0, 300, 400, 0), Sales.point(50, 200, 300, 100),
            Sales.point(80, 100, 100, 100), Sales.point(90, 0, 0, 250));

    @Test
    void demandStepsDownJustAboveAPrice() {
        assertThat(corners(Curves.demand(POINTS, SchedulePoint::demandGpus))).containsExactly("300,0", "200,0", "200,50",
                "100,50", "100,80", "0,80");
        assertThat(corners(Curves.demand(POINTS, SchedulePoint::demandWithoutBudgetsGpus)))
                .startsWith("400,0", "300,0", "300,50");
    }

    @Test
    void supplyComesInAtAReserveAndStays() {
        assertThat(corners(Curves.supply(POINTS, 120))).containsExactly("0,0", "0,50", "100,50", "100,90", "250,90", "250,120");
    }

    @Test
    void withoutPointsThereIsNoDemand() {
        assertThat(corners(Curves.demand(List.of(), SchedulePoint::demandGpus))).isEmpty();
    }

    private static List<String> corners(Path2D path) {
        List<String> corners = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            i.currentSegment(at);
            corners.add(Math.round(at[0]) + "," + Math.round(at[1]));
        }
        return corners;
    }
}
