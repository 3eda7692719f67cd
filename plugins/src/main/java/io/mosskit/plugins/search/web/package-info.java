/// A query enters; the snippets that a search engine of the web has for it leave, and stay in a
/// file, so that the same run can be made again without the network.
///
/// Start at [io.mosskit.plugins.search.web.WebSearch].
@NullMarked
package io.mosskit.plugins.search.web;

import org.jspecify.annotations.NullMarked;
