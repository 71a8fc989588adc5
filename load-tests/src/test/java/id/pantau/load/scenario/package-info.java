/** What can be wrong in a scenario's arithmetic, and the smoke scenario itself. */
@org.jspecify.annotations.NullMarked
package id.pantau.load.scenario;
