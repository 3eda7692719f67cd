package io.mosskit.curation.filter;

/// The prose of a reply: without code in fences, and without the citations that plugin dialogues
/// hold (`<sup><|1|></sup>`).
final class Prose {
  private static final String FENCE = "```";
  private static final String CITATION = "<sup>";
  private static final String CITATION_END = "</sup>";

  private Prose() {}

  static String of(String reply) {
    if (reply.indexOf(FENCE) < 0 && reply.indexOf(CITATION) < 0) {
      return reply;
    }
    StringBuilder prose = new StringBuilder(reply.length());
    int i = 0;
    while (i < reply.length()) {
      if (reply.startsWith(FENCE, i)) {
        i = after(reply, FENCE, i + FENCE.length());
        prose.append('\n');
      } else if (reply.startsWith(CITATION, i)) {
        i = after(reply, CITATION_END, i);
      } else {
        prose.append(reply.charAt(i++));
      }
    }
    return prose.toString();
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }
}
