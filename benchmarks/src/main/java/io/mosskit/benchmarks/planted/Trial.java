package io.mosskit.benchmarks.planted;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.plugins.audit.TurnAudit;
import io.mosskit.schema.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Holds an auditor against dialogues that are right, and against the same with an error in each.
public final class Trial {

  /// What came of one kind.
  ///
  /// @param turns how many there were
  /// @param found in how many of them the auditor found fault
  /// @param surprises each miss, or each refusal of what is right, in a few lines
  public record Score(String kind, int turns, int found, List<String> surprises) {

    public Score {
      surprises = List.copyOf(surprises);
    }
  }

  /// What came of all.
  ///
  /// @param correct turns without an error; those found are refused wrongly
  /// @param planted one score for each kind of error
  /// @param unseen of inventions in words that the rules were not written with
  public record Outcome(Score correct, List<Score> planted, Score unseen) {

    public Outcome {
      planted = List.copyOf(planted);
    }

    /// The share of the planted errors that were found.
    public double caught() {
      return (double) planted.stream().mapToInt(Score::found).sum()
          / planted.stream().mapToInt(Score::turns).sum();
    }

    /// The share of the correct turns in which something was found.
    public double refused() {
      return (double) correct.found() / correct.turns();
    }

    /// The scores as the rows of a Markdown table.
    public List<String> rows() {
      List<String> rows = new ArrayList<>();
      rows.add("| turns | of | found | share |");
      rows.add("|---|---:|---:|---:|");
      planted.forEach(score -> rows.add(row("with: " + score.kind(), score)));
      rows.add(row("without an error", correct));
      rows.add(row("with: " + unseen.kind(), unseen));
      return rows;
    }

    private static String row(String what, Score score) {
      double percent = 100.0 * score.found() / score.turns();
      return String.format(
          Locale.ROOT, "| %s | %d | %d | %.1f %% |", what, score.turns(), score.found(), percent);
    }
  }

  private static final int PHRASING_TRIES = 1000;

  private final List<Phrasing> phrasings = Phrasings.all();
  private final RandomGenerator random;

  private Trial(long seed) {
    this.random = new Random(seed);
  }

  /// Draws so many correct turns, and so many of each error.
  public static Outcome run(long seed, int correct, int planted) {
    Trial trial = new Trial(seed);
    Score right = trial.correct(correct);
    List<Score> scores = new ArrayList<>();
    for (Mistake mistake : Mistake.COUNTED) {
      scores.add(trial.planted(mistake, planted));
    }
    return new Outcome(right, scores, trial.planted(Mistake.UNSEEN_INVENTION, planted));
  }

  /// Takes a dialogue, and may fail to write it.
  @FunctionalInterface
  public interface Sink {

    void take(Conversation dialogue) throws IOException;
  }

  /// Draws correct dialogues of one family until they have so many turns.
  public static void draw(String family, int turns, long seed, Sink sink) throws IOException {
    List<Phrasing> phrasings =
        Phrasings.all().stream().filter(each -> each.family().equals(family)).toList();
    RandomGenerator random = new Random(seed);
    int drawn = 0;
    for (int i = 0; drawn < turns; i++) {
      Drawn dialogue = Drawing.of(phrasings.get(i % phrasings.size()), random);
      drawn += dialogue.turns().size();
      sink.take(dialogue.conversation("drawn-" + i));
    }
  }

  /// How many replies there are to be drawn, by family and language.
  public static SortedMap<String, Integer> phrasings() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Phrasing phrasing : Phrasings.all()) {
      counts.merge(
          phrasing.family() + " " + phrasing.language(), phrasing.turns().size(), Integer::sum);
    }
    return counts;
  }

  private Score correct(int wanted) {
    List<String> refused = new ArrayList<>();
    int turns = 0;
    for (int i = 0; turns < wanted; i++) {
      Drawn drawn = Drawing.of(phrasings.get(i % phrasings.size()), random);
      for (int turn = 0; turn < drawn.turns().size() && turns < wanted; turn++) {
        List<AuditFinding> findings = findings(drawn, turn);
        turns++;
        if (!findings.isEmpty()) {
          refused.add(told(drawn, turn, findings.toString()));
        }
      }
    }
    return new Score("no error", turns, refused.size(), refused);
  }

  private Score planted(Mistake mistake, int wanted) {
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      Planted planted = plant(mistake);
      if (findings(planted.dialogue(), planted.turn()).isEmpty()) {
        missed.add(told(planted.dialogue(), planted.turn(), planted.what()));
      }
    }
    return new Score(mistake.label(), wanted, wanted - missed.size(), missed);
  }

  private Planted plant(Mistake mistake) {
    for (int i = 0; i < PHRASING_TRIES; i++) {
      Drawn drawn = Drawing.of(Mistake.one(phrasings, random), random);
      Optional<Planted> planted =
          mistake.plant(drawn, random.nextInt(drawn.turns().size()), random);
      if (planted.isPresent()) {
        return planted.get();
      }
    }
    throw new IllegalStateException("no phrasing has room for a " + mistake.label());
  }

  private static List<AuditFinding> findings(Drawn drawn, int turn) {
    Conversation dialogue = drawn.conversation("planted");
    Auditor auditor = new Auditor(drawn.plugins(), Limits.DEFAULT);
    TurnAudit audit = auditor.audit(dialogue.meta(), dialogue.turns(), turn);
    return audit.findings();
  }

  private static String told(Drawn drawn, int turn, String what) {
    return "phrasings.txt:%d turn %d: %s\n    %s\n    %s"
        .formatted(
            drawn.phrasing(),
            turn + 1,
            what,
            drawn.turns().get(turn).blocks(),
            drawn.turns().get(turn).replyText().replace("\n", "\\n"));
  }
}
