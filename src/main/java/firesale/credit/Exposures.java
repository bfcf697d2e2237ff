package firesale.credit;

import firesale.credit.Exposure.Kind;
import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.Claim;
import firesale.credit.contracts.Lease;
import firesale.credit.contracts.LeaseDamages;
import firesale.credit.contracts.LoanClass;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderFamily;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.List;

/** Lists who owes whom how much in a week. It reads only. */
final class Exposures {

    private final int week;
    private final List<Borrower> borrowers;
    private final List<Lender> lenders;
    private final List<Exposure> list = new ArrayList<>();
    private final long[] byLender;

    Exposures(int week, List<Borrower> borrowers, List<Lender> lenders) {
        this.week = week;
        this.borrowers = borrowers;
        this.lenders = lenders;
        this.byLender = new long[lenders.size()];
    }

    /** All that was added, in the order in which it was. */
    List<Exposure> list() {
        return list;
    }

    private void add(Kind kind, Party debtor, Party creditor, long cents) {
        if (cents > 0) {
            list.add(new Exposure(kind, debtor, creditor, cents));
        }
    }

    /** Adds loans against machines, summed by lender, of borrowers that have not defaulted. */
    Exposures addLoans() {
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            for (int k = 0; k < borrower.cohorts().size() && !borrower.defaulted(); k++) {
                byLender[borrower.cohorts().get(k).loan().lender().id()] += borrower.cohorts().get(k).loan().balance();
            }
            flush(Kind.TERM_LOAN, Party.borrower(borrower.id()));
        }
        return this;
    }

    /** Adds what has gathered by lender, and empties it. */
    private void flush(Kind kind, Party debtor) {
        for (int l = 0; l < byLender.length; l++) {
            add(kind, debtor, Party.lender(l), byLender[l]);
            byLender[l] = 0;
        }
    }

    /** Adds what is owed without machines as security, whether or not its debtor has defaulted. */
    Exposures addUnsecured() {
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            for (int k = 0; k < borrower.claims().size(); k++) {
                Claim claim = borrower.claims().get(k);
                add(kind(claim), Party.borrower(borrower.id()), creditor(borrower, claim), claim.balance());
            }
        }
        return this;
    }

    private static Kind kind(Claim claim) {
        if (claim instanceof BulletNote note) {
            return note.loanClass() == LoanClass.HIGH_YIELD_NOTES ? Kind.HIGH_YIELD_NOTE : Kind.CONVERTIBLE_NOTE;
        }
        return switch (claim.loanClass()) {
            case COIN_LINES -> Kind.COIN_LINE;
            case INCOME_ASSIGNMENTS -> Kind.ASSIGNED_INCOME;
            default -> claim instanceof LeaseDamages ? Kind.LEASE_DAMAGES : Kind.REVOLVER;
        };
    }

    private static Party creditor(Borrower borrower, Claim claim) {
        return switch (kind(claim)) {
            case COIN_LINE -> Party.outside(Party.Role.COIN_LENDERS);
            case ASSIGNED_INCOME -> Party.outside(Party.Role.ASSIGNEES);
            case LEASE_DAMAGES -> lessor(borrower, claim.holder());
            case REVOLVER -> Party.lender(borrower.revolver().lender().id());
            default -> Party.outside(Party.Role.NOTE_HOLDERS);
        };
    }

    private static Party lessor(Borrower lessee, Account holder) {
        for (LeasedFleet fleet : lessee.leased()) {
            if (fleet.lessor().cash() == holder) {
                return Party.borrower(fleet.lessor().id());
            }
        }
        throw new IllegalStateException("borrower " + lessee.id() + " owes damages to " + holder.owner() + ", from whom it leased nothing");
    }

    /** Adds rent still to come under leases that run, from sponsors and from lessees outside. */
    Exposures addLeases() {
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower host = borrowers.get(i);
            for (int k = 0; k < host.leased().size(); k++) {
                LeasedFleet fleet = host.leased().get(k);
                addLease(Party.borrower(host.id()), fleet.lessor(), fleet.cohort());
            }
            if (host.vehicle() != null && !host.vehicle().isSponsored()) {
                for (int k = 0; k < host.cohorts().size(); k++) {
                    addLease(Party.outside(Party.Role.OUTSIDE), host, host.cohorts().get(k));
                }
            }
        }
        return this;
    }

    private void addLease(Party lessee, Borrower lessor, Cohort cohort) {
        Lease lease = cohort.lease();
        // after the lessor's default rent is due to whoever has the machines
        if (lease.runs(week) && !lessor.defaulted()) {
            add(Kind.LEASE, lessee, Party.borrower(lessor.id()), Cents.of(cohort.gpus().balance()
                    * lease.presentValueUsd(lease.nextDue(week), cohort.loan().yearlyRate())));
        }
    }

    /**
     * Adds rent that customers of the funding circle owe hosts.
     *
     * @param customers how many there are
     * @param paid      paid utilisation under contract
     */
    Exposures addContractedRent(int customers, double paid) {
        double[] usd = new double[customers];
        for (int i = 0; i < borrowers.size() && customers > 0; i++) {
            Borrower host = borrowers.get(i);
            for (int k = 0; k < host.cohorts().size() && !host.defaulted(); k++) {
                Cohort cohort = host.cohorts().get(k);
                if (cohort.customer() >= 0 && cohort.contractEndWeek() > week) {
                    usd[cohort.customer()] += cohort.gpus().balance() * cohort.contractShare() * cohort.contractRentUsdPerHour() * paid
                            * Hours.PER_YEAR * (cohort.contractEndWeek() - week) / Hours.WEEKS_PER_YEAR;
                }
            }
            for (int c = 0; c < customers; c++) {
                add(Kind.CONTRACTED_RENT, new Party(Party.Role.CUSTOMER, c), Party.borrower(host.id()), Cents.of(usd[c]));
                usd[c] = 0;
            }
        }
        return this;
    }

    /**
     * Adds what private credit owes banks.
     *
     * @param bankShare share of private credit's funding that banks provide
     */
    Exposures addBankFunding(double bankShare) {
        double bankAssets = 0;
        for (Lender lender : lenders) {
            bankAssets += lender.type().family() == LenderFamily.BANK ? lender.assetsAtStart() : 0;
        }
        for (Lender fund : lenders) {
            for (Lender bank : lenders) {
                if (fund.type().family() == LenderFamily.PRIVATE_CREDIT && bank.type().family() == LenderFamily.BANK && bankAssets > 0) {
                    double funding = fund.assetsAtStart() - fund.capitalAtStart() - fund.lossesBeyondCapital();
                    add(Kind.BANK_FUNDING, Party.lender(fund.id()), Party.lender(bank.id()),
                            (long) (bankShare * funding * bank.assetsAtStart() / bankAssets));
                }
            }
        }
        return this;
    }

    /** Adds claims on defaulted borrowers, summed by lender, as long as there is something to come. */
    Exposures addClaims(List<SeizedFleet> fleets, Resolution resolution) {
        Borrower borrower = null;
        boolean isOpen = false;
        for (int i = 0; i < fleets.size(); i++) {
            SeizedFleet fleet = fleets.get(i);
            if (fleet.borrower() != borrower && borrower != null) {
                flush(Kind.CLAIM, Party.borrower(borrower.id()));
            }
            if (fleet.borrower() == null) {
                boolean isLeft = fleet.gpus().balance() > 0 && !fleet.isOwned();
                add(Kind.CLAIM, Party.outside(Party.Role.OUTSIDE), Party.lender(fleet.lender().id()), isLeft ? fleet.claim() : 0);
            } else {
                isOpen = fleet.borrower() == borrower ? isOpen : resolution.isOpen(fleet.borrower());
                byLender[fleet.lender().id()] += isOpen ? Math.max(0, fleet.claim()) : 0;
            }
            borrower = fleet.borrower();
        }
        if (borrower != null) {
            flush(Kind.CLAIM, Party.borrower(borrower.id()));
        }
        return this;
    }
}
