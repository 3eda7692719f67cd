/// The summary of a curation enters; a page for people and a dataset card for those who publish the
/// corpus leave, beside it in its folder.
///
/// Start at [io.mosskit.curation.report.CurationReport#write]. Whatever text the summary holds,
/// both show it as text: a page is built of [io.mosskit.curation.report.Html], which text enters
/// only escaped, and the card's Markdown is escaped likewise.
@NullMarked
package io.mosskit.curation.report;

import org.jspecify.annotations.NullMarked;
