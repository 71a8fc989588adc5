package id.pantau.model;

import org.jspecify.annotations.Nullable;

/**
 * A photographed page of the form.
 *
 * @param page 1-based page number
 * @param url where the submitter keeps it; shown as text, never fetched by a page
 * @param sha256 64 lower-case hex digits of the image's bytes
 */
public record Image(int page, @Nullable String url, @Nullable String sha256) {}
