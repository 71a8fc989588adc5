package id.pantau.model;

import java.time.Instant;

/**
 * A judged form on its way from intake to count.
 *
 * @param submitter the id of the key that sent it
 * @param receivedAt the server's clock at receipt
 */
public record Submission(Form form, Verdict verdict, String submitter, Instant receivedAt) {}
