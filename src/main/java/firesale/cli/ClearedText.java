package firesale.cli;

import firesale.auction.Bidding;
import firesale.experiment.TextTable;
import firesale.kernel.parameters.Scalars;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A cleared sale for people. */
final class ClearedText {

    private static final int LOSERS_NAMED = 5;

    private ClearedText() {
    }

    static void print(ClearedSale sale, PrintWriter out) {
        SaleTerms terms = sale.terms();
        out.print(Scalars.kebab(terms.format()) + ", " + bidding(terms.rules().bidding()) + ": "
                + counted(terms.units(), "unit") + lots(terms) + ", reserve " + Dollars.text(terms.reserveCents()) + ", "
                + counted(sale.lines().size(), "bidder") + "\n\n");
        out.print("sold        " + sold(sale) + "\n");
        List<ClearedSale.Line> winners = sale.winners();
        if (!winners.isEmpty()) {
            out.print("price       " + price(winners, sale) + "\n");
            out.print("revenue     " + Dollars.text(sale.revenueCents()) + "\n");
        }
        out.print("surplus     " + surplus(sale) + "\n");
        if (sale.boundCents().isPresent()) {
            out.print("efficiency  " + efficiency(sale.efficiency()) + "\n");
        }
        if (!winners.isEmpty()) {
            out.print("\n" + table(winners));
        }
        out.print(losers(sale));
    }

    private static String bidding(Bidding bidding) {
        return bidding == Bidding.TRUTHFUL ? "bids as in the file" : Scalars.kebab(bidding) + " bids";
    }

    private static String lots(SaleTerms terms) {
        if (terms.lots() == 1) {
            return terms.units() == 1 ? "" : " in one lot";
        }
        long last = terms.units() - (terms.lots() - 1) * terms.lotUnits();
        return " in " + number(terms.lots()) + " lots of " + number(terms.lotUnits())
                + (last == terms.lotUnits() ? "" : ", the last of " + number(last));
    }

    private static String sold(ClearedSale sale) {
        long sold = sale.unitsSold();
        long left = sale.terms().units() - sold;
        String all = counted(sale.terms().units(), "unit");
        return sold == 0 ? "nothing, " + all + " left" : left == 0 ? all + ", none left"
                : number(sold) + " of " + all + ", " + number(left) + " left";
    }

    private static String price(List<ClearedSale.Line> winners, ClearedSale sale) {
        BigDecimal lowest = Dollars.each(winners.get(0).paymentCents(), winners.get(0).units());
        BigDecimal highest = lowest;
        for (ClearedSale.Line line : winners) {
            BigDecimal each = Dollars.each(line.paymentCents(), line.units());
            lowest = lowest.min(each);
            highest = highest.max(each);
        }
        return lowest.compareTo(highest) == 0 ? Dollars.text(lowest) + " a unit"
                : Dollars.text(lowest) + " to " + Dollars.text(highest) + " a unit by bidder, mean "
                        + Dollars.text(Dollars.each(sale.revenueCents(), sale.unitsSold()));
    }

    private static String surplus(ClearedSale sale) {
        String realised = Dollars.text((long) StrictMath.rint(sale.surplusCents()));
        return sale.boundCents().isEmpty() ? realised
                : realised + " of at most " + Dollars.text((long) StrictMath.rint(sale.boundCents().getAsDouble()));
    }

    /** Rounded down, so that 100 % is said of nothing less. */
    private static String efficiency(double share) {
        long hundredths = (long) StrictMath.floor(10_000 * share + 1e-6);
        return hundredths == 10_000 ? "100 %"
                : percent(hundredths) + " or more, at most " + percent(10_000 - hundredths) + " is lost";
    }

    private static String percent(long hundredths) {
        return String.format(Locale.ROOT, "%d.%02d %%", hundredths / 100, hundredths % 100);
    }

    private static String table(List<ClearedSale.Line> winners) {
        TextTable table = new TextTable(0).row("bidder", "units", "payment", "mean price", "value", "surplus");
        for (ClearedSale.Line line : winners) {
            table.row(line.bidder(), number(line.units()), Dollars.text(line.paymentCents()),
                    Dollars.text(Dollars.each(line.paymentCents(), line.units())), Dollars.text(line.valueCents()),
                    Dollars.text(line.surplusCents()));
        }
        return table.text();
    }

    private static String losers(ClearedSale sale) {
        List<String> losers = sale.lines().stream().filter(line -> line.units() == 0).map(ClearedSale.Line::bidder).toList();
        if (losers.isEmpty()) {
            return "";
        }
        int more = losers.size() - LOSERS_NAMED;
        return "\n" + counted(losers.size(), "bidder") + (losers.size() == 1 ? " wins" : " win") + " nothing: "
                + String.join(", ", losers.subList(0, Math.min(LOSERS_NAMED, losers.size())))
                + (more > 0 ? " and " + number(more) + " more" : "") + "\n";
    }

    private static String counted(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
