package firesale.gui.view;

import firesale.credit.Book;
import firesale.credit.VehicleType;
import firesale.model.FireSale;
import java.util.ArrayList;
import java.util.List;

/** What hosts, vehicles, lenders and customers of a run are called: as an own book calls them, else by kind and number. */
public final class Names {

    private final List<String> borrowers = new ArrayList<>();
    private final List<String> lenders;
    private final List<String> customers = new ArrayList<>();

    private Names(FireSale run) {
        Book book = run.scenario().book();
        int vehicles = 0;
        for (VehicleType type : run.parameters().credit().vehicles()) {
            vehicles += type.count();
        }
        int hosts = run.credit().borrowers().size() - vehicles;
        for (int id = 0; id < hosts; id++) {
            borrowers.add(book.hosts().isEmpty() ? "host " + id : book.hosts().get(id).name());
        }
        for (VehicleType type : run.parameters().credit().vehicles()) {
            for (int i = 0; i < type.count(); i++) {
                borrowers.add(type.name() + " " + borrowers.size());
            }
        }
        lenders = Book.lenderNames(book.lenders(), run.parameters().credit().lenders());
        for (int c = 0; c < run.credit().customers().size(); c++) {
            customers.add(c < book.customers().size() ? book.customers().get(c) : "customer " + c);
        }
    }

    /** The names of a run that has begun. */
    public static Names of(FireSale run) {
        return new Names(run);
    }

    /** A borrower by its number. */
    public String borrower(int id) {
        return id < borrowers.size() ? borrowers.get(id) : "borrower " + id;
    }

    /** A lender by its number. */
    public String lender(int id) {
        return id < lenders.size() ? lenders.get(id) : "lender " + id;
    }

    /** A customer of the funding circle by its number. */
    public String customer(int number) {
        return number < customers.size() ? customers.get(number) : "customer " + number;
    }
}
