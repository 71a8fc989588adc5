/** Who may send forms: keys made, exchanged and revoked, on every node at once. */
@org.jspecify.annotations.NullMarked
package id.pantau.command.submitters;
