package id.pantau.platform;

import id.pantau.model.Position;
import io.vertx.core.buffer.Buffer;

/**
 * A rendered answer, shared by everyone who asks for it.
 *
 * @param json UTF-8 JSON; never written to after it was made
 * @param digest 32 hex digits over what it shows; the ETag
 * @param position what it shows
 */
public record Body(Buffer json, String digest, Position position) {}
