/** The simulation: the week's timetable, its phases, and what is measured. */
package firesale.model;
