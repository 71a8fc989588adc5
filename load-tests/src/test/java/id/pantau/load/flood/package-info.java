/** What can be wrong in the flood: made-up forms that would be held, and the sums it expects. */
@org.jspecify.annotations.NullMarked
package id.pantau.load.flood;
