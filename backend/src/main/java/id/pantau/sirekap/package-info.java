/**
 * Reads what KPU published into forms: the real tallies for a replay, and Sirekap's JSON. It knows
 * KPU's words and file formats so that no other room has to; what leaves it is {@link
 * id.pantau.model.Form}.
 */
@NullMarked
package id.pantau.sirekap;

import org.jspecify.annotations.NullMarked;
