/// A query enters; what answers it leaves, as the numbered lines that a MOSS-003 turn holds.
///
/// [io.mosskit.plugins.search.Search] is the plugin. Where it looks is a
/// [io.mosskit.plugins.search.SearchEngine]: an index of one's own documents
/// ([io.mosskit.plugins.search.index.DocumentIndex]) or a search engine of the web
/// ([io.mosskit.plugins.search.web.WebSearch]).
@NullMarked
package io.mosskit.plugins.search;

import org.jspecify.annotations.NullMarked;
