/**
 * What moved in a place, as an Atom feed (RFC 4287). Pure: bodies and acts go in, a text comes out,
 * no Vert.x between.
 */
@NullMarked
package id.pantau.api.feed;

import org.jspecify.annotations.NullMarked;
