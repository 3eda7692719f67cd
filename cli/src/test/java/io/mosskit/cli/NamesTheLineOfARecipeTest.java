package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTheLineOfARecipeTest {

  private static final String RECIPE =
      """
      title: 配方 recipe
      generate:
        seeds: seeds
        teacher:
          rehearsal: true
        prompts:
          writing: 2
        dialogues: {retries: 1}
        expansion:
          max-rouge-l: 0.7
      curate:
        threshold: 0.7
      """;

  @TempDir Path folder;

  @BeforeEach
  void copySeeds() throws Exception {
    Seeds.copy("writing", folder.resolve("seeds"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        argumentSet("unknown key", "  threshold:", "  treshold:", 12, "unknown key"),
        argumentSet("number", "max-rouge-l: 0.7", "max-rouge-l: high", 10, "expected a number"),
        argumentSet("whole number", "writing: 2", "writing: 2.5", 7, "how many prompts"),
        argumentSet("flag", "rehearsal: true", "rehearsal: perhaps", 5, "true or false"),
        argumentSet("list", "writing: 2", "writing: [2]", 7, "{zh: n, en: n}"),
        argumentSet("text", "curate:\n  threshold: 0.7", "curate: 0.7", 11, "keys and values"),
        argumentSet("both", "rehearsal: true", "rehearsal: true\n    model: m", 4, "either"),
        argumentSet("neither", "rehearsal: true", "concurrency: 2", 4, "either"),
        argumentSet("no teacher", "  teacher:\n    rehearsal: true\n", "", 2, "teacher"),
        argumentSet(
            "same name",
            "  teacher:\n    rehearsal: true\n",
            "  teachers:\n    - rehearsal: true\n    - rehearsal: true\n",
            6,
            "two teachers"),
        argumentSet(
            "structured", "rehearsal: true", "model: m\n    structured: 表", 6, "auto, schema"),
        argumentSet(
            "send-seed", "rehearsal: true", "model: m\n    send-seed: 7", 6, "true or false"),
        argumentSet("key", "rehearsal: true", "model: m\n    key-variable: sk-1", 4, "the name of"),
        argumentSet("batch", "rehearsal: true", "rehearsal: true\n    batch: 24h", 6, "true or"),
        argumentSet(
            "gather",
            "rehearsal: true",
            "rehearsal: true\n    batch: true\n    batch-gather-seconds: 0",
            4,
            "gather PT0S"),
        argumentSet(
            "no batch", "rehearsal: true", "rehearsal: true\n    batch-window: 1h", 6, "unkn"),
        argumentSet("no list", "  teacher:\n    rehearsal: true\n", "  teachers: r\n", 4, "a list"),
        argumentSet("no seeds", "  seeds: seeds\n", "", 2, "seeds"),
        argumentSet("no category", "writing: 2", "写作: 2", 7, "none of [brainstorming"),
        argumentSet("no documents", "writing: 2", "web-search: 2", 2, "wants a search: name doc"),
        argumentSet(
            "documents", "  dialogues:", "  plugins: {documents: 文}\n  dialogues:", 8, "no file"),
        argumentSet(
            "off share", "  dialogues:", "  plugins: {off-share: 2}\n  dialogues:", 8, "[0, 1]"),
        argumentSet(
            "calls", "  dialogues:", "  plugins: {most-calls: 0}\n  dialogues:", 8, "at least 1"),
        argumentSet("plugin", "  dialogues:", "  plugins: {画: 1}\n  dialogues:", 8, "unknown key"),
        argumentSet(
            "limit",
            "  dialogues:",
            "  plugins: {limits: {work: 0}}\n  dialogues:",
            8,
            "work is 0"),
        argumentSet(
            "engine",
            "  dialogues:",
            "  plugins: {engine: {brave: true}}\n  dialogues:",
            8,
            "{searxng: URL, answers: FILE}"),
        argumentSet(
            "two searches",
            "  dialogues:",
            "  plugins: {documents: seeds, engine: {brave: true, answers: a}}\n  dialogues:",
            8,
            "either documents or an engine"),
        argumentSet(
            "picture",
            "  dialogues:",
            "  plugins: {images: {model: m, size: 大}}\n  dialogues:",
            8,
            "no size of a picture"),
        argumentSet(
            "flaws",
            "rehearsal: true",
            "rehearsal: true\n    rehearsal-flaws: 2",
            4,
            "a share in [0, 1]"),
        argumentSet("language", "writing: 2", "writing: {fr: 2}", 7, "zh or en"),
        argumentSet("too few", "writing: 2", "writing: 0", 7, "0"),
        argumentSet("mix alone", "writing: 2", "mix: moss-003", 7, "total"),
        argumentSet("mix", "writing: 2", "total: 9\n    mix: 均匀", 8, "uniform, moss-003"),
        argumentSet("mix list", "writing: 2", "total: 9\n    mix: [code]", 8, "uniform, moss-003"),
        argumentSet("in mix", "writing: 2", "total: 9\n    mix: {诗: 1}", 8, "none of"),
        argumentSet("weight", "writing: 2", "total: 9\n    mix: {code: a}", 8, "a weight"),
        argumentSet("total", "writing: 2", "total: 0", 6, "0 prompts"),
        argumentSet("both ways", "writing: 2", "writing: 2\n    total: 9", 7, "unknown key"),
        argumentSet("tongues", "writing: 2", "total: 9\n    languages: zh", 8, "{zh: weight"),
        argumentSet(
            "share", "  dialogues:", "  evolution: {share: 2}\n  dialogues:", 8, "share 2.0"),
        argumentSet(
            "operation",
            "  dialogues:",
            "  evolution:\n    operations: {变: 1}\n  dialogues:",
            9,
            "unknown key"),
        argumentSet("no personas", "  dialogues:", "  personas: 人\n  dialogues:", 8, "no file"),
        argumentSet(
            "personas", "  dialogues:", "  personas: [a, b]\n  dialogues:", 8, "{files: [FILE"),
        argumentSet("retries", "retries: 1", "retries: -1", 8, "at least 0"),
        argumentSet(
            "price",
            "rehearsal: true",
            "rehearsal: true\n    price: {input: 茶, output: 1}",
            6,
            "an amount of dollars"),
        argumentSet(
            "half a price",
            "rehearsal: true",
            "rehearsal: true\n    price: {input: 1}",
            6,
            "output"),
        argumentSet("no price", "  prompts:", "  max-usd: 1\n  prompts:", 2, "wants the price"),
        argumentSet("budget", "  prompts:", "  max-usd: -1\n  prompts:", 2, "at least 0"),
        argumentSet("tokens", "  prompts:", "  max-tokens: 多\n  prompts:", 6, "a whole number"),
        argumentSet(
            "rate",
            "rehearsal: true",
            "rehearsal: true\n    requests-per-minute: -1",
            4,
            "at least 0"),
        argumentSet("token budget", "retries: 1", "max-tokens: 100", 8, "at least 512"),
        argumentSet("cut", "retries: 1", "cut-after: 1", 8, "at least 16"),
        argumentSet("turns", "retries: 1", "turns: {诗: {2: 1}}", 8, "none of [brainstorming"),
        argumentSet("no table", "retries: 1", "turns: {code: 3}", 8, "with their weights"),
        argumentSet("turns' number", "retries: 1", "turns: {code: {a: 1}}", 8, "number of turns"),
        argumentSet("turns' weight", "retries: 1", "turns: {code: {2: 0}}", 8, "at least 1"),
        argumentSet("one turn", "retries: 1", "turns: {continue: {1: 1}}", 8, "at least two"),
        argumentSet(
            "no judge", "  expansion:", "  judge: {min-score: 3}\n  expansion:", 9, "name the"),
        argumentSet(
            "other judge",
            "  expansion:",
            "  judge: {teacher: 包公}\n  expansion:",
            2,
            "\"包公\" is none of the teachers"),
        argumentSet(
            "score",
            "  expansion:",
            "  judge: {teacher: rehearsal, min-score: 9}\n  expansion:",
            9,
            "min-score 9"),
        argumentSet(
            "unreadable",
            "  expansion:",
            "  judge: {teacher: rehearsal, unreadable: drop}\n  expansion:",
            9,
            "keep or reject"),
        argumentSet(
            "sampling",
            "  expansion:",
            "  sampling:\n    replies: {top-p: 2}\n  expansion:",
            10,
            "topP 2.0"),
        argumentSet(
            "stage",
            "  expansion:",
            "  sampling:\n    judge: {top-p: 1}\n  expansion:",
            10,
            "unknown key"),
        argumentSet(
            "no kind",
            "dialogues: {retries: 1}",
            "safety: {kinds: {rude: 1}}",
            8,
            "known are [harmful-request, benign-look-alike"),
        argumentSet(
            "not drawn",
            "dialogues: {retries: 1}",
            "safety: {grades: {help: 1}}",
            8,
            "known are [refuse, safe-complete, redirect, accept-correction, hold-politely]"),
        argumentSet(
            "no grade",
            "dialogues: {retries: 1}",
            "safety: {grades: {accept-correction: 0, hold-politely: 0}}",
            8,
            "one grade of [accept-correction, hold-politely] has a weight above 0"),
        argumentSet(
            "below nothing",
            "dialogues: {retries: 1}",
            "safety: {kinds: {uncertain: -1}}",
            8,
            "kinds: a weight of at least 0"),
        argumentSet("range", "threshold: 0.7", "threshold: 7", 11, "threshold"),
        argumentSet("key", "  threshold: 0.7", "  key: topic", 12, "user-turns"),
        argumentSet("twice", "  seeds: seeds", "  seeds: seeds\n  seeds: seeds", 4, "twice"),
        argumentSet("YAML", "title: 配方 recipe", "title: [配方", 2, "YAML"),
        argumentSet("no text", "seeds: seeds", "seeds: [{a: b}]", 3, "expected a text"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsAUsageErrorWithFileAndLine(String right, String wrong, int line, String message)
      throws Exception {
    assertThat(RECIPE).contains(right);
    Path recipe = write(RECIPE.replace(right, wrong));
    Shell refused = Shell.mosskit("run", recipe);
    assertThat(refused.code()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("mosskit: " + recipe + ":" + line + ": ")
        .contains(message)
        .hasLineCount(1);
    assertThat(folder.resolve("recipe")).doesNotExist();
  }

  @Test
  void anEmptyRecipeSaysWhatARecipeHas() throws Exception {
    Shell empty = Shell.mosskit("run", write("# 空\n"));
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("recipe.yaml:1: ").contains("empty");
    Shell idle = Shell.mosskit("run", write("title: 空\n"));
    assertThat(idle.code()).isEqualTo(2);
    assertThat(idle.err()).contains("recipe.yaml:1: ").contains("nothing to do");
  }

  @Test
  void elementsOfAListAreNamedByTheirPlace() throws Exception {
    Shell refused = Shell.mosskit("run", write("input:\n  - 茶\n  - [b]\n"));
    assertThat(refused.err()).contains("recipe.yaml:3: input[1]: expected a text");
  }

  @Test
  void seedsThatAreNotThereAreAFileError() throws Exception {
    Shell absent = Shell.mosskit("run", write(RECIPE.replace("seeds: seeds", "seeds: 没有")));
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("没有: no such file or folder");
  }

  @Test
  void aRecipeThatIsNoTextFileIsAFileErrorThatNamesIt() throws Exception {
    Shell absent = Shell.mosskit("run", folder.resolve("没有.yaml"));
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("没有.yaml: no such file or folder");
    Shell directory = Shell.mosskit("run", folder.resolve("seeds"));
    assertThat(directory.code()).isEqualTo(3);
    assertThat(directory.err()).contains("seeds: is a folder");
    Path gbk = Files.write(folder.resolve("gbk.yaml"), "title: 茶\n".getBytes("GBK"));
    Shell bytes = Shell.mosskit("run", gbk);
    assertThat(bytes.code()).isEqualTo(2);
    assertThat(bytes.err()).contains("gbk.yaml").contains("UTF-8");
  }

  private Path write(String text) throws Exception {
    return Files.writeString(folder.resolve("recipe.yaml"), text);
  }
}
