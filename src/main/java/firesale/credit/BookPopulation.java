package firesale.credit;

import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.CoinLine;
import firesale.credit.contracts.IncomeAssignment;
import firesale.credit.contracts.Revolver;
import firesale.credit.contracts.TermLoan;
import firesale.credit.lenders.Lender;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.kernel.books.Account;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Streams;
import java.util.ArrayList;
import java.util.List;

/** Endows the hosts of an own book with what its rows say; nothing is drawn. */
final class BookPopulation {

    private final HardwareParameters hardware;
    private final OutsideWorld outside;
    private final List<Custody> custody;

    BookPopulation(HardwareParameters hardware, OutsideWorld outside, List<Custody> custody) {
        this.hardware = hardware;
        this.outside = outside;
        this.custody = custody;
    }

    /** The hosts in the book's order; lenders hold what they have lent. */
    List<Borrower> hosts(Book book, List<Lender> lenders) {
        List<Borrower> hosts = new ArrayList<>();
        for (Book.Host host : book.hosts()) {
            hosts.add(host(hosts.size(), host, lenders));
        }
        return hosts;
    }

    private Borrower host(int id, Book.Host host, List<Lender> lenders) {
        List<Cohort> cohorts = new ArrayList<>();
        for (Book.Loan loan : host.loans()) {
            cohorts.add(cohort(id, loan, lenders.get(loan.lender())));
        }
        Account cash = outside.money().open("borrower " + id);
        outside.money().transfer(outside.investors(), cash, host.cashCents());
        Account coins = outside.coins().open("borrower " + id);
        outside.coins().transfer(outside.coinMarket(), coins, host.satoshi());
        Borrower borrower = new Borrower(id, Streams.identity(host.name()), cash, coins, cohorts,
                BulletNote.convertible(outside.noteHolders(), host.note().cents(), host.note().coupon(), host.note().conversion(),
                        host.note().maturityWeek()),
                host.spotUtilisation(), host.minedBtcPerYear());
        host.coinLine().ifPresent(line -> borrower.draw(coinLine(id, line)));
        host.highYield().ifPresent(note -> borrower.issue(
                BulletNote.highYield(outside.highYieldHolders(), note.cents(), note.coupon(), note.maturityWeek())));
        host.revolver().ifPresent(line -> borrower.arrange(revolver(line, lenders.get(line.lender()))));
        host.assigned().ifPresent(income -> borrower.assign(
                new IncomeAssignment(outside.incomeAssignees(), income.share(), income.cents(), income.rate())));
        return borrower;
    }

    private Cohort cohort(int borrower, Book.Loan row, Lender lender) {
        Custody place = custody.get(row.machine());
        Account gpus = place.open("borrower " + borrower);
        place.move(place.makers(), gpus, row.gpus());
        Cohort cohort = new Cohort(hardware.machines().get(row.machine()), row.machine(), gpus, row.costUsdPerGpu(),
                row.ageYears(), row.contractShare(), row.contractUsdPerHour(), row.contractEndWeek());
        cohort.oweRent(row.customer());
        TermLoan loan = new TermLoan(lender, row.balanceUsd(), row.rate(), row.weeks(), 0);
        lender.hold(loan.balance());
        cohort.finance(loan);
        return cohort;
    }

    private CoinLine coinLine(int id, Book.CoinDebt line) {
        Account pledged = outside.coins().open("borrower " + id + ", pledged");
        outside.coins().transfer(outside.coinMarket(), pledged, line.satoshi());
        return new CoinLine(outside.coinLenders(), pledged, line.cents(), line.rate());
    }

    /** What is drawn at the start counts among the loans that the lender holds. */
    private static Revolver revolver(Book.Line line, Lender lender) {
        Revolver revolver = new Revolver(lender, line.limitCents(), line.rate());
        revolver.draw(line.drawnCents());
        lender.hold(line.drawnCents());
        return revolver;
    }
}
