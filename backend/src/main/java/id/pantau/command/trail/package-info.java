/** The audit trail as a file: a chain of lines, each holding the hash of the one before. */
@org.jspecify.annotations.NullMarked
package id.pantau.command.trail;
