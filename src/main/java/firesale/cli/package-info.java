/**
 * The command line. Standard output takes results, standard error everything else; {@link firesale.cli.ExitCode} lists the exit
 * codes. Command classes hold options only; the work stands in classes that are loaded when a command runs.
 */
package firesale.cli;
