/**
 * Tools that load a node, or a Redis alone, and check what comes out: each prints what it did and
 * ends with one line of JSON. Nothing here is shipped, and no figure of {@code load-tests/results}
 * comes from anywhere else. Start with {@link id.pantau.load.ViewerSwarm}, {@link
 * id.pantau.load.IntakeFlood} or {@link id.pantau.load.LayoutBench}.
 */
@NullMarked
package id.pantau.load;

import org.jspecify.annotations.NullMarked;
