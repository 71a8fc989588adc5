/**
 * KPU's own public results JSON (Sirekap 2024), written from the bodies of the board: areas,
 * masters, counts and station files, with the quirks that clients were written around. Pure: it
 * reads bytes and writes bytes.
 */
@NullMarked
package id.pantau.api.sirekap;

import org.jspecify.annotations.NullMarked;
