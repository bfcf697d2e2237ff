package firesale.policy;

import firesale.world.Market;
import firesale.world.Regime;

/** Whether what a trigger waits for is there. Losses are looked at when a week ends: what they call for begins in the next. */
final class Alarm {

    private final Trigger trigger;
    private final double lossShare;
    private final Market market;
    private boolean lossesExceeded;

    Alarm(Trigger trigger, double lossShare, Market market) {
        this.trigger = trigger;
        this.lossShare = lossShare;
        this.market = market;
    }

    /** Takes down lenders' losses so far, before any guarantee, over their loans at the start. */
    void observe(double losses) {
        lossesExceeded |= losses > lossShare;
    }

    boolean isOn() {
        return switch (trigger) {
            case ALWAYS -> true;
            case SQUEEZE -> market.regime() == Regime.SQUEEZE;
            case LOSSES -> lossesExceeded;
        };
    }
}
