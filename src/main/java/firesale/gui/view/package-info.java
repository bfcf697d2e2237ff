/** What all views share: a place on the screen, layers that are drawn and hit, cards of figures. */
package firesale.gui.view;
