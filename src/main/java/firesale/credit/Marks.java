package firesale.credit;

import firesale.hardware.MachineType;

/** What a machine in good condition is held to be worth this week by those who look at the market. USD per GPU. */
public interface Marks {

    /** By a model of its cash flows: FMV. */
    double modelUsd(MachineType machine, double ageYears);

    /** By what such machines fetched in auctions; the model's value as long as none was seen. */
    double auctionUsd(MachineType machine, int machineIndex, double ageYears);

    /** The life over which lenders believe collateral to lose its value in a straight line, years. */
    double lifeYears();
}
