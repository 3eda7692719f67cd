package io.mosskit.inference.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A line of `merges.txt`: two tokens that become one. Its rank is its place among the merges.
record Merge(String left, String right, int line) {

  String product() {
    return left + right;
  }

  /// Reads `merges.txt`: a version line, which may be missing, then one merge a line, the strongest
  /// first.
  static List<Merge> parse(TokenizerFile file) throws TokenizerFileException {
    List<Merge> merges = new ArrayList<>();
    int number = 0;
    for (String line : new String(file.content(), StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (line.isEmpty() || (number == 1 && line.startsWith("#version"))) {
        continue;
      }
      int blank = line.indexOf(' ');
      if (blank <= 0 || blank == line.length() - 1 || line.indexOf(' ', blank + 1) >= 0) {
        throw file.problem(
            number, "found \"" + line + "\" where two tokens with one blank between should be");
      }
      merges.add(new Merge(line.substring(0, blank), line.substring(blank + 1), number));
    }
    return merges;
  }
}
