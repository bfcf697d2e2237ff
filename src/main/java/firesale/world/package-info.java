/** What the world says: regimes, AI equity, BTC, rent, funding spread, releases, and replayed series. */
package firesale.world;
