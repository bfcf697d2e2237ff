/** The model as a function, for notebooks and other people's programs: parameters and a seed in, measures out, nothing else. */
package firesale.api;
