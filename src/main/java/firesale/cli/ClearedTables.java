package firesale.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A cleared sale for programs. Amounts are decimal numbers, never binary ones: the same text on every machine. */
final class ClearedTables {

    private static final String DOLLARS = "USD";
    private static final List<Column<ClearedSale.Line>> COLUMNS = List.of(
            new Column<>("bidder", Type.TEXT, "", "Who bids", ClearedSale.Line::bidder),
            new Column<>("units", Type.INTEGER, "count", "Units won", ClearedSale.Line::units),
            new Column<>("payment_usd", Type.REAL, DOLLARS, "Paid for all of them", line -> Dollars.number(line.paymentCents())),
            new Column<>("mean_price_usd", Type.REAL, DOLLARS, "Paid for each", ClearedTables::meanPrice),
            new Column<>("value_usd", Type.REAL, DOLLARS, "What they are worth to the bidder",
                    line -> Dollars.number(line.valueCents())),
            new Column<>("surplus_usd", Type.REAL, DOLLARS, "Value less payment", line -> Dollars.number(line.surplusCents())));

    private ClearedTables() {
    }

    private static BigDecimal meanPrice(ClearedSale.Line line) {
        return line.units() == 0 ? null : Dollars.each(line.paymentCents(), line.units());
    }

    /** A row for each bidder, in the order of names. */
    static void csv(ClearedSale sale, PrintWriter out) throws IOException {
        CsvWriter<ClearedSale.Line> csv = CsvWriter.begin(out, COLUMNS);
        for (ClearedSale.Line line : sale.lines()) {
            csv.write(line);
        }
    }

    /** Terms, sums, bidders, and what each gets of each lot. */
    static void json(ClearedSale sale, PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            terms(sale.terms(), json);
            sums(sale, json);
            json.writeArrayFieldStart("bidders");
            for (ClearedSale.Line line : sale.lines()) {
                json.writeStartObject();
                json.writeStringField("bidder", line.bidder());
                json.writeNumberField("units", line.units());
                json.writeNumberField("paymentUsd", Dollars.number(line.paymentCents()));
                numberOrNull("meanPriceUsd", meanPrice(line), json);
                json.writeNumberField("valueUsd", Dollars.number(line.valueCents()));
                json.writeNumberField("surplusUsd", Dollars.number(line.surplusCents()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("awards");
            sale.readAwards((lot, bidder, units, paymentCents) -> {
                json.writeStartObject();
                json.writeNumberField("lot", lot);
                json.writeStringField("bidder", bidder);
                json.writeNumberField("units", units);
                json.writeNumberField("paymentUsd", Dollars.number(paymentCents));
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
        out.print('\n');
    }

    private static void terms(SaleTerms terms, JsonGenerator json) throws IOException {
        json.writeStringField("format", Scalars.kebab(terms.format()));
        json.writeStringField("bidding", Scalars.kebab(terms.rules().bidding()));
        json.writeStringField("uniformRule", Scalars.kebab(terms.rules().uniformPriceRule()));
        json.writeNumberField("tickUsd", Dollars.number(terms.rules().tickCents()));
        json.writeNumberField("contacts", new BigDecimal(Scalars.text(terms.rules().usersPerWeek())));
        json.writeNumberField("buyersWeight", new BigDecimal(Scalars.text(terms.rules().buyersWeight())));
        json.writeBooleanField("lotByLot", terms.rules().lotByLot());
        json.writeBooleanField("allOrNothing", terms.rules().allOrNothing());
        json.writeNumberField("seed", terms.seed());
        json.writeNumberField("units", terms.units());
        json.writeNumberField("lotUnits", terms.lotUnits());
        json.writeNumberField("lots", terms.lots());
        json.writeNumberField("reserveUsd", Dollars.number(terms.reserveCents()));
    }

    private static void sums(ClearedSale sale, JsonGenerator json) throws IOException {
        json.writeNumberField("sold", sale.unitsSold());
        json.writeNumberField("unsold", sale.terms().units() - sale.unitsSold());
        List<BigDecimal> prices = sale.winners().stream().map(ClearedTables::meanPrice).sorted().toList();
        boolean any = !prices.isEmpty();
        numberOrNull("lowestPriceUsd", any ? prices.get(0) : null, json);
        numberOrNull("meanPriceUsd", any ? Dollars.each(sale.revenueCents(), sale.unitsSold()) : null, json);
        numberOrNull("highestPriceUsd", any ? prices.get(prices.size() - 1) : null, json);
        json.writeNumberField("revenueUsd", Dollars.number(sale.revenueCents()));
        json.writeNumberField("surplusUsd", Dollars.number((long) StrictMath.rint(sale.surplusCents())));
        if (sale.boundCents().isPresent()) {
            json.writeNumberField("surplusBoundUsd", Dollars.number((long) StrictMath.rint(sale.boundCents().getAsDouble())));
            // rounded down, as it is a lower bound; a hair is added for the rounding of sums
            json.writeNumberField("efficiency", BigDecimal.valueOf(sale.efficiency() + 1e-9).setScale(6, RoundingMode.DOWN));
        }
    }

    private static void numberOrNull(String name, BigDecimal number, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }
}
