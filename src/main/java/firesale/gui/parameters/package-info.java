/** The model's inspector: every parameter, to be changed while a run is watched. */
package firesale.gui.parameters;
