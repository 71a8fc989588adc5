/**
 * The acceptance suite: the packed jar as real processes, real Redis, real signals, the real forms
 * of 2024. Each class is one promise of the node (counts are exact, nothing acknowledged is lost,
 * whatever is killed) and breaks it on purpose. What the totals must be is said by the independent
 * recount in {@code src/test/recount}, never by the node's own rules.
 */
@NullMarked
package id.pantau.acceptance;

import org.jspecify.annotations.NullMarked;
