/**
 * The credit side: contracts (what is owed), covenants (when they are broken), borrowers and lenders (who decide), and the
 * fleets that lenders seize.
 */
package firesale.credit;
