/**
 * A results body in the shapes of two standards: the common data format of NIST SP 1500-100 version
 * 2 ({@code docs/nist-profile.md}) and the count of the Election Markup Language ({@code
 * docs/eml.md}). No figure is worked out here.
 */
@NullMarked
package id.pantau.api.report;

import org.jspecify.annotations.NullMarked;
