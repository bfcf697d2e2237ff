package firesale.world;

/**
 * What the institutions did to the markets in the week before: the inputs of the feedback loops.
 *
 * @param offlineGpus  GPUs that earn nothing because they are being seized, stored or moved
 * @param coinsSold    BTC sold by agents
 * @param lossShare    lenders' losses of the last 26 weeks over their loans
 * @param leverage     borrowers' debt over the book value of their assets
 */
public record Pressure(double offlineGpus, double coinsSold, double lossShare, double leverage) {

    /** Nothing happened. */
    public static Pressure none() {
        return new Pressure(0, 0, 0, 0);
    }
}
