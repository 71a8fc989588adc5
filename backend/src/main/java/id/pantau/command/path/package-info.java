/**
 * The path, live: the figures of this node's registry, the same that Prometheus reads, as rates,
 * percentiles and a series of ten minutes. Nothing is counted here a second time.
 */
@org.jspecify.annotations.NullMarked
package id.pantau.command.path;
