/// Files of the user enter: JSON Lines, text, Markdown, HTML, a MediaWiki dump. Documents leave,
/// one at a time, as plain text without the marks of their format; what cannot be read leaves as a
/// rejection with its file and line.
///
/// Start at [io.mosskit.plugins.search.documents.Documents].
@NullMarked
package io.mosskit.plugins.search.documents;

import org.jspecify.annotations.NullMarked;
