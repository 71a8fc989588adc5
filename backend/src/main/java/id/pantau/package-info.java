/** The command line and the wiring of the data path; start with {@link id.pantau.DataPath}. */
@NullMarked
package id.pantau;

import org.jspecify.annotations.NullMarked;
