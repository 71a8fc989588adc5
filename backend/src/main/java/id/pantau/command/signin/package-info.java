/**
 * Who may come into the command centre: named people, their passwords and second factors, their
 * sessions, and how often one may try.
 */
@org.jspecify.annotations.NullMarked
package id.pantau.command.signin;
