/**
 * Webhooks: what is new, sent to addresses that operators registered, as signed CloudEvents. What a
 * receiver gets is the newest state; what it missed in between is never sent. docs/webhooks.md.
 */
@org.jspecify.annotations.NullMarked
package id.pantau.webhooks;
