package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.platform.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A form on its way into a file.
 *
 * @param withheld the act that withholds its station; then the row says no more than that it came
 */
record FormRow(Ledger.Entry entry, @Nullable Act withheld) {}
