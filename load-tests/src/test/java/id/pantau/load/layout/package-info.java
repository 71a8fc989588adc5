/** What can be wrong in the comparison of layouts. */
@org.jspecify.annotations.NullMarked
package id.pantau.load.layout;
