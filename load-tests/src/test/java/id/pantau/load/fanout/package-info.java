/** What can be wrong in the swarm: frames, order of positions, merged rows, the comparison. */
@org.jspecify.annotations.NullMarked
package id.pantau.load.fanout;
