package firesale.credit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A small own book in a folder, for tests: two borrowers, three loans, two lenders. Runs start on 2026-01-05. */
public final class OwnBook {

    /** Two lenders; the bank stands last in the file. */
    public static final String LENDERS = """
            name,family,gpu_loan_share,capital_ratio,minimum_ratio,discount_rate
            fund,private-credit,0.5,0.3,0.2,0.1
            bank,bank,0.05,0.12,0.08,0.07
            """;
    /** Two borrowers: beta has a convertible note and no coins, alpha everything else. */
    public static final String BORROWERS = """
            name,cash_usd,spot_utilisation,coins_btc,mined_btc_per_year,note_usd,note_coupon,note_maturity,high_yield_usd,high_yield_coupon,\
            high_yield_maturity,revolver_limit_usd,revolver_drawn_usd,revolver_lender,coin_line_usd,pledged_btc,assigned_usd,assigned_share
            beta,1000000.07,0.6,,,5000000.5,0.01,2027-01-04,,,,,,,,,,
            alpha,2500000.25,0.7,12.5,3,,,,3000000.01,0.09,2028-01-10,2000000,750000.1,bank,400000,10,600000.02,0.3
            """;
    /** Three loans: alpha's second fleet is older than its first. */
    public static final String LOANS = """
            borrower,lender,machine,gpus,cost_usd_per_gpu,bought,balance_usd,rate,maturity,contract_share,contract_usd_per_hour,contract_end,customer
            alpha,fund,H100-SXM-HGX-air,800,30000,2025-01-05,12000000.03,0.09,2028-01-03,0.5,2.5,2027-01-04,lab
            beta,bank,H100-SXM-HGX-air,80,30000,2024-07-05,1500000.99,0.08,2027-07-05,,,,
            alpha,bank,A100-SXM-HGX-air,160,20000,2023-01-05,900000,0.1,2026-07-06,0,,,
            """;

    private final Path folder;

    /** Writes the book into a folder. */
    public OwnBook(Path folder) throws IOException {
        this.folder = folder;
        write("lenders.csv", LENDERS);
        write("borrowers.csv", BORROWERS);
        write("loans.csv", LOANS);
    }

    /** Writes a file of the book. */
    public OwnBook write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
        return this;
    }

    /** Puts the rows of all files into the opposite order. */
    public OwnBook reverse() throws IOException {
        for (String file : List.of("lenders.csv", "borrowers.csv", "loans.csv")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
            Collections.reverse(lines.subList(1, lines.size()));
            write(file, String.join("\n", lines) + "\n");
        }
        return this;
    }

    /** Settings that name all three files, and more. */
    public String[] settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        for (String file : List.of("borrowers", "loans", "lenders")) {
            settings.add("credit.book." + file + "=" + folder.resolve(file + ".csv"));
        }
        return settings.toArray(new String[0]);
    }
}
