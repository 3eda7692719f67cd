package io.mosskit.inference.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mosskit.inference.golden.Golden;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.model.Generator.Ending;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.Round;
import io.mosskit.schema.json.Json;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldsADialogueTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(java.time.Instant.parse("2023-04-21T00:00:00Z"));
  private static final Path TOKENIZER =
      Path.of("src/test/resources/io/mosskit/inference/tokenizer/hand-made");

  private final List<String> shown = new ArrayList<>();

  @Test
  void writesThePromptsOfTheOriginalDemo() throws Exception {
    MossTokenizer tokenizer =
        MossTokenizer.load(Golden.file("tokenizers/tiny-1000"), TokenizerMode.LEGACY);
    Json.Obj index = Golden.json("prompts/index.json");
    Json.Obj first = (Json.Obj) Golden.list(index, "prompts").get(0);
    Json.Obj second = (Json.Obj) Golden.list(index, "prompts").get(1);
    String reply = second.string("reply_text");
    ScriptedBackend backend =
        backend(tokenizer, 2048, tokenizer.encode(reply), tokenizer.encode("\n<eom>"));
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 2048);
    chat.say("你好", listener());
    chat.say("推荐五部科幻电影", listener());
    assertThat(backend.prompts().get(0)).isEqualTo(tiny(first));
    assertThat(backend.prompts().get(1)).isEqualTo(tiny(second));
  }

  private static List<Integer> tiny(Json.Obj prompt) {
    Json.Obj ids = Golden.object(prompt, "ids");
    return Arrays.stream(Golden.ints(ids.members().get("tiny-1000"))).boxed().toList();
  }

  @Test
  void showsRepliesWithoutMarkerInWholeCharacters() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    ScriptedBackend backend =
        backend(tokenizer, 4096, tokenizer.encode("\n<|MOSS|>: 你好，世界! Hi 😀<eom>"));
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 4096);
    ChatAnswer answer = chat.say("你好 there", listener());
    assertThat(answer.text()).isEqualTo("你好，世界! Hi 😀");
    assertThat(answer.ending()).isEqualTo(Ending.STOP_TOKEN);
    assertThat(String.join("", shown)).isEqualTo(answer.text());
    assertThat(shown).noneMatch(piece -> piece.contains("\uFFFD")).hasSizeGreaterThan(5);
  }

  @Test
  void takesControlTokensOfTheUserForText() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    ScriptedBackend backend = backend(tokenizer, 4096, tokenizer.encode("好<eom>"));
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 4096);
    chat.say("a<eom>b 结束<eom>", listener());
    int eom = tokenizer.idOf("<eom>").orElseThrow();
    assertThat(backend.prompts().getFirst()).doesNotContain(eom);
  }

  @Test
  void leavesOutTheOldestTurnsWhole() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    int[][] replies = new int[12][];
    Arrays.fill(replies, tokenizer.encode("\n<|MOSS|>: 好的 fine<eom>"));
    ScriptedBackend backend = backend(tokenizer, 1500, replies);
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 1500);
    int forgotten = 0;
    for (int turn = 0; turn < replies.length; turn++) {
      String words = turn + " 问题 question ".repeat(5);
      forgotten += chat.say(words, listener()).forgottenTurns();
      String prompt = text(tokenizer, backend.prompts().get(turn));
      assertThat(prompt).startsWith("You are an AI assistant whose name is MOSS.");
      assertThat(prompt).endsWith("<|Human|>: " + words + "<eoh>");
      assertThat(prompt.split("<\\|Human\\|>", -1)).hasSize(chat.turns() + 1);
    }
    assertThat(forgotten).isPositive().isEqualTo(replies.length - chat.turns());
  }

  @Test
  void refusesWordsThatAreTooLongAndGoesOn() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    int[] reply = tokenizer.encode("\n<|MOSS|>: 好<eom>");
    ScriptedBackend backend = backend(tokenizer, 2048, reply, reply);
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 2048);
    chat.say("你好", listener());
    assertThatExceptionOfType(ContextLimitException.class)
        .isThrownBy(() -> chat.say("长 long ".repeat(2000), listener()))
        .withMessageContaining("2048");
    assertThat(chat.turns()).isEqualTo(1);
    assertThat(chat.say("again 再来", listener()).text()).isEqualTo("好");
    assertThat(chat.turns()).isEqualTo(2);
  }

  @Test
  void stopsWhenTheListenerWantsNoMore() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    ScriptedBackend backend = backend(tokenizer, 4096, tokenizer.encode("abcdefgh<eom>"));
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 4096);
    ChatAnswer answer =
        chat.say(
            "说 say",
            new ChatListener() {
              private int asked;

              @Override
              public void reply(String piece) {}

              @Override
              public boolean goesOn() {
                return ++asked < 3;
              }
            });
    assertThat(answer.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(answer.newTokens()).isEqualTo(3);
  }

  @Test
  void executesTheCallsThatTheModelWritesAndReadsTheirResults() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    ScriptedBackend backend =
        backend(
            tokenizer,
            4096,
            tokenizer.encode(
                "<|Inner Thoughts|>: 要算 compute<eot>\n<|Commands|>: Calculate(\"6*7\")<eoc>"),
            tokenizer.encode(" 是 42。<eom>"));
    List<Round> rounds = new ArrayList<>();
    Chat chat = chat(backend, tokenizer, withPlugins(), 4096);
    ChatAnswer answer =
        chat.say(
            "6*7 是多少?",
            new ChatListener() {
              @Override
              public void reply(String piece) {
                shown.add(piece);
              }

              @Override
              public void executed(Round round) {
                rounds.add(round);
              }
            });
    assertThat(answer.text()).isEqualTo("是 42。");
    assertThat(rounds).hasSize(1);
    assertThat(text(tokenizer, backend.prompts().get(0)))
        .contains("- Calculator: enabled. API: Calculate(expression)\n")
        .contains("- Image edition: disabled.\n")
        .endsWith("<|Human|>: 6*7 是多少?<eoh>\n");
    assertThat(text(tokenizer, backend.prompts().get(1)))
        .endsWith(
            """
            <|Commands|>: Calculate("6*7")<eoc>
            <|Results|>:
            Calculate("6*7") => '42'
            <eor>
            <|MOSS|>:\
            """);
  }

  @Test
  void goesOnWhereCommandsCannotBeExecuted() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    ScriptedBackend backend =
        backend(
            tokenizer,
            4096,
            tokenizer.encode("<|Inner Thoughts|>: ?<eot>\n<|Commands|>: Count(\"a\")<eoc>"),
            tokenizer.encode(" 抱歉 sorry<eom>"),
            tokenizer.encode("<|Commands|>: None<eoc>"),
            tokenizer.encode(" 好<eom>"));
    List<String> problems = new ArrayList<>();
    ChatListener listener =
        new ChatListener() {
          @Override
          public void reply(String piece) {}

          @Override
          public void refused(String problem) {
            problems.add(problem);
          }
        };
    Chat chat = chat(backend, tokenizer, withPlugins(), 4096);
    assertThat(chat.say("数 count", listener).text()).isEqualTo("抱歉 sorry");
    assertThat(problems).containsExactly("no plugin is installed for Count(\"a\")");
    assertThat(chat.say("你好", listener).text()).isEqualTo("好");
    assertThat(text(tokenizer, backend.prompts().get(3)))
        .endsWith("<|Commands|>: None<eoc>\n<|Results|>:\nNone\n<eor>\n<|MOSS|>:");
  }

  @Test
  void obeysClearAndStopInTheLoop() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    int[] reply = tokenizer.encode("\n<|MOSS|>: 好 ok<eom>");
    ScriptedBackend backend = backend(tokenizer, 4096, reply, reply, reply);
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 4096);
    Typed typed = new Typed("你好", "more", " clear ", "", "again", "stop", "never read");
    new ChatLoop(chat, typed).run();
    assertThat(typed.words).containsExactly("never read");
    assertThat(chat.turns()).isEqualTo(1);
    assertThat(backend.prompts()).hasSize(3);
    assertThat(backend.prompts().get(2)).hasSizeLessThan(backend.prompts().get(1).size());
    assertThat(String.join("", typed.shown))
        .startsWith("<|Human|>: <|Human|>: <|MOSS|>: 好 ok\n[")
        .contains("a second]");
  }

  @Test
  void saysThatWordsAreTooLongAndGoesOn() throws Exception {
    MossTokenizer tokenizer = MossTokenizer.load(TOKENIZER);
    ScriptedBackend backend = backend(tokenizer, 2048, tokenizer.encode("好<eom>"));
    Chat chat = chat(backend, tokenizer, new ChatForm.CliDemo(), 2048);
    Typed typed = new Typed("很长 ".repeat(3334), "你好");
    new ChatLoop(chat, typed).run();
    assertThat(String.join("", typed.shown)).contains("at most 2048").contains("<|MOSS|>: 好");
  }

  private static ChatForm withPlugins() {
    return new ChatForm.WithPlugins(Plugins.installed(), Limits.DEFAULT);
  }

  private static String text(MossTokenizer tokenizer, List<Integer> ids) {
    return tokenizer.decode(ids.stream().mapToInt(id -> id).toArray());
  }

  private static ScriptedBackend backend(MossTokenizer tokenizer, int positions, int[]... replies) {
    return new ScriptedBackend(tokenizer.vocabularySize(), positions, List.of(replies));
  }

  private static Chat chat(
      ScriptedBackend backend, MossTokenizer tokenizer, ChatForm form, int context) {
    Generator generator = new Generator(backend, tokenizer.vocabularySize(), CLOCK);
    Chat.Settings settings =
        new Chat.Settings(form, SamplingSettings.GREEDY, TokenLimits.newTokens(200), context, 64);
    assertThat(tokenizer.encode("<eom>", ControlTokens.RECOGNISED)).hasSize(1);
    return new Chat(generator, tokenizer, settings, new Random(1), CLOCK);
  }

  private ChatListener listener() {
    return shown::add;
  }

  /// A terminal at which everything has been typed already.
  private static final class Typed implements ChatTerminal {

    private final Deque<String> words = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();

    Typed(String... words) {
      this.words.addAll(List.of(words));
    }

    @Override
    public @Nullable String read(String prompt) {
      show(prompt);
      return words.poll();
    }

    @Override
    public void show(String text) {
      shown.add(text);
    }

    @Override
    public void clear() {
      shown.clear();
    }

    @Override
    public boolean stopped() {
      return false;
    }
  }
}
