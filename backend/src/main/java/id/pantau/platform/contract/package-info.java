/**
 * The contract of the public port: {@code openapi/} in the resources says which addresses there
 * are, how they are asked and what they answer. Routes are made from it, questions are checked by
 * it, and it is what {@code /openapi.json} shows (decision 0010).
 */
@NullMarked
package id.pantau.platform.contract;

import org.jspecify.annotations.NullMarked;
