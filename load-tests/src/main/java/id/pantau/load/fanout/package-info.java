/**
 * The live path beside its peers: one text to thousands of sockets, by servers that take it from
 * the same publisher and are read by the same swarm, in turn, in one run.
 */
@NullMarked
package id.pantau.load.fanout;

import org.jspecify.annotations.NullMarked;
