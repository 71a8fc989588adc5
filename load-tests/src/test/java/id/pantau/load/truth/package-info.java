/** What the truth check must find. */
@org.jspecify.annotations.NullMarked
package id.pantau.load.truth;
