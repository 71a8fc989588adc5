/**
 * Open data: everything that was counted, as files that never change, under {@code /data/}. A
 * thread of its own copies the board's ledger into a snapshot every so often; the public port
 * answers from those files. Start with {@link id.pantau.opendata.OpenDataVerticle}; {@code
 * docs/open-data.md} says what the files hold.
 */
@NullMarked
package id.pantau.opendata;

import org.jspecify.annotations.NullMarked;
