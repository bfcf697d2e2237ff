package firesale.gui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nodes stand: within the area, beside each other, near whom they owe. */
class NetworkLayoutTest {

    private static final Rectangle2D AREA = new Rectangle2D.Double(4, 39, 314, 252);

    /** Borrowers whose debts differ by a factor of a thousand, spread over lenders. */
    private static List<Debtor> debtors(int count, int lenders) {
        List<Debtor> debtors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            debtors.add(new Debtor(i * 7 % lenders, (long) (1e9 * Math.exp(6.9 * (i * 37 % 100) / 100.0)), -1));
        }
        return debtors;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 40, 400, 1000})
    void nodesAreInsideAndApart(int count) {
        NetworkLayout layout = new NetworkLayout(AREA, 8, debtors(count, 8), 4);
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spots.add(layout.borrower(i));
        }
        for (int l = 0; l < 8; l++) {
            spots.add(layout.lender(l));
        }
        for (int c = 0; c < 4; c++) {
            spots.add(layout.customer(c));
        }
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            assertThat(AREA.contains(spot.x() - spot.radius(), spot.y() - spot.radius(), 2 * spot.radius(),
                    2 * spot.radius())).isTrue();
            for (int j = 0; j < i; j++) {
                double apart = Math.hypot(spot.x() - spots.get(j).x(), spot.y() - spots.get(j).y());
                assertThat(apart).as("nodes %d and %d of %d", i, j, spots.size())
                        .isGreaterThan(0.7 * (spot.radius() + spots.get(j).radius()));
            }
        }
    }

    /** Who owes more is drawn larger, and nobody too small to be seen. */
    @Test
    void sizeIsByDebt() {
        NetworkLayout layout = new NetworkLayout(AREA, 2, List.of(new Debtor(0, 8_000_000, -1), new Debtor(1, 1_000_000, -1),
                new Debtor(-1, 0, -1)), 0);
        assertThat(layout.borrower(0).radius()).isEqualTo(2 * layout.borrower(1).radius());
        assertThat(layout.borrower(2).radius()).isPositive().isLessThan(layout.borrower(1).radius());
    }

    @Test
    void borrowersStandInTheSectorOfTheirLender() {
        List<Debtor> debtors = debtors(40, 8);
        NetworkLayout layout = new NetworkLayout(AREA, 8, debtors, 0);
        for (int i = 0; i < 40; i++) {
            double to = angle(layout, layout.borrower(i), layout.lender(debtors.get(i).lender()));
            for (int l = 0; l < 8; l++) {
                assertThat(to).isLessThanOrEqualTo(angle(layout, layout.borrower(i), layout.lender(l)) + 0.35);
            }
        }
        assertThat(layout.bounds()).hasSize(8);
    }

    private static double angle(NetworkLayout layout, Spot one, Spot other) {
        double a = Math.atan2((one.y() - layout.centreY()) / layout.radiusY(), (one.x() - layout.centreX()) / layout.radiusX());
        double b = Math.atan2((other.y() - layout.centreY()) / layout.radiusY(),
                (other.x() - layout.centreX()) / layout.radiusX());
        double apart = Math.abs(a - b);
        return Math.min(apart, 2 * Math.PI - apart);
    }

    @Test
    void vehiclesStandBesideTheirSponsor() {
        List<Debtor> debtors = new ArrayList<>(debtors(20, 4));
        debtors.add(new Debtor(2, 50_000_000_000L, 7));
        NetworkLayout layout = new NetworkLayout(AREA, 4, debtors, 0);
        double toSponsor = apart(layout, 20, 7);
        int nearer = 0;
        for (int i = 0; i < 20; i++) {
            nearer += apart(layout, 20, i) < toSponsor ? 1 : 0;
        }
        assertThat(nearer).isLessThanOrEqualTo(1);
    }

    private static double apart(NetworkLayout layout, int one, int other) {
        return Math.hypot(layout.borrower(one).x() - layout.borrower(other).x(),
                layout.borrower(one).y() - layout.borrower(other).y());
    }

    @Test
    void manyLendersAndCustomersFindRoom() {
        NetworkLayout layout = new NetworkLayout(AREA, 60, debtors(40, 60), 17);
        for (int l = 1; l < 60; l++) {
            double apart = Math.hypot(layout.lender(l).x() - layout.lender(l - 1).x(),
                    layout.lender(l).y() - layout.lender(l - 1).y());
            assertThat(apart).isGreaterThan(layout.lender(l).radius());
        }
        for (int c = 0; c < 17; c++) {
            for (int d = 0; d < c; d++) {
                assertThat(Math.hypot(layout.customer(c).x() - layout.customer(d).x(),
                        layout.customer(c).y() - layout.customer(d).y()))
                        .isGreaterThanOrEqualTo(2 * layout.customer(c).radius());
            }
        }
    }

    @Test
    void legendOfDebtsBreaksIntoLines() {
        assertThat(Foot.lines(EnumSet.of(Tie.LOAN, Tie.NOTE, Tie.CLAIM), true, 314)).containsExactly(List.of("loan", "note (rim)",
                "claim",
                Foot.FRESH));
        assertThat(Foot.lines(EnumSet.of(Tie.LOAN), false, 314)).as("before any default").containsExactly(List.of("loan"));
        List<List<String>> all = Foot.lines(EnumSet.allOf(Tie.class), true, 314);
        assertThat(all).hasSize(3);
        for (List<String> line : all) {
            assertThat(line.stream().mapToDouble(Foot::width).sum()).isLessThanOrEqualTo(314);
        }
        assertThat(all.stream().mapToInt(List::size).sum()).as("repo is named in its strip").isEqualTo(Tie.values().length);
    }
}
