/** The country at a glance: what came from where, how much waits, which areas are silent. */
@org.jspecify.annotations.NullMarked
package id.pantau.command.country;
