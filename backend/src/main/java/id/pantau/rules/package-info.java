/**
 * The rules of the form, pure: one small method a rule, named by its {@link id.pantau.model.Code},
 * in the order of the paper. {@link id.pantau.rules.Judge} runs them and says whether a form is
 * refused, held, counted or stored; {@link id.pantau.rules.Figures} says which of its
 * administrative figures may enter totals. Nothing here reads a clock, a file or a network.
 */
@NullMarked
package id.pantau.rules;

import org.jspecify.annotations.NullMarked;
