package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What news of releases did to the value of borrowers' fleets; yielded by {@link NewsMeasure}.
 *
 * @param newsWeeks weeks in which a release was announced, or turned out to be of another size than announced
 * @param week      the week in which fleets' FMV moved most; missing without news
 * @param fleetUsd  FMV of the fleets of that week's borrowers, had there been no news
 * @param fallUsd   that FMV less FMV with the news
 */
public record NewsFigures(long newsWeeks, double week, double fleetUsd, double fallUsd) {

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, NewsFigures> part) {
        return Stream.<Column<NewsFigures>>of(
                new Column<>("news_weeks", Type.INTEGER, "count",
                        "Weeks of the run in which a release was announced or shown to be of another size", f -> f.newsWeeks),
                new Column<>("news_week", Type.REAL, "weeks",
                        "Of these the one that moved the FMV of borrowers' fleets most; missing without news", f -> f.week),
                new Column<>("news_fleet_usd", Type.REAL, "USD", "FMV of those fleets in that week without the news",
                        f -> f.fleetUsd),
                new Column<>("news_fall_usd", Type.REAL, "USD", "That FMV less FMV with the news", f -> f.fallUsd))
                .map(column -> column.of(part)).toList();
    }
}
