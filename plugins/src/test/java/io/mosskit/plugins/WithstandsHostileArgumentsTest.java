package io.mosskit.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.paint.Text2Image;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.convert.Codec;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every argument of `hostile.jsonl` ends in an answer or a named failure, the same twice, and what
/// a dialogue keeps of it stays in its field.
class WithstandsHostileArgumentsTest {

  private static final Limits LIMITS = new Limits(4096, 4300, 100, 131_072, 1L << 25);
  private static final Instant NOW = Instant.EPOCH;

  @TempDir static Path temporary;

  private static Plugins plugins = Plugins.installed();
  private static SortedMap<String, Long> before = new TreeMap<>();

  @BeforeAll
  static void lookAround() throws IOException {
    plugins = Plugins.installed().with(Text2Image.drawing(temporary.resolve("pictures")));
    before = sources();
  }

  /// Nothing was written but pictures, whose names nobody chooses.
  @AfterAll
  static void nothingElseHasChanged() throws IOException {
    assertThat(sources()).isEqualTo(before);
    try (Stream<Path> written = Files.walk(temporary)) {
      assertThat(written.filter(Files::isRegularFile).map(temporary::relativize))
          .isNotEmpty()
          .allMatch(file -> file.toString().matches("pictures.[0-9a-f]{32}\\.png"));
    }
  }

  /// The working folder's own files and their sizes, without what a build makes.
  private static SortedMap<String, Long> sources() throws IOException {
    SortedMap<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      for (Path file : files.filter(file -> !file.startsWith("target")).toList()) {
        if (Files.isRegularFile(file)) {
          sizes.put(file.toString(), Files.size(file));
        }
      }
    }
    return sizes;
  }

  static Stream<Hostile> arguments() {
    return Hostile.all().stream()
        .filter(
            entry -> List.of("Calculate", "Search", "Solve", "Text2Image").contains(entry.to()));
  }

  @Test
  void theCorpusHasManyDifferentEntriesForEachPlugin() {
    assertThat(Hostile.all()).doesNotHaveDuplicates();
    for (String plugin : List.of("Calculate", "Search", "Solve", "Text2Image")) {
      assertThat(Hostile.to(plugin)).hasSizeGreaterThan(200);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("arguments")
  void anyArgumentHasTheSameNamedOutcomeTwice(Hostile hostile) throws Exception {
    Plugin plugin = plugin(hostile);
    Outcome outcome = plugin.execute(hostile.argument(), LIMITS);
    assertThat(plugin.execute(hostile.argument(), LIMITS)).isEqualTo(outcome);
    switch (outcome) {
      case Result(String text, _) ->
          assertThat(text).hasSizeLessThanOrEqualTo(LIMITS.resultCharacters());
      case Failure(_, String detail) ->
          assertThat(detail).hasSizeLessThan(500).doesNotContainPattern("\\p{C}");
    }
    assertThat(Field.markerIn(outcome.printed())).isEmpty();
    assertThat(Field.markerIn(outcome.toolMessage())).isEmpty();
    Json.Obj message = Json.object().put("content", outcome.toolMessage()).build();
    assertThat(Json.parse(message.text())).isEqualTo(message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("arguments")
  void whatATurnKeepsOfACallStaysInItsFields(Hostile hostile) throws Exception {
    Plugin plugin = plugin(hostile);
    String argument = hostile.argument();
    if (!PluginCall.isArgument(argument)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new PluginCall(plugin.name(), argument));
      String command = plugin.name() + "(\"" + argument + "\")";
      assertThat(Commands.parse(command) instanceof Commands.Calls(var calls) ? calls.size() : 0)
          .isNotEqualTo(1); // none, or several, but never this one
      return;
    }
    PluginCall call = new PluginCall(plugin.name(), argument);
    requireKept(
        plugin.answersInline()
            ? List.of(call)
            : List.of(new PluginCall("Solve", "x+3=5"), call, new PluginCall("Calculate", "6*7")));
  }

  private static void requireKept(List<PluginCall> calls) throws Exception {
    Round round = Round.of(calls, plugins, LIMITS, () -> NOW);
    Conversation dialogue = dialogue(calls, round.results());
    assertThat(ConversationCheck.violations(dialogue)).isEmpty();
    assertThat(MossJson.parse(MossJson.line(dialogue)))
        .isInstanceOfSatisfying(
            Entry.Accepted.class, read -> assertThat(read.conversation()).isEqualTo(dialogue));
    Turn turn = dialogue.turns().getFirst();
    assertThat(Commands.parse(turn.body(Field.COMMANDS))).isEqualTo(new Commands.Calls(calls));
    assertThat(Results.parse(turn.body(Field.TOOL_RESPONSES))).isEqualTo(round.results());
    for (String form : Codecs.NAMES) {
      Codec codec = Codecs.named(form);
      Json written = Json.parse(codec.write(dialogue).text());
      assertThat(codec.read(written, "x")).as(form).isEqualTo(dialogue);
    }
    Codec text = Codecs.named("training-text");
    Conversation bare = text.read(text.writePlain(dialogue).record(), "x");
    assertThat(bare.turns()).isEqualTo(dialogue.turns());
    assertThat(bare.metaInstruction()).isEqualTo(dialogue.metaInstruction());
  }

  private static Conversation dialogue(List<PluginCall> calls, Results results) {
    String answers =
        switch (results) {
          case Results.None() -> Results.body(List.of());
          case Results.Inline(String text) -> text;
          case Results.Blocks(List<Results.Block> blocks) -> Results.body(blocks);
          case Results.Malformed malformed -> throw new AssertionError(malformed);
        };
    MetaInstruction everything = MetaInstruction.sevenLines(EnumSet.allOf(Capability.class));
    List<String> bodies = List.of("算一下 do it", "好 ok", Commands.body(calls), answers, "好了。");
    return Conversation.of("hostile", everything, List.of(Turn.withPlugins(1, bodies)));
  }

  private static Plugin plugin(Hostile hostile) {
    assumeTrue(plugins.named(hostile.to()).isPresent(), "no plugin is named " + hostile.to());
    return plugins.named(hostile.to()).orElseThrow();
  }
}
