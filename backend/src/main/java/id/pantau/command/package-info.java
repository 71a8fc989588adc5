/**
 * The command centre: a port of its own for named people who watch the path and decide on held
 * forms. What they do is a newer form that enters by intake, or a public act; nothing is changed
 * beside the path, and every act is in the trail before it happens.
 */
@org.jspecify.annotations.NullMarked
package id.pantau.command;
