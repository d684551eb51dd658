/**
 * Printers of reports, one a format, all fed by the same model. A printer knows its format and nothing of how verdicts
 * come about; text from manifests is hostile and goes through the format's one escaping function.
 */
@NullMarked
package dev.gabion.report;

import org.jspecify.annotations.NullMarked;
