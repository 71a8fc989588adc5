/** Addresses that are told of new results: registered, tried, stopped, and seen to work. */
@org.jspecify.annotations.NullMarked
package id.pantau.command.webhooks;
