package firesale.credit;

import firesale.hardware.MachineType;

/** What a machine in good condition is held to be worth this week by those who look at the market. USD per GPU. */
public interface Marks {

    /** Machines are worth nothing and live for ever: for what does not depend on marks. */
    Marks NONE = new Marks() {
        @Override
        public double modelUsd(MachineType machine, double ageYears) {
            return 0;
        }

        @Override
        public double auctionUsd(MachineType machine, int machineIndex, double ageYears) {
            return 0;
        }

        @Override
        public double lifeYears() {
            return Double.POSITIVE_INFINITY;
        }
    };

    /** By a model of its cash flows: FMV. */
    double modelUsd(MachineType machine, double ageYears);

    /** By what such machines fetched in auctions; the model's value as long as none was seen. */
    double auctionUsd(MachineType machine, int machineIndex, double ageYears);

    /** The life over which lenders believe collateral to lose its value in a straight line, years. */
    double lifeYears();
}
