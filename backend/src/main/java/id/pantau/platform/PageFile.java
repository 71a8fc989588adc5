package id.pantau.platform;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A built file, held in memory with its compressed forms.
 *
 * @param etag quoted
 * @param gzip null where there is none
 * @param brotli null where the build made none
 */
public record PageFile(
    String type, String etag, Buffer plain, @Nullable Buffer gzip, @Nullable Buffer brotli) {}
