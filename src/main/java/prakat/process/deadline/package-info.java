/** By when tasks are to be done: reminders, and escalations to the deputy directors. */
package prakat.process.deadline;
