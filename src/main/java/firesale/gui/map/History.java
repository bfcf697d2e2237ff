package firesale.gui.map;

import firesale.model.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the weeks so far brought, for the bar of weeks.
 *
 * @param shelfGpus GPUs that lenders have at the end of each week
 * @param defaults  defaults of each week, induced ones not counted
 * @param induced   those of each week that would not have come about without others
 * @param start     first day of the first week
 */
record History(List<Long> shelfGpus, List<Integer> defaults, List<Integer> induced, LocalDate start) {

    /** @param news one for each week */
    static History of(List<Week> weeks, List<News> news) {
        List<Long> shelf = new ArrayList<>(weeks.size());
        List<Integer> defaults = new ArrayList<>(weeks.size());
        List<Integer> induced = new ArrayList<>(weeks.size());
        for (int i = 0; i < weeks.size(); i++) {
            shelf.add(weeks.get(i).inventoryGpus());
            defaults.add(news.get(i).defaults - news.get(i).inducedDefaults);
            induced.add(news.get(i).inducedDefaults);
        }
        return new History(List.copyOf(shelf), List.copyOf(defaults), List.copyOf(induced), weeks.get(0).date());
    }

    /** The first week in which most was on the shelf; 0 if it was always empty. */
    int peakWeek() {
        int peak = 0;
        for (int week = 1; week < shelfGpus.size(); week++) {
            peak = shelfGpus.get(week) > shelfGpus.get(peak) ? week : peak;
        }
        return peak;
    }

    /** First weeks of calendar years within so many weeks, the first week of all left out. */
    List<Integer> yearWeeks(int horizon) {
        List<Integer> weeks = new ArrayList<>();
        for (int week = 1; week < horizon; week++) {
            if (yearOf(week) != yearOf(week - 1)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** The year in which a week begins. */
    int yearOf(int week) {
        return start.plusWeeks(week).getYear();
    }
}
