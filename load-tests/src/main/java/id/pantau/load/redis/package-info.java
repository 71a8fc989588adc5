/** A Redis that a bench starts for itself, and the barest way to talk to it. */
@NullMarked
package id.pantau.load.redis;

import org.jspecify.annotations.NullMarked;
