/**
 * The share card: a picture of 1200 × 630 with the numbers of one contest at one place, for
 * messengers and news rooms. Pure: a results body goes in, a PNG comes out, no Vert.x between.
 *
 * <p>Text is drawn from outlines of our own typeface and never from the fonts of the machine: a
 * server often has none, and then AWT's text fails, while the same card must look the same
 * everywhere. First {@link CardLayout} says what stands where, in boxes that a test can measure;
 * then {@link Canvas} fills them.
 */
@NullMarked
package id.pantau.api.card;

import org.jspecify.annotations.NullMarked;
