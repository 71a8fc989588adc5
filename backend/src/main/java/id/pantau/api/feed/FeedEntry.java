package id.pantau.api.feed;

import java.time.Instant;

/**
 * One thing that happened.
 *
 * @param key names it for ever within the election; the end of a tag URI (RFC 4151)
 * @param kind {@code standing}, {@code correction}, {@code withhold} or {@code notice}
 * @param published when it happened
 * @param updated when it last changed
 * @param title plain text, as is {@code text}
 * @param path the page about it, without host
 */
record FeedEntry(
    String key,
    String kind,
    Instant published,
    Instant updated,
    String title,
    String text,
    String path) {}
