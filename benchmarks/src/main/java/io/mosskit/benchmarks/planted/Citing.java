package io.mosskit.benchmarks.planted;

import io.mosskit.benchmarks.planted.Drawn.DrawnTurn;
import io.mosskit.benchmarks.planted.Drawn.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Plants citations of nothing, and sources and quotations that nobody found.
final class Citing {

  private static final Pattern CITATION = Pattern.compile("<sup><\\|\\d+\\|></sup>");
  private static final List<String> ZH = inventions("## zh");
  private static final List<String> EN = inventions("## en");

  private Citing() {}

  private static List<String> inventions(String heading) {
    List<String> all = Phrasings.resource("inventions.txt").lines().toList();
    List<String> rest = all.subList(all.indexOf(heading) + 1, all.size());
    return rest.stream().takeWhile(line -> !line.startsWith("#")).toList();
  }

  /// A citation in the reply bears the number of no result.
  static Optional<Planted> dangling(Drawn dialogue, int index, RandomGenerator random) {
    DrawnTurn turn = dialogue.turns().get(index);
    String reply = turn.replyText();
    List<MatchResult> citations = CITATION.matcher(reply).results().toList();
    int results =
        turn.blocks().stream().mapToInt(block -> Math.max(1, block.numbers().size())).sum();
    int number = random.nextInt(6) == 0 ? 0 : results + 1 + random.nextInt(3);
    String citation = "<sup><|" + number + "|></sup>";
    if (citations.isEmpty()) {
      return Optional.of(told(dialogue, index, reply + citation, "cites " + number));
    }
    MatchResult one = Mistake.one(citations, random);
    String changed = reply.substring(0, one.start()) + citation + reply.substring(one.end());
    return Optional.of(told(dialogue, index, changed, one.group() + " cites " + number));
  }

  /// The reply names a source, or quotes words, that stand nowhere.
  static Optional<Planted> invention(Drawn dialogue, int index, RandomGenerator random) {
    DrawnTurn turn = dialogue.turns().get(index);
    String invention = Mistake.one(dialogue.language().equals("zh") ? ZH : EN, random);
    String words = invention.substring(1);
    String reply =
        invention.startsWith("^") ? words + turn.replyText() : turn.replyText() + words;
    return Optional.of(told(dialogue, index, reply, words));
  }

  private static Planted told(Drawn dialogue, int index, String reply, String what) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Words(reply));
    DrawnTurn turn = dialogue.turns().get(index).withReply(pieces);
    return Mistake.planted(dialogue, index, turn, what);
  }
}
