package firesale.buyers;

import firesale.buyers.BuyerType.Business;
import firesale.buyers.OwnBuyers.Given;
import firesale.buyers.OwnBuyers.GivenSite;
import firesale.hardware.Cooling;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.table.CsvReader;
import firesale.kernel.table.CsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the file of own buyers, strictly: what cannot be meant is refused, with the file, the line and the column. */
final class OwnBuyersReader {

    static final List<String> REQUIRED = List.of("id", "kind");
    static final List<String> OF_SITE = List.of("ready_mw", "rack_kw", "cooling", "convertible_mw", "pue", "power_usd_per_kwh",
            "rack_rent_usd_per_kw_month");
    static final List<String> OF_BUYER = List.of("cash_musd", "line_musd", "btc", "utilisation", "discount_rate",
            "belief_per_year", "attendance", "storage_gpus");

    /** Largest sum of all amounts, MUSD: leaves room for every sum of cents that a run can form. */
    private static final double MOST_MUSD = 1e7;
    /** Coins that there will ever be. */
    private static final double MOST_BTC = 21e6;
    private static final List<String> OF_USERS = List.of("utilisation", "belief_per_year");
    private static final double NOT_GIVEN = Double.NaN;

    private final List<BuyerType> types;
    private final List<String> kinds;
    private double sumMusd;
    private double sumBtc;

    OwnBuyersReader(List<BuyerType> types) {
        this.types = types;
        this.kinds = types.stream().map(BuyerType::name).toList();
    }

    /** The buyers in the order of their ids; sites of one buyer in the order of their rows. */
    OwnBuyers read(InputFile file) {
        List<String> optional = new ArrayList<>(OF_SITE);
        optional.addAll(OF_BUYER);
        List<CsvRow> rows = CsvReader.read(file.name(), file.content(), REQUIRED, optional);
        if (rows.isEmpty()) {
            throw new InputException(file.name() + ":1: expected at least one row below the header");
        }
        Map<String, List<CsvRow>> byId = new TreeMap<>();
        for (CsvRow row : rows) {
            byId.computeIfAbsent(row.name("id"), id -> new ArrayList<>()).add(row);
        }
        List<Given> buyers = new ArrayList<>();
        byId.forEach((id, sites) -> buyers.add(buyer(id, sites)));
        return new OwnBuyers(buyers);
    }

    private Given buyer(String id, List<CsvRow> rows) {
        CsvRow first = rows.get(0);
        int kind = first.place("kind", kinds);
        boolean resells = types.get(kind).business() == Business.RESELL;
        refuse(first, resells ? OF_USERS : List.of("storage_gpus"), resells, kinds.get(kind));
        List<GivenSite> sites = new ArrayList<>();
        for (CsvRow row : rows) {
            if (row.place("kind", kinds) != kind) {
                throw row.failure("kind", "expected " + kinds.get(kind) + " as in line " + first.line() + ", since \"" + id
                        + "\" stands there already: rows with one id are sites of one buyer; but found " + row.text("kind"));
            } else if (row != first && resells) {
                throw row.failure("id", "expected an id that stands once, since " + kinds.get(kind)
                        + " resells and has no sites, but \"" + id + "\" stands in line " + first.line() + " already");
            } else if (row != first) {
                refuseAgain(row, first);
            }
            if (resells) {
                refuse(row, OF_SITE, true, kinds.get(kind));
            }
            sites.add(site(row));
        }
        return new Given(id, kind, musd(first, "cash_musd"), musd(first, "line_musd"), btc(first),
                number(first, "utilisation", 0, 1, "share"), number(first, "discount_rate", -0.5, 3, "1/a"),
                number(first, "belief_per_year", -3, 3, "1/a"), number(first, "attendance", 0, 1, "share"),
                number(first, "storage_gpus", 0, 1e8, "GPUs"), sites);
    }

    private static void refuseAgain(CsvRow row, CsvRow first) {
        for (String column : OF_BUYER) {
            if (!row.isEmpty(column)) {
                throw row.failure(column, "expected nothing here, since it is said of the whole buyer in line " + first.line()
                        + ", the first with this id; but found " + row.text(column));
            }
        }
    }

    /** Refuses what has no meaning for a kind of buyer; a 0 says what holds anyway. */
    private static void refuse(CsvRow row, List<String> columns, boolean resells, String kind) {
        for (String column : columns) {
            if (!row.isEmpty(column) && (column.equals("cooling") || row.real(column) != 0)) {
                throw row.failure(column, "expected nothing here, since " + kind
                        + (resells ? " resells and runs no machines" : " runs machines and stores none") + "; but found "
                        + row.text(column));
            }
        }
    }

    private static GivenSite site(CsvRow row) {
        return new GivenSite(number(row, "ready_mw", 0, 100_000, "MW"), number(row, "rack_kw", 0.1, 1000, "kW"),
                row.isEmpty("cooling") ? Optional.empty() : Optional.of(row.choice("cooling", Cooling.class)),
                number(row, "convertible_mw", 0, 100_000, "MW"), number(row, "pue", 1, 5, "ratio"),
                number(row, "power_usd_per_kwh", 0, 10, "USD/kWh"),
                number(row, "rack_rent_usd_per_kw_month", 0, 100_000, "USD/kW/month"));
    }

    private static double number(CsvRow row, String column, double low, double high, String unit) {
        return row.number(column, low, high, unit, NOT_GIVEN);
    }

    private double musd(CsvRow row, String column) {
        double musd = number(row, column, 0, MOST_MUSD, "MUSD");
        sumMusd += OwnBuyers.or(musd, 0);
        if (sumMusd > MOST_MUSD) {
            throw row.failure(column, "expected amounts of at most 1e7 MUSD in all, but with this one they are more");
        }
        return musd;
    }

    private double btc(CsvRow row) {
        double btc = number(row, "btc", 0, MOST_BTC, "BTC");
        sumBtc += OwnBuyers.or(btc, 0);
        if (sumBtc > MOST_BTC) {
            throw row.failure("btc", "expected at most 21000000 BTC in all, but with this row they are more");
        }
        return btc;
    }
}
