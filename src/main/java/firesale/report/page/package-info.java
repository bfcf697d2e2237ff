/**
 * A finished result folder as one HTML page that needs no network: the answer, its figures, the charts with their values, all
 * parameters and how to reproduce them. It reads what the folder holds and says what it lacks; the same results give the same
 * bytes, wherever the folder is.
 */
package firesale.report.page;
