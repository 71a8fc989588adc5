/**
 * Answers over HTTP: results, stations, history, changes, the places and their search, and the
 * built pages. It renders nothing that counts: the numbers come rendered from {@code
 * platform.Showing}; here they get their headers, their compression and their errors.
 */
@NullMarked
package id.pantau.api;

import org.jspecify.annotations.NullMarked;
