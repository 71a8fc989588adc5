/** The command centre's wall beside those who read the same registry. */
@NullMarked
package id.pantau.load.wall;

import org.jspecify.annotations.NullMarked;
