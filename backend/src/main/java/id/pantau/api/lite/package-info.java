/**
 * Pages and heads as HTML made here: the same numbers as the API's bodies, in words, for people
 * without the dashboard, and for programs that show a link. Knows bodies and the election, no HTTP.
 */
@NullMarked
package id.pantau.api.lite;

import org.jspecify.annotations.NullMarked;
