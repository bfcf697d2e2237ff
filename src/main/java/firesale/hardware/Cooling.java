package firesale.hardware;

/** How heat leaves a rack. */
public enum Cooling {
    AIR, REAR_DOOR, DIRECT_LIQUID, IMMERSION
}
