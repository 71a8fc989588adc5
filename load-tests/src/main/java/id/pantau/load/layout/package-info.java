/**
 * The comparison of layouts of counting records in Redis behind decision 0002: the same batches
 * through the same function on different layouts, each run on an emptied Redis of its own, by CPU
 * of that Redis, its memory and its append-only file. Start with {@link
 * id.pantau.load.layout.BenchRun}.
 */
@NullMarked
package id.pantau.load.layout;

import org.jspecify.annotations.NullMarked;
