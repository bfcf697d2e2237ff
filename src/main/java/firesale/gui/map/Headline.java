package firesale.gui.map;

import firesale.gui.view.Numbers;
import java.util.List;
import java.util.Map;

/**
 * The sentence of the week: of what happened lately what matters most, in plain words. It stays for some weeks, so that it can be
 * read while weeks fly by, unless something more important comes.
 *
 * @param week     the week of which it tells
 * @param story    what kind of thing happened
 * @param weight   how important that is; 0 for nothing
 */
record Headline(int week, Story story, double weight) {

    /** Weight from which on a week's headline is worth remembering. */
    static final double WORTH_TELLING = 45;
    /** Weeks in which only something more important takes its place. */
    private static final int FRESH_WEEKS = 5;
    /** What it loses in weight each week after these. */
    private static final double FADES = 6;
    private static final double SAME_AGAIN = 10;
    private static final int LOOKS_BACK_WEEKS = 8;
    /** Weeks after which anything takes its place. */
    private static final int LONGEST_WEEKS = 10;
    private static final int WEEKS_TO_NOTE = 4;

    /** What can be told, the rarest first. */
    enum Story { SQUEEZE_BEGINS, FUNDING_EASES, CALM_RETURNS, LENDERS_FORCED, LENDERS_STOP, DEFAULTS, SCRAP, SEIZURE, SALE,
            NOBODY_BIDS,
        BREACHES, NOTHING }

    /**
     * What is known of this week alone.
     *
     * @param fundsOfCalm  buyers' money for purchases over what they would have if funding were as in calm; NaN without buyers
     * @param oldestWeeks  weeks for which the oldest lot has been on the shelf; 0 if it is empty
     * @param couldHost    sites with free racks that hold something of the shelf
     * @param sites        all sites
     * @param shelfGpus    GPUs that lenders and dealers have
     * @param heldGpus     of these not on offer
     */
    record Today(double fundsOfCalm, int oldestWeeks, int couldHost, int sites, long shelfGpus, long heldGpus) {
    }

    /** The headline after the last of the weeks; null before the first. */
    static Headline of(List<News> weeks) {
        Headline shown = null;
        for (int week = 0; week < weeks.size(); week++) {
            if (shown == null) {
                shown = of(weeks.get(week));
                continue;
            }
            Headline fresh = of(weeks.get(week));
            Headline next = fresh;
            for (int before = week - 1; before > Math.max(shown.week, week - LOOKS_BACK_WEEKS); before--) {
                Headline other = of(weeks.get(before));
                next = other.weightAfter(shown) > next.weightAfter(shown) ? other : next;
            }
            int age = week - shown.week;
            if (fresh.weight > shown.weight) {
                shown = fresh;
            } else if (shown.weight == 0 || age >= LONGEST_WEEKS
                    || next.weightAfter(shown) > shown.weight - FADES * Math.max(0, age - FRESH_WEEKS)) {
                shown = next;
            }
        }
        return shown;
    }

    /** The same again is worth less. */
    private double weightAfter(Headline shown) {
        return story == shown.story ? weight - SAME_AGAIN : weight;
    }

    /** What matters most of a week. */
    static Headline of(News news) {
        Headline best = new Headline(news.week, Story.NOTHING, 0);
        if (news.regimeChanges) {
            best = switch (news.regime) {
                case "squeeze" -> best.or(Story.SQUEEZE_BEGINS, 90);
                case "easing" -> best.or(Story.FUNDING_EASES, 75);
                default -> best.or(Story.CALM_RETURNS, 78);
            };
        }
        best = news.lendersForced > 0 ? best.or(Story.LENDERS_FORCED, 85) : best;
        best = news.lendersStopping > 0 ? best.or(Story.LENDERS_STOP, 68) : best;
        best = news.defaults > 0 ? best.or(Story.DEFAULTS, 58 + (news.inducedDefaults > 0 ? 8 : 0) + size(news.defaultedGpus))
                : best;
        best = news.scrappedGpus > 0 ? best.or(Story.SCRAP, 54 + size(news.scrappedGpus)) : best;
        best = news.seizedGpus > 0 ? best.or(Story.SEIZURE, 52 + size(news.seizedGpus)) : best;
        best = news.soldGpus > 0 ? best.or(Story.SALE, (news.soldGpus < 100 ? 20 : 50) + size(news.soldGpus)) : best;
        best = news.weeksWithoutSale >= WEEKS_TO_NOTE ? best.or(Story.NOBODY_BIDS, 40) : best;
        return news.breaches > 2 ? best.or(Story.BREACHES, 45) : best;
    }

    private Headline or(Story other, double itsWeight) {
        return itsWeight > weight ? new Headline(week, other, itsWeight) : this;
    }

    /** 0 to 30, more for more machines: 3 for each doubling from 1,000. */
    private static double size(long gpus) {
        return Math.min(30, 3 * Math.log1p(gpus / 1000.0) / Math.log(2));
    }

    /** What happened, in one short sentence. */
    String lead(News then, News now, Today today) {
        return switch (story) {
            case SQUEEZE_BEGINS -> "A funding squeeze begins: lenders and investors withdraw.";
            case FUNDING_EASES -> "Funding eases after the squeeze.";
            case CALM_RETURNS -> "Calm returns: " + Numbers.counted(now.defaultsSoFar, "borrower") + " defaulted so far.";
            case LENDERS_FORCED -> Numbers.counted(then.lendersForced, "lender") + " must sell at once, at any price.";
            case LENDERS_STOP -> Numbers.counted(then.lendersStopping, "lender") + (then.lendersStopping == 1 ? " stops"
                    : " stop")
                    + " lending: losses have eaten into capital.";
            case DEFAULTS -> Numbers.counted(then.defaults, "borrower") + (then.defaults == 1 ? " defaults" : " default")
                    + causes(then.causes) + ".";
            case SCRAP -> Numbers.gpus(then.scrappedGpus) + (then.scrappedGpus == 1 ? " goes" : " go")
                    + " to scrap: not worth their storage any more.";
            case SEIZURE -> "Lenders seize " + Numbers.gpus(then.seizedGpus) + " of defaulted borrowers.";
            case SALE -> Numbers.gpus(then.soldGpus) + (then.soldGpus == 1 ? " sells " : " sell ")
                    + Numbers.againstFmv(then.paidUsd / then.fmvUsd).replace("FMV", "fair market value (FMV)") + ".";
            case NOBODY_BIDS -> "Nobody bids the reserve for what is on offer, " + then.weeksWithoutSale + " weeks in a row.";
            case BREACHES -> Numbers.counted(then.breaches, "borrower") + " broke " + (then.breaches == 1 ? "a covenant."
                    : "covenants.");
            case NOTHING -> quiet(now, today);
        };
    }

    private static String quiet(News now, Today today) {
        if (today.shelfGpus > 0) {
            return Numbers.gpus(today.shelfGpus) + (today.shelfGpus == 1 ? " waits" : " wait") + " on the shelf; little is sold.";
        }
        return switch (now.regime) {
            case "squeeze" -> "The funding squeeze goes on; nothing is for sale yet.";
            case "easing" -> "Funding eases; nothing is for sale.";
            default -> "Calm: borrowers pay their loans; nothing is for sale.";
        };
    }

    /** What follows from it, or what stands beside it, in one short sentence. */
    String consequence(News then, News now, Today today) {
        return switch (story) {
            case SQUEEZE_BEGINS, FUNDING_EASES -> funding(now, today);
            case CALM_RETURNS -> result(now) + " " + shelf(today);
            case LENDERS_FORCED, LENDERS_STOP -> "Lenders have lost " + Numbers.usd(now.lossesUsd) + " so far. " + shelf(today);
            case DEFAULTS -> "Lenders will take " + (then.defaults == 1 ? "its " : "their ") + Numbers.gpus(then.defaultedGpus)
                    + "."
                    + (then.inducedDefaults > 0 ? " " + (then.inducedDefaults == then.defaults && then.defaults == 1 ? "It"
                    : then.inducedDefaults + " of them") + " would have survived but for the fire sales of others." : " "
                            + funding(now, today));
            case SEIZURE -> shelf(today) + (today.sites > 0 && today.shelfGpus > 0 ? " " + today.couldHost + " of " + today.sites
                    + " sites have free racks for such machines." : "")
                    + (then.scrappedGpus > 0 ? " " + Numbers.count(then.scrappedGpus) + " went to scrap." : "");
            case SALE -> demand(then) + shelf(today);
            case NOBODY_BIDS -> today.oldestWeeks > 0 ? "The oldest lot has waited " + Numbers.counted(today.oldestWeeks, "week")
                    + ". "
                    + shelf(today) : shelf(today);
            case BREACHES -> "Cured by paying down or new equity: " + then.cured + "; waived by lenders: " + then.waived + ".";
            case SCRAP -> shelf(today) + " " + result(now);
            case NOTHING -> today.shelfGpus > 0 ? today.oldestWeeks > 0
                    ? "The oldest lot has waited " + Numbers.counted(today.oldestWeeks, "week") + "." : ""
                    : now.soldSoFarGpus + now.scrappedSoFarGpus > 0 ? result(now)
                    : "Credit costs " + Numbers.percentWithDecimal(now.spread) + " a year over the safe rate.";
        };
    }

    private static String funding(News now, Today today) {
        return "Credit costs " + Numbers.percentWithDecimal(now.spread) + " a year over the safe rate"
                + (Double.isNaN(today.fundsOfCalm) ? "." : "; buyers can spend " + Numbers.percent(today.fundsOfCalm)
                + " of what they could in calm.");
    }

    private static String shelf(Today today) {
        return today.shelfGpus == 0 ? "The shelf is empty." : Numbers.gpus(today.shelfGpus) + (today.shelfGpus == 1 ? " is"
                : " are")
                + " on the shelf" + (today.heldGpus == 0 ? "." : today.heldGpus >= today.shelfGpus ? ", none of them on offer."
                : ", " + Numbers.count(today.heldGpus) + " of them not on offer.");
    }

    /** What the bidders of a week could take: racks first, then money. */
    private static String demand(News then) {
        String room = then.hostableGpus >= then.offeredGpus ? "all" : Numbers.count(then.hostableGpus);
        String money = then.payableGpus >= then.offeredGpus ? "all" : Numbers.count(then.payableGpus);
        // who must sell at once takes less than the mean reserve
        String reserve = then.payableGpus < then.soldGpus ? "" : " and would pay the reserve for " + money;
        return "Of " + Numbers.count(then.offeredGpus) + " on offer, bidders had racks for " + room + reserve + ". ";
    }

    private static String result(News now) {
        return now.soldSoFarGpus == 0 ? now.scrappedSoFarGpus == 0 ? "Nothing was sold so far."
                : Numbers.gpus(now.scrappedSoFarGpus) + " scrapped so far, none sold."
                : Numbers.gpus(now.soldSoFarGpus) + " sold so far, " + Numbers.againstFmv(now.paidOverFmvSoFar()) + ".";
    }

    /** Why they did: of one cause what happened, of several how often each. */
    private static String causes(Map<String, Integer> causes) {
        if (causes.size() == 1) {
            return switch (causes.keySet().iterator().next()) {
                case "payment" -> ": out of cash";
                case "covenant" -> ": a covenant was broken, and not cured";
                case "margin_call" -> ": a margin call on coins was not met";
                case "maturity" -> ": a note that fell due could not be rolled";
                case "strategic" -> ": owners walk away from a loan above the machines' worth";
                default -> "";
            };
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Integer> each : causes.entrySet()) {
            text.append(text.length() == 0 ? " (" : ", ").append(switch (each.getKey()) {
                case "payment" -> "out of cash";
                case "covenant" -> "covenant";
                case "margin_call" -> "margin call";
                case "maturity" -> "note not rolled";
                case "strategic" -> "walked away";
                default -> "other reasons";
            }).append(' ').append(each.getValue());
        }
        return text.append(')').toString();
    }
}
