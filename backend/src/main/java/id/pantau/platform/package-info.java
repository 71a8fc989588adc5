/**
 * Plumbing that every stage may use: configuration, Redis connections, the ports between stages,
 * the packed form, meters, problem responses.
 */
@NullMarked
package id.pantau.platform;

import org.jspecify.annotations.NullMarked;
