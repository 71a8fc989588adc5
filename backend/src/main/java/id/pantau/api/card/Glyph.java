package id.pantau.api.card;

import java.awt.geom.Path2D;

/**
 * A character of a typeface.
 *
 * @param advance how far the next character stands, in units of the face
 * @param outline in units of the face, y downwards from the baseline; never written to
 */
record Glyph(int advance, Path2D.Float outline) {}
