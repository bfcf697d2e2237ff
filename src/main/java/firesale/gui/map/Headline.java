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
    /** Weeks after which a default, or the first seizure, takes the place of anything. */
    private static final int MOST_WEEKS_BEFORE_URGENT = 2;
    /** Less of what is on offer is little. */
    private static final double LITTLE = 0.1;

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

        private static final double SHORT_OF_MONEY = 0.7;

        /** Whether buyers have much less money than in calm. */
        boolean isShortOfMoney() {
            return fundsOfCalm < SHORT_OF_MONEY;
        }
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
            shown = urgent(weeks, week, shown);
        }
        return shown;
    }

    /** Defaults and the first seizure do not wait for long: what is told instead of an older headline, if need be. */
    private static Headline urgent(List<News> weeks, int week, Headline shown) {
        if (week - shown.week <= MOST_WEEKS_BEFORE_URGENT) {
            return shown;
        }
        Headline best = null;
        int first = shown.story == Story.DEFAULTS ? shown.week + 1 : shown.week;
        for (int each = Math.max(first, week - LOOKS_BACK_WEEKS); each <= week; each++) {
            News news = weeks.get(each);
            Headline other = news.defaults > 0 ? new Headline(each, Story.DEFAULTS, weightOfDefaults(news))
                    : news.isFirstSeizure && each > shown.week ? new Headline(each, Story.SEIZURE, weightOfSeizure(news)) : null;
            best = other != null && (best == null || other.weight >= best.weight) ? other : best;
        }
        return best == null ? shown : best;
    }

    private static double weightOfDefaults(News news) {
        return 58 + (news.inducedDefaults > 0 ? 8 : 0) + size(news.defaultedGpus);
    }

    private static double weightOfSeizure(News news) {
        return 52 + size(news.seizedGpus);
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
        best = news.defaults > 0 ? best.or(Story.DEFAULTS, weightOfDefaults(news)) : best;
        best = news.scrappedGpus > 0 ? best.or(Story.SCRAP, 54 + size(news.scrappedGpus)) : best;
        best = news.seizedGpus > 0 ? best.or(Story.SEIZURE, weightOfSeizure(news)) : best;
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
            case CALM_RETURNS -> "Calm returns: " + Numbers.counted(then.defaultsSoFar, "borrower") + " defaulted up to here.";
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
            case NOBODY_BIDS -> "No bid reaches the reserve of what is on offer, "
                    + Numbers.counted(then.weeksWithoutSale, "week") + " in a row.";
            case BREACHES -> Numbers.counted(then.breaches + then.waived, "borrower")
                    + (then.breaches + then.waived == 1 ? " broke a covenant." : " broke covenants.");
            case NOTHING -> quiet(now, today);
        };
    }

    private static String quiet(News now, Today today) {
        if (today.shelfGpus > 0) {
            return Numbers.gpus(today.shelfGpus) + (today.shelfGpus == 1 ? " waits" : " wait") + " on the shelf"
                    + (now.soldGpus == 0 ? "; none was sold this week."
                    : "; " + Numbers.count(now.soldGpus) + " sold this week.");
        }
        if (now.defaultsSoFar > 0) {
            return Numbers.counted(now.defaultsSoFar, "borrower") + " defaulted so far; the others pay, and nothing is for sale.";
        }
        return switch (now.regime) {
            case "squeeze" -> "The funding squeeze goes on; nothing is for sale yet.";
            case "easing" -> "Funding eases; nothing is for sale.";
            default -> "Calm: borrowers pay their loans; nothing is for sale.";
        };
    }

    /**
     * What follows from it, or what stands beside it, in short sentences. What is told of the headline's week comes first; after
     * "Now:" stands what is of this week, if that is another.
     */
    String consequence(News then, News now, Today today) {
        return switch (story) {
            case SQUEEZE_BEGINS, FUNDING_EASES -> now(funding(now, today), then, now);
            case CALM_RETURNS -> now(result(now) + " " + shelf(today), then, now);
            case LENDERS_FORCED, LENDERS_STOP -> (then.defaults == 0 ? "" : defaulted(then) + " ")
                    + now(losses(now) + " " + shelf(today), then, now);
            case DEFAULTS -> "Lenders will take " + (then.defaults == 1 ? "its " : "their ") + Numbers.gpus(then.defaultedGpus)
                    + "." + (then.inducedDefaults > 0 ? " " + induced(then) : " " + now(funding(now, today), then, now));
            case SEIZURE -> (then.scrappedGpus > 0 ? Numbers.count(then.scrappedGpus) + " went to scrap. " : "")
                    + now(shelf(today) + " " + (binds(now, today).isEmpty() ? room(today) : binds(now, today)), then, now);
            case SALE -> demand(then) + " " + now(shelf(today), then, now);
            case NOBODY_BIDS -> now((binds(now, today).isEmpty() ? "" : binds(now, today) + " ") + waits(today)
                    + shelf(today), then, now);
            case BREACHES -> "Cured by paying down or new equity: " + then.cured + "; waived by lenders: " + then.waived + ".";
            case SCRAP -> now(shelf(today) + " " + result(now), then, now);
            case NOTHING -> today.shelfGpus > 0 ? (binds(now, today) + " " + waits(today)).strip()
                    : now.soldSoFarGpus + now.scrappedSoFarGpus > 0 ? result(now)
                    : "Credit costs " + Numbers.percentWithDecimal(now.spread) + " a year over the safe rate.";
        };
    }

    /** Marks sentences as of now where the headline is of another week. */
    private static String now(String text, News then, News now) {
        String left = text.strip();
        if (then.week == now.week || left.isEmpty()) {
            return left;
        }
        boolean isWord = left.length() > 1 && Character.isLowerCase(left.charAt(1));
        return "Now: " + (isWord ? Character.toLowerCase(left.charAt(0)) + left.substring(1) : left);
    }

    private static String induced(News then) {
        return (then.inducedDefaults == then.defaults && then.defaults == 1 ? "It" : then.inducedDefaults + " of them")
                + " would have survived but for the fire sales of others.";
    }

    private static String defaulted(News then) {
        return Numbers.counted(then.defaults, "borrower") + (then.defaults == 1 ? " defaults" : " default")
                + (then.inducedDefaults > 0 ? ", " + then.inducedDefaults + " only because others did." : ".");
    }

    private static String losses(News now) {
        return now.lossesUsd < 0 ? "Lenders have gained " + Numbers.usd(-now.lossesUsd) + " on machines sold so far."
                : "Lenders have lost " + Numbers.usd(now.lossesUsd) + " so far.";
    }

    private static String room(Today today) {
        return today.sites > 0 && today.shelfGpus > 0 ? today.couldHost + " of " + today.sites
                + " sites have free racks for such machines." : "";
    }

    private static String waits(Today today) {
        return today.oldestWeeks == 0 ? "" : "The oldest lot has waited " + Numbers.counted(today.oldestWeeks, "week") + ". ";
    }

    /** What keeps a week's offers from being sold, from that week's figures; nothing if much was sold or nothing was on offer. */
    static String binds(News then, Today today) {
        if (then.offeredGpus == 0 || then.soldGpus >= LITTLE * then.offeredGpus) {
            return "";
        }
        String sold = "Of " + Numbers.gpus(then.offeredGpus) + " on offer " + (then.soldGpus == 0 ? "none"
                : Numbers.count(then.soldGpus)) + " sold: ";
        if (then.hostableGpus < then.offeredGpus / 2) {
            return sold + "bidders had racks for only " + Numbers.count(then.hostableGpus) + ".";
        }
        if (then.payableGpus > then.soldGpus) {
            return sold + "bidders would and could pay the reserve for " + Numbers.count(then.payableGpus) + ".";
        }
        return sold + (today.isShortOfMoney() ? "no bid reaches the reserve" + reserve(then) + "; money is "
                + Numbers.percent(today.fundsOfCalm) + " of calm." : "buyers with racks and money bid less than the reserve"
                + reserve(then) + ".");
    }

    private static String reserve(News then) {
        return Double.isNaN(then.reserveUsd) ? "" : " of " + Numbers.usd(then.reserveUsd) + " a GPU";
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
        return "Of " + Numbers.count(then.offeredGpus) + " on offer, bidders had racks for " + room + reserve + ".";
    }

    /** The headline of a run that is over: how many defaulted, and of these how many because others did. */
    static String summaryLead(News last, int borrowers) {
        String spread = last.defaultsSoFar == 0 ? "." : last.inducedSoFar == 0 ? ". No default caused another."
                : ", " + last.inducedSoFar + " only because others did.";
        return "The run is over: " + (last.defaultsSoFar == 0 ? "no" : last.defaultsSoFar + " of "
                + borrowers) + (borrowers == 1 || last.defaultsSoFar == 0 ? " borrower" : " borrowers") + " defaulted" + spread;
    }

    /** What stands below it: what became of what was seized, and what lenders lost. */
    static String summaryRest(News last) {
        if (last.seizedSoFarGpus + last.soldSoFarGpus + last.scrappedSoFarGpus == 0) {
            return "Nothing was seized, and nothing sold.";
        }
        double all = Math.max(last.seizedSoFarGpus, last.soldSoFarGpus + last.scrappedSoFarGpus);
        double left = all - last.soldSoFarGpus - last.scrappedSoFarGpus;
        String losses = last.lossesUsd < 0 ? "Lenders gained " + Numbers.usd(-last.lossesUsd)
                : "Lenders lost " + Numbers.usd(last.lossesUsd);
        return Numbers.gpus((long) all) + (all == 1 ? " was" : " were") + " seized: " + Numbers.percent(last.soldSoFarGpus / all)
                + " sold" + (last.soldSoFarGpus == 0 ? "" : " "
                + (Math.round(100 * (1 - last.paidOverFmvSoFar())) == 0 ? "" : "at ")
                + Numbers.againstFmv(last.paidOverFmvSoFar())) + (last.scrappedSoFarGpus == 0 ? ""
                : ", " + Numbers.percent(last.scrappedSoFarGpus / all) + " scrapped")
                + (left > 0 ? ", " + Numbers.count((long) left) + " left" : "") + ". " + losses
                + (last.defaultedSoFarUsd > 0 ? " of " + Numbers.usd(last.defaultedSoFarUsd)
                + " that defaulted." : ".");
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
