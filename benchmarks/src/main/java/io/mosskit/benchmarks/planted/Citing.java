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
  private static final Inventions KNOWN = Inventions.read("inventions.txt");
  private static final Inventions UNSEEN = Inventions.read("inventions-unseen.txt");

  private Citing() {}

  /// Words that go before a reply or after it, by language.
  private record Inventions(List<String> zh, List<String> en) {

    static Inventions read(String resource) {
      List<String> lines = Phrasings.resource(resource).lines().toList();
      return new Inventions(under("## zh", lines), under("## en", lines));
    }

    private static List<String> under(String heading, List<String> lines) {
      List<String> rest = lines.subList(lines.indexOf(heading) + 1, lines.size());
      return rest.stream().takeWhile(line -> !line.startsWith("#")).toList();
    }

    String one(String language, RandomGenerator random) {
      return Mistake.one(language.equals("zh") ? zh : en, random);
    }
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
  ///
  /// @param unseen whether it is one that nobody had seen who wrote the auditor
  static Optional<Planted> invention(
      Drawn dialogue, int index, boolean unseen, RandomGenerator random) {
    DrawnTurn turn = dialogue.turns().get(index);
    String invention = (unseen ? UNSEEN : KNOWN).one(dialogue.language(), random);
    String words = invention.substring(1);
    String reply = invention.startsWith("^") ? words + turn.replyText() : turn.replyText() + words;
    return Optional.of(told(dialogue, index, reply, words));
  }

  private static Planted told(Drawn dialogue, int index, String reply, String what) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Words(reply));
    DrawnTurn turn = dialogue.turns().get(index).withReply(pieces);
    return Mistake.planted(dialogue, index, turn, what);
  }
}
