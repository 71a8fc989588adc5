/**
 * The verbs of the command, one class each. A verb is what a person or a script at a terminal asks
 * for: it speaks to a node over HTTP like anybody else, or starts one; it ends with 0 good, 1
 * refused or failed, 2 usage. {@link id.pantau.Main} lists them.
 */
@NullMarked
package id.pantau.cli;

import org.jspecify.annotations.NullMarked;
