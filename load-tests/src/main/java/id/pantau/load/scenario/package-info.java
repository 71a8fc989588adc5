/**
 * Scenarios from start to end: a node of their own is started from the packed jar, forms and
 * viewers come, and when it is quiet again the truth is checked. {@link
 * id.pantau.load.scenario.Named} says what each does, {@link id.pantau.load.scenario.Run} does it,
 * {@link id.pantau.load.scenario.Pairs} compares two jars or two loads in turn.
 */
@NullMarked
package id.pantau.load.scenario;

import org.jspecify.annotations.NullMarked;
