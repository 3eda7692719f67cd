package io.mosskit.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mosskit.plugins.grounding.Evidence;
import io.mosskit.plugins.grounding.Grounding;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.check.Rule;
import io.mosskit.schema.convert.Codec;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.Citations;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that nobody vets (a user's words, a model's commands and replies, foreign results) are
/// read in time that grows with their length alone, and come back as they were written.
class WithstandsHostileTextsTest {

  /// What takes milliseconds here and would take far longer if a pattern went back over its steps.
  private static final Duration GENEROUS = Duration.ofSeconds(5);

  static Stream<Hostile> user() {
    return Hostile.to("Human").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("user")
  void usersWordsComeBackFromEveryForm(Hostile hostile) throws Exception {
    Conversation dialogue = saying(hostile.argument());
    for (String form : Codecs.NAMES) {
      Codec codec = Codecs.named(form);
      Json written = Json.parse(codec.write(dialogue).text());
      assertThat(codec.read(written, "x")).as(form).isEqualTo(dialogue);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("user")
  void aMarkerInUsersWordsIsFoundAndNothingElseEndsTheField(Hostile hostile) throws Exception {
    Conversation dialogue = saying(hostile.argument());
    List<Rule> broken =
        ConversationCheck.violations(dialogue).stream().map(Finding::rule).distinct().toList();
    if (Field.markerIn(hostile.argument()).isPresent()) {
      assertThat(broken).containsExactly(Rule.STRAY_MARKER);
      String mended = Field.withoutMarkers(hostile.argument());
      assertThat(Field.markerIn(mended)).isEmpty();
      assertThat(ConversationCheck.violations(saying(mended))).isEmpty();
    } else {
      assertThat(broken).isEmpty();
      Codec text = Codecs.named("training-text");
      assertThat(text.read(text.writePlain(dialogue).record(), "x").turns())
          .isEqualTo(dialogue.turns());
    }
  }

  private static Conversation saying(String human) {
    return Conversation.of(
        "hostile", MetaInstruction.plain(), List.of(Turn.plain(1, human, "你好。")));
  }

  static Stream<Hostile> replies() {
    return Hostile.to("Grounding").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void anyReplyIsHeldAgainstAnyEvidence(Hostile hostile) {
    String text = hostile.argument();
    assertTimeoutPreemptively(GENEROUS, () -> Grounding.check(evidence("茶 tea"), text));
    assertTimeoutPreemptively(GENEROUS, () -> Grounding.check(evidence(text), "共 5 个。"));
    assertTimeoutPreemptively(GENEROUS, () -> Citations.of(text));
  }

  private static Evidence evidence(String said) {
    return new Evidence(List.of(said), new Results.None());
  }

  static Stream<Hostile> commands() {
    return Hostile.to("Commands").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void anyCommandIsReadOrNamedWhereItBreaks(Hostile hostile) {
    String body = hostile.argument();
    switch (assertTimeoutPreemptively(GENEROUS, () -> Commands.parse(body))) {
      case Commands.None() -> assertThat(body).isEqualTo("None");
      case Commands.Calls(List<PluginCall> calls) ->
          assertThat(Commands.body(calls)).isEqualTo(body);
      case Commands.Malformed(int at, String expected) -> {
        assertThat(at).isBetween(0, body.length());
        assertThat(expected).isNotBlank();
      }
    }
  }

  static Stream<Hostile> results() {
    return Hostile.to("Results").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("results")
  void anyResultIsReadOrNamed(Hostile hostile) {
    String body = hostile.argument();
    switch (assertTimeoutPreemptively(GENEROUS, () -> Results.parse(body))) {
      case Results.None() -> assertThat(body.strip()).isEqualTo("None");
      case Results.Inline(String text) -> assertThat(text).isEqualTo(body.strip());
      case Results.Malformed(String expected) -> assertThat(expected).isNotBlank();
      case Results.Blocks(List<Results.Block> blocks) -> {
        assertThat(Results.body(blocks).strip()).isEqualTo(body.strip());
        assertTimeoutPreemptively(GENEROUS, () -> blocks.forEach(block -> block.numberedFrom(1)));
        assertTimeoutPreemptively(GENEROUS, () -> Citations.highestNumber(Results.parse(body)));
      }
    }
  }
}
