/**
 * Forms in, over HTTP: authenticates the submitter before it reads, reads under limits, parses
 * strictly, judges, hands what no rule refused to the count in one call, and answers a form at a
 * time in the order of the request. {@link id.pantau.intake.IntakeRoutes} is the whole path on one
 * screen. It keeps nothing: a crash here loses only requests that were never answered, and their
 * senders come again.
 */
@NullMarked
package id.pantau.intake;

import org.jspecify.annotations.NullMarked;
