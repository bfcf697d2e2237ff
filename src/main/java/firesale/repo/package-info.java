/**
 * Repo: dealers with a limited balance sheet who lend against machines that buyers bid for, at a haircut, for a term; rolls, margin
 * calls, and the machines of those who do not meet them. There is no such market for GPUs (S9); its capacity is zero by default.
 */
package firesale.repo;
