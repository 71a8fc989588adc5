/**
 * Held forms: the queue, and the decisions of people that end the waiting. A decision is a newer
 * form that enters by intake; nothing is changed beside the path.
 */
@org.jspecify.annotations.NullMarked
package id.pantau.command.held;
