/**
 * The board: every total of every area and every form, in memory, folded from the provinces' log
 * streams and checked against the sums that Redis stored with each entry. All reading is answered
 * from here; nothing that is read touches Redis. One event loop owns it all: start with {@link
 * id.pantau.board.ProvinceFold}.
 */
@NullMarked
package id.pantau.board;

import org.jspecify.annotations.NullMarked;
