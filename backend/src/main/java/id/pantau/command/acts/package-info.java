/** Withholding and notices: what an office does before everyone's eyes, and for how long. */
@org.jspecify.annotations.NullMarked
package id.pantau.command.acts;
