package firesale.gui.network;

/**
 * A line from who owes to who is owed.
 *
 * @param width of the line, by amount
 * @param bend  how far its middle is drawn towards the centre: 0 for straight
 * @param fresh 1 in the week of a default or a breach of contract, falling to 0 in the weeks after it
 */
record Edge(Tie tie, Spot from, Spot to, double width, double bend, double fresh) {
}
