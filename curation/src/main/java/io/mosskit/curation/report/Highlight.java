package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.report.Html.Element;

/// Something in a report that its reader should look at.
///
/// @param sentence one sentence
/// @param section the id of the section that tells more
/// @param heading of that section
record Highlight(String sentence, String section, String heading) {

  Element html() {
    return element("li", text(sentence + " "), element("a", heading).with("href", "#" + section));
  }
}
