package id.pantau.webhooks;

import io.vertx.core.buffer.Buffer;

/**
 * What a message would say now.
 *
 * @param digest of its data: the same digest needs no new message
 * @param last true where nothing will follow it under its subject
 */
record Draft(String type, String subject, String digest, Buffer data, boolean last) {}
