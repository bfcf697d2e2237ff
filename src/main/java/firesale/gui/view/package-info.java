/** What all views share: a place on the screen, layers that are drawn and hit, cards of
 * figures; how numbers, names and dates are written, letters and lines. */
package firesale.gui.view;
