package id.pantau.intake;

import id.pantau.rules.Speaker;

/**
 * Who holds a key.
 *
 * @param id public: it stands beside every form of theirs
 * @param speaker what the key allows
 */
public record Submitter(String id, Speaker speaker) {}
