/** The institutions that lend: their capital, their funding, what they can still lend and what becomes of their losses. */
package firesale.credit.lenders;
