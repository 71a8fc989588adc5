/**
 * The counting step beside its peers: the same batches through the Redis Function as shipped, two
 * designs that compute the totals outside Redis, PostgreSQL, and the raw SETs that nothing can
 * undercut. Every run is on an empty store and is void where a total is wrong. Start with {@link
 * id.pantau.load.counting.Rounds}.
 */
@NullMarked
package id.pantau.load.counting;

import org.jspecify.annotations.NullMarked;
