/**
 * The words of the domain, as records: no Vert.x, no Redis, no JSON. Everything that crosses from
 * one stage to the next is one of these.
 */
@NullMarked
package id.pantau.model;

import org.jspecify.annotations.NullMarked;
