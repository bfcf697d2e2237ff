package firesale.policy;

import firesale.hardware.Custody;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.List;

/**
 * All who stand behind prices and losses in a run: floors that are on, the guarantee, and what belief in them does to lending.
 */
public final class Backstop {

    private final OutsideWorld outside;
    private final List<Floor> floors = new ArrayList<>();
    private final Guarantee guarantee;
    private final Alarm floorAlarm;
    private final Leverage leverage;

    /**
     * @param spread what lenders charge over the risk-free rate, 1/a
     * @param serves whether floors and guarantee serve; else there are none, and lenders lend as if there were
     */
    public Backstop(PolicyParameters policy, double spread, OutsideWorld outside, List<Custody> custody, Market market,
            boolean serves) {
        this.outside = outside;
        this.leverage = Leverage.of(policy, spread);
        GuaranteeParameters cover = policy.guarantee();
        this.guarantee = serves && cover.isOn() ? new Guarantee(cover, Cents.of(cover.budgetUsd()),
                new Alarm(cover.trigger(), cover.lossShare(), market)) : Guarantee.none();
        this.floorAlarm = new Alarm(policy.floor().trigger(), policy.floor().lossShare(), market);
        if (serves && policy.standby().isOn()) {
            floors.add(new Floor(FloorOwner.STANDBY, 1 - policy.standby().discount(), Cents.of(policy.standby().budgetUsd()),
                    () -> true, outside.standby(), custody));
        }
        VendorFloorParameters vendor = policy.vendorFloor();
        if (serves && vendor.isOn()) {
            floors.add(new Floor(FloorOwner.VENDOR, vendor.shareOfFmv(), Cents.of(vendor.budgetUsd()),
                    () -> !vendor.withdrawnInSqueeze() || market.regime() != Regime.SQUEEZE, outside.vendor(), custody));
        }
        if (serves && policy.floor().isOn()) {
            floors.add(new Floor(FloorOwner.AUTHORITY, policy.floor().shareOfOlv(), Cents.of(policy.floor().budgetUsd()),
                    floorAlarm::isOn, outside.authority(), custody));
        }
    }

    /** Floors that are on, in the order in which equal prices serve. */
    public List<Floor> floors() {
        return floors;
    }

    public Guarantee guarantee() {
        return guarantee;
    }

    /** What belief in the backstop makes of advances. */
    public Leverage leverage() {
        return leverage;
    }

    /** GPUs that owners of floors hold. */
    public long heldGpus() {
        long sum = 0;
        for (int i = 0; i < floors.size(); i++) {
            sum += floors.get(i).gpus();
        }
        return sum;
    }

    /**
     * Phase: what is held is stored for a week, and triggers see lenders' losses.
     *
     * @param lossShare lenders' losses so far before the guarantee over their loans at the start
     */
    public void week(double storageUsdPerGpuWeek, double lossShare) {
        for (int i = 0; i < floors.size(); i++) {
            Floor floor = floors.get(i);
            floor.store(outside.money(), outside.services(), Cents.of(storageUsdPerGpuWeek * floor.gpus()));
        }
        guarantee.observe(lossShare);
        floorAlarm.observe(lossShare);
    }
}
