/** What can be wrong in what the tools share. */
@org.jspecify.annotations.NullMarked
package id.pantau.load;
