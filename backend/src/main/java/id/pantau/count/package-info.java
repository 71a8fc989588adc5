/**
 * Counting: batches of one province go through one Redis Function, then into the node's journal,
 * and only then is a form acknowledged. Read {@code count.lua} beside this package first, then
 * {@link id.pantau.count.Lane}.
 */
@NullMarked
package id.pantau.count;

import org.jspecify.annotations.NullMarked;
