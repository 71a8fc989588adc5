/**
 * What other sites take from us: the framed page of a widget and the answer that oEmbed asks for.
 * Pure: what was asked goes in, a page or a JSON text comes out, no Vert.x between. The pictures
 * are {@code api.card}'s.
 */
@NullMarked
package id.pantau.api.embed;

import org.jspecify.annotations.NullMarked;
