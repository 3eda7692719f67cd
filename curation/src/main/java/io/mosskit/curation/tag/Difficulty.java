package io.mosskit.curation.tag;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Locale;

/// How much a dialogue asks for, by a rule of points over the user's words. It is a rule, not a
/// truth: a short question may be the hardest.
///
/// | point for | how many |
/// |---|---|
/// | length of the user's words, in words or Chinese characters | 1 from 20, 2 from 60, 3 from 150 |
/// | sentences, clauses and list items in the longest user turn | 1 from 3, 2 from 6, 3 from 12 |
/// | words that set a condition: must, only, at least, without, 必须, 不超过 … | 1 from 1, 2 from 3 |
/// | numbers | 1 from 3 |
/// | code or formulas | 1 |
/// | user turns | 1 from 4 |
public enum Difficulty {
  VERY_EASY(0),
  EASY(1),
  MEDIUM(3),
  HARD(5),
  VERY_HARD(8);

  private static final List<String> CONDITIONS =
      List.of(
          " must ",
          " only ",
          " at least ",
          " at most ",
          " no more than ",
          " without ",
          " exactly ",
          " do not ",
          " don't ",
          " never ",
          " instead of ",
          " unless ",
          " each ",
          " format ",
          "必须",
          "只能",
          "只要",
          "至少",
          "最多",
          "不超过",
          "不要",
          "不能",
          "不得",
          "不许",
          "要求",
          "除非",
          "每个",
          "格式",
          "分别",
          "仅");

  private static final String CLAUSE_ENDS = ".!?;:,。！？；：，、\n";
  private static final String CODE_SIGNS = "{}<>=^\\`∫√∑";

  private final int from;

  Difficulty(int from) {
    this.from = from;
  }

  /// The value of its tag: `very-easy`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The difficulty of a dialogue.
  public static Difficulty of(Conversation conversation) {
    int points = points(conversation.turns());
    Difficulty difficulty = VERY_EASY;
    for (Difficulty higher : values()) {
      difficulty = points >= higher.from ? higher : difficulty;
    }
    return difficulty;
  }

  private static int points(List<Turn> turns) {
    Counts all = new Counts();
    for (Turn turn : turns) {
      all.add(Head.of(turn.human()));
    }
    return steps(all.units, 20, 60, 150)
        + steps(all.clauses, 3, 6, 12)
        + steps(all.conditions, 1, 3)
        + steps(all.numbers, 3)
        + (all.code ? 1 : 0)
        + steps(turns.size(), 4);
  }

  private static int steps(int count, int... limits) {
    int steps = 0;
    for (int limit : limits) {
      steps += count >= limit ? 1 : 0;
    }
    return steps;
  }

  /// What is counted in user turns.
  private static final class Counts {
    private int units;
    private int clauses;
    private int conditions;
    private int numbers;
    private boolean code;

    void add(String text) {
      Units.visit(text, (_, _, _) -> units++);
      int clausesHere = 0;
      boolean inNumber = false;
      int codeSigns = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        clausesHere += CLAUSE_ENDS.indexOf(c) >= 0 ? 1 : 0;
        codeSigns += CODE_SIGNS.indexOf(c) >= 0 ? 1 : 0;
        boolean digit = Character.isDigit(c);
        numbers += digit && !inNumber ? 1 : 0;
        inNumber = digit;
      }
      clauses = Math.max(clauses, clausesHere);
      code |= codeSigns >= 2;
      String folded = " " + text.toLowerCase(Locale.ROOT) + " ";
      for (String condition : CONDITIONS) {
        conditions += folded.contains(condition) ? 1 : 0;
      }
    }
  }
}
