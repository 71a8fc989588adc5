/**
 * A flood of forms into one node: the real ones, made-up ones of every other station, or both, in
 * batches over several connections. It knows from the answers alone what must have been counted,
 * and compares that with what the node publishes. Start with {@link id.pantau.load.flood.Flood}.
 */
@NullMarked
package id.pantau.load.flood;

import org.jspecify.annotations.NullMarked;
