/**
 * Pictures of finished results, as PNG and SVG. What is drawn is prepared by pure classes that read the result folder's tables
 * once, row by row; drawing knows no files. Nothing below this room knows it, and a chart that fails harms no result.
 */
package firesale.report;
