package firesale.model;

import firesale.buyers.Friction;
import firesale.buyers.OwnBuyers;
import firesale.credit.Book;
import firesale.world.Feedback;
import firesale.world.Replay;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Parameters with what all runs share already read from files. Immutable; any number of runs may use one at the same time.
 *
 * @param parameters the parameters
 * @param replay     the dated series that stand in for simulated prices
 * @param book       the own book of borrowers, loans and lenders
 * @param ownBuyers  buyers that are given, not drawn
 * @param feedbacks  the loops that are on
 * @param frictions  the frictions that are on
 * @param disposal   what becomes of machines that reach a lender
 * @param twins      whether a run is compared with its twins when it ends
 */
public record Scenario(ModelParameters parameters, Replay replay, Book book, OwnBuyers ownBuyers,
        Set<Feedback> feedbacks, Set<Friction> frictions, Disposal disposal, boolean twins) {

    /**
     * Reads the files that parameters name.
     *
     * @throws firesale.kernel.parameters.InputException if a series, an own book or own buyers cannot be read or makes no sense
     */
    public static Scenario of(ModelParameters parameters) {
        return of(parameters, Optional.empty());
    }

    /** The same; a file is not read again if another scenario has read it for the same purpose. */
    public static Scenario of(ModelParameters parameters, Scenario other) {
        return of(parameters, Optional.of(other));
    }

    private static Scenario of(ModelParameters parameters, Optional<Scenario> other) {
        Optional<Scenario> market = other.filter(o -> o.parameters.market().replay().equals(parameters.market().replay())
                && o.parameters.market().start().equals(parameters.market().start())
                && o.parameters.time().horizon() == parameters.time().horizon());
        Optional<Scenario> credit = other.filter(o -> o.parameters.credit() == parameters.credit()
                && o.parameters.hardware() == parameters.hardware() && o.parameters.market() == parameters.market());
        Optional<Scenario> buyers = other.filter(o -> o.parameters.buyers().file().equals(parameters.buyers().file())
                && o.parameters.buyers().types().equals(parameters.buyers().types()));
        Set<Feedback> feedbacks = EnumSet.noneOf(Feedback.class);
        feedbacks.addAll(parameters.feedbacks());
        Set<Friction> frictions = EnumSet.noneOf(Friction.class);
        frictions.addAll(parameters.frictions());
        return new Scenario(parameters,
                market.map(Scenario::replay).orElseGet(() -> Replay.of(parameters.market(), parameters.time().horizon())),
                credit.map(Scenario::book).orElseGet(
                        () -> Book.of(parameters.credit(), parameters.hardware(), parameters.market())),
                buyers.map(Scenario::ownBuyers).orElseGet(() -> OwnBuyers.of(parameters.buyers())),
                Collections.unmodifiableSet(feedbacks), Collections.unmodifiableSet(frictions),
                Disposal.AUCTION, parameters.twins());
    }

    /** The twin without feedbacks: no loop leads from institutions back to prices, marks or credit. It has no twins itself. */
    Scenario withoutFeedbacks() {
        return twin(disposal);
    }

    /** The twin with a warehouse, which has no feedbacks either. It has no twins itself. */
    Scenario withWarehouse() {
        return twin(Disposal.WAREHOUSE);
    }

    /** The same without a repo market. It has no twins itself. */
    Scenario withoutRepo() {
        return new Scenario(parameters.withRepo(parameters.repo().withCapacityUsd(0)), replay, book, ownBuyers, feedbacks, frictions,
                disposal, false);
    }

    private Scenario twin(Disposal of) {
        Set<Feedback> none = Collections.unmodifiableSet(EnumSet.noneOf(Feedback.class));
        return new Scenario(parameters, replay, book, ownBuyers, none, frictions, of, false);
    }
}
