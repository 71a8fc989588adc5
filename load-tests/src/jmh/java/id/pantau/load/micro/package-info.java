/**
 * What the benchmarks of single steps have in common. Each benchmark lies in the package of the
 * room that it measures, for rooms keep their classes to themselves.
 */
@NullMarked
package id.pantau.load.micro;

import org.jspecify.annotations.NullMarked;
