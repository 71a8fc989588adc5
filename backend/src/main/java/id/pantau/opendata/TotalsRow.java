package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.model.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a place on their way into a file.
 *
 * @param withheld the act that withholds the place; then its figures are not shown
 */
record TotalsRow(String place, String name, Totals totals, @Nullable Act withheld) {}
