package id.pantau.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form ready to be sent.
 *
 * @param station its station's code, or "" where the line does not say: chooses the lane
 * @param at when it arrived in its own time, for {@code --speed}; null where unknown
 * @param json one line of UTF-8 JSON without a line end
 */
public record ReplayLine(String station, @Nullable Instant at, byte[] json) {}
