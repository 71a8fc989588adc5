/** Tests of the rules: a test for each code, bearing the code in its name. */
@NullMarked
package id.pantau.rules;

import org.jspecify.annotations.NullMarked;
