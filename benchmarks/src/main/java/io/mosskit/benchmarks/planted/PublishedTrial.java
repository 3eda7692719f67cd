package io.mosskit.benchmarks.planted;

import io.mosskit.benchmarks.planted.Drawn.DrawnTurn;
import io.mosskit.benchmarks.planted.Drawn.Piece;
import io.mosskit.benchmarks.planted.Trial.Score;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The same measure on replies that others wrote. A turn counts as right where a reader without any
/// rules would say so: its dialogue breaks no rule of the format, its calls have answers, each run
/// of digits of its reply stands in the user's words or in a result, and it quotes nothing.
public final class PublishedTrial {

  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern CITATION = Pattern.compile("<sup>|</sup>|<\\|\\d+\\|>");
  private static final Pattern QUOTES = Pattern.compile("[“”\"「」《》]|http|www");

  private final Auditor auditor = new Auditor(Plugins.installed(), Limits.DEFAULT);
  private final RandomGenerator random;
  private final List<Drawn> right = new ArrayList<>();

  private PublishedTrial(long seed) {
    this.random = new Random(seed);
  }

  /// What came of the turns of these files.
  public static List<Score> run(List<Path> files, long seed) throws IOException {
    PublishedTrial trial = new PublishedTrial(seed);
    try (Scan<Entry> scan = Corpus.of(files.toArray(Path[]::new)).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation dialogue, var _)) {
          trial.take(dialogue);
        }
      }
    }
    return List.of(
        trial.refused(),
        trial.caught("wrong number in the reply", (drawn, turn) -> trial.wrongNumber(drawn, turn)),
        trial.caught(
            "dangling citation", (drawn, turn) -> Citing.dangling(drawn, turn, trial.random)),
        trial.caught(
            "invented source or quotation",
            (drawn, turn) -> Citing.invention(drawn, turn, false, trial.random)));
  }

  private void take(Conversation dialogue) {
    if (!ConversationCheck.violations(dialogue).isEmpty()) {
      return;
    }
    List<DrawnTurn> turns = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (Turn turn : dialogue.turns()) {
      DrawnTurn read = read(turn);
      turns.add(read);
      known.addAll(digits(turn.human()));
      known.addAll(digits(turn.body(Field.TOOL_RESPONSES)));
      if (isRight(read, known)) {
        String language = Language.of(turn.human()) == Language.ZH ? "zh" : "en";
        right.add(
            new Drawn(
                0, "published", language, dialogue.meta().enabled(), Plugins.installed(), turns));
      }
    }
  }

  private static DrawnTurn read(Turn turn) {
    List<Piece> reply = List.of(new Piece.Words(turn.reply()));
    Commands commands = Commands.parse(turn.body(Field.COMMANDS));
    Results results = Results.parse(turn.body(Field.TOOL_RESPONSES));
    return new DrawnTurn(
        turn.human(),
        turn.body(Field.INNER_THOUGHTS),
        commands instanceof Commands.Calls(var calls) ? calls : List.of(),
        results instanceof Results.Blocks(var blocks) ? blocks : List.of(),
        reply);
  }

  private static List<String> digits(String text) {
    return DIGITS.matcher(text).results().map(MatchResult::group).toList();
  }

  private static boolean isRight(DrawnTurn turn, Set<String> known) {
    String reply = CITATION.matcher(turn.replyText()).replaceAll("");
    return !turn.blocks().isEmpty()
        && turn.blocks().stream().noneMatch(Results.Block::failed)
        && !QUOTES.matcher(reply).find()
        && known.containsAll(digits(reply));
  }

  private Score refused() {
    List<String> refused = new ArrayList<>();
    for (Drawn drawn : right) {
      List<AuditFinding> findings = findings(drawn);
      if (!findings.isEmpty()) {
        refused.add(findings + "\n    " + drawn.turns().getLast().replyText());
      }
    }
    return new Score("no error", right.size(), refused.size(), refused);
  }

  /// Plants an error into a turn.
  @FunctionalInterface
  private interface Planting {

    Optional<Planted> plant(Drawn drawn, int turn);
  }

  /// Of those turns in which nothing was found before.
  private Score caught(String kind, Planting planting) {
    List<String> missed = new ArrayList<>();
    int planted = 0;
    for (Drawn drawn : right) {
      Optional<Planted> error = planting.plant(drawn, drawn.turns().size() - 1);
      if (error.isPresent() && findings(drawn).isEmpty()) {
        planted++;
        if (findings(error.get().dialogue()).isEmpty()) {
          missed.add(error.get().what() + "\n    " + drawn.turns().getLast().replyText());
        }
      }
    }
    return new Score(kind, planted, planted - missed.size(), missed);
  }

  private List<AuditFinding> findings(Drawn drawn) {
    Conversation dialogue = drawn.conversation("published");
    return auditor.audit(dialogue.meta(), dialogue.turns(), dialogue.turns().size() - 1).findings();
  }

  /// Another digit in a number of two digits or more, so that no text of the dialogue has it.
  private Optional<Planted> wrongNumber(Drawn drawn, int turn) {
    String reply = drawn.turns().get(turn).replyText();
    List<MatchResult> numbers =
        DIGITS.matcher(reply).results().filter(each -> each.group().length() > 1).toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    MatchResult number = Mistake.one(numbers, random);
    String digits = number.group();
    char first = digits.charAt(0);
    String changed = (char) ('1' + (first - '0' + random.nextInt(7)) % 9) + digits.substring(1);
    String all = drawn.conversation("published").turns().toString();
    if (changed.equals(digits) || all.contains(changed)) {
      return Optional.empty();
    }
    String told = reply.substring(0, number.start()) + changed + reply.substring(number.end());
    DrawnTurn wrong = drawn.turns().get(turn).withReply(List.of(new Piece.Words(told)));
    return Optional.of(Mistake.planted(drawn, turn, wrong, digits + " told as " + changed));
  }
}
