/** What a machine is worth to whoever runs it: discounted cash flows along an expected path of rent. No agent, no market. */
package firesale.valuation;
