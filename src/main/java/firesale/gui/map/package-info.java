/** The market map: who could take what is for sale, and who does. */
package firesale.gui.map;
