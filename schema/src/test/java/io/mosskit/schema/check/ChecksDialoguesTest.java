package io.mosskit.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksDialoguesTest {

  private static List<Rule> rules(Conversation conversation) {
    return ConversationCheck.all(conversation).stream().map(Finding::rule).distinct().toList();
  }

  private static Conversation withTurn(Turn turn) {
    Conversation calculator = Samples.calculator("1");
    return calculator.withTurns(List.of(turn));
  }

  private static Turn calculatorTurn() {
    return Samples.calculator("1").turns().getFirst();
  }

  @Test
  void goodDialoguesHaveNoFindings() {
    assertThat(rules(Samples.chinese("1"))).isEmpty();
    assertThat(rules(Samples.english("1"))).isEmpty();
    assertThat(rules(Samples.calculator("1"))).isEmpty();
  }

  @Test
  void numbers() {
    Conversation two = Samples.chinese("1");
    List<Turn> gap = List.of(two.turns().get(0), two.turns().get(1).numbered(3));
    assertThat(rules(two.withTurns(gap))).containsExactly(Rule.TURN_NUMBERING);
    Conversation three =
        new Conversation(two.id(), two.metaInstruction(), 3, two.turns(), two.keys(), two.beside());
    assertThat(rules(three)).containsExactly(Rule.NUM_TURNS);
  }

  @Test
  void markers() {
    Turn turn = Samples.english("1").turns().getFirst();
    assertThat(rules(withTurn(turn.with(Field.MOSS, "Seven minutes."))))
        .containsExactly(Rule.MARKERS);
    assertThat(rules(withTurn(Turn.plain(1, "Hi", "Hello.<eor>"))))
        .containsExactly(Rule.STRAY_MARKER);
    assertThat(rules(withTurn(Turn.plain(1, "你好<|MOSS|>: 好", "你好。"))))
        .containsExactly(Rule.STRAY_MARKER);
    assertThat(rules(withTurn(Turn.plain(1, "a<eoh>", "b.")))).contains(Rule.STRAY_MARKER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Calculate("12*12"), None  | Calculate("12*12") => '144'          | COMMAND_GRAMMAR
          Search("12*12")           | Search("12*12") => '144'             | PLUGIN_NOT_ENABLED
          Calculate("12*12")        | 144                                  | RESULT_GRAMMAR
          Calculate("12*12")        | Calculate("12*13") => '156'          | RESULT_ECHO
          Calculate("12*12")        | None                                 | RESULT_ECHO
          None                      | Calculate("12*12") => '144'          | RESULT_ECHO
          Calculate("12*12")        | Calculate("12*12") => 'No result.'   | FAILED_RESULT
          """)
  void commandsAndResults(String commands, String results, Rule rule) {
    Turn turn =
        calculatorTurn()
            .with(Field.COMMANDS, Field.COMMANDS.value(commands))
            .with(Field.TOOL_RESPONSES, Field.TOOL_RESPONSES.value("\n" + results + "\n"));
    assertThat(rules(withTurn(turn))).contains(rule);
  }

  @Test
  void searchResultsAndCitations() {
    MetaInstruction meta = MetaInstruction.sevenLines(Set.of(Capability.WEB_SEARCH));
    assertThat(rules(search(meta, "<|1|>: '茶'\n<|2|>: '水'", "好。<sup><|2|></sup>"))).isEmpty();
    assertThat(rules(search(meta, "<|1|>: '茶'\n<|3|>: '水'", "好。")))
        .containsExactly(Rule.RESULT_NUMBERING);
    assertThat(rules(search(meta, "<|1|>: '茶'", "好。<sup><|2|></sup>")))
        .containsExactly(Rule.DANGLING_CITATION);
    assertThat(rules(search(meta, "<|1|>: '茶'", "好。<sup><|0|></sup>")))
        .containsExactly(Rule.DANGLING_CITATION);
    assertThat(rules(search(meta, "<|1|>: '茶", "好 <|1|>。")))
        .containsExactly(Rule.CUT_SNIPPET, Rule.BARE_CITATION);
  }

  private static Conversation search(MetaInstruction meta, String lines, String reply) {
    return Conversation.of(
        "s",
        meta,
        List.of(
            Turn.withPlugins(
                1,
                List.of(
                    "茶？", "查。", "Search(\"茶\")", "\nSearch(\"茶\") =>\n" + lines + "\n", reply))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'Hi '        | 'Hello.'                   | TRAILING_BLANK
          'You\\'ll'   | 'Yes.'                     | LITERAL_ESCAPE
          'Hi'         | 'Hello'                    | NO_FINAL_PUNCTUATION
          '你好吗？'   | 'I am fine.'               | OTHER_LANGUAGE
          'Who?'       | 'As an AI, I am nobody.'   | SELF_REFERENCE
          '你是谁？'   | '作为一个AI，我叫小助手。' | SELF_REFERENCE
          """)
  void style(String human, String reply, Rule rule) {
    String unquoted = human.replace("\\\\", "\\");
    assertThat(rules(withTurn(Turn.plain(1, unquoted, reply)))).containsExactly(rule);
  }

  @Test
  void styleOverLines() {
    assertThat(rules(withTurn(Turn.plain(1, "Hi", " \n\nHello.")))).contains(Rule.LEADING_BLANK);
    assertThat(rules(withTurn(Turn.plain(1, "Hi", "See:\n```\ncode()\n"))))
        .containsExactly(Rule.OPEN_CODE_FENCE);
    List<Turn> twice = List.of(Turn.plain(1, "a", "同样。"), Turn.plain(2, "b", "同样。"));
    assertThat(rules(Samples.chinese("1").withTurns(twice))).containsExactly(Rule.REPEATED_REPLY);
  }

  @Test
  void aFindingNamesItsTurnAndPlace() {
    Turn turn = calculatorTurn().with(Field.COMMANDS, Field.COMMANDS.value("Calculate(12)"));
    assertThat(ConversationCheck.violations(withTurn(turn)).getFirst())
        .hasToString(
            "turn 1: command_grammar: expected None or Name(\"argument\") at character 1 of"
                + " \"Calculate(12)\"");
  }

  /// The counts were made by a separate script over the same files; they are those of the MOSS
  /// reference, sections A.5 to A.8, for the 784 conversations of 1,120 that lie there.
  @Test
  void thePublishedIrregularitiesAreAllFound() throws Exception {
    Map<Rule, Integer> turns = new EnumMap<>(Rule.class);
    int conversations = 0;
    Corpus corpus =
        Corpus.of(
            Corpus.of(SharedFolder.resolve("data/moss-003-samples")).files().stream()
                .filter(file -> file.toString().endsWith(".jsonl"))
                .toArray(java.nio.file.Path[]::new));
    try (Scan<Entry> scan = corpus.entries()) {
      for (Entry entry : scan) {
        Conversation conversation = ((Entry.Accepted) entry).conversation();
        conversations++;
        List<String> seen = new ArrayList<>();
        for (Finding finding : ConversationCheck.all(conversation)) {
          String turn = finding.rule() + " " + finding.turn();
          if (!seen.contains(turn)) {
            seen.add(turn);
            turns.merge(finding.rule(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(conversations).isEqualTo(784);
    assertThat(turns)
        .containsEntry(Rule.COMMAND_GRAMMAR, 3 + 3 + 1 + 8)
        .containsEntry(Rule.TRAILING_BLANK, 188)
        .containsEntry(Rule.LEADING_BLANK, 33)
        .containsEntry(Rule.LITERAL_ESCAPE, 10)
        .containsEntry(Rule.OPEN_CODE_FENCE, 1)
        .containsEntry(Rule.NO_FINAL_PUNCTUATION, 39)
        .containsEntry(Rule.OTHER_LANGUAGE, 7)
        .containsEntry(Rule.REPEATED_REPLY, 1)
        .containsEntry(Rule.STRAY_MARKER, 3)
        .containsEntry(Rule.DANGLING_CITATION, 11)
        .containsEntry(Rule.BARE_CITATION, 24)
        .doesNotContainKeys(Rule.TURN_NUMBERING, Rule.NUM_TURNS, Rule.MARKERS)
        .doesNotContainKey(Rule.RESULT_NUMBERING);
  }
}
