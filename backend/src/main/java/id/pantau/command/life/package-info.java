/** One form's life: from its receipt to the viewers, with times and nodes. */
@org.jspecify.annotations.NullMarked
package id.pantau.command.life;
