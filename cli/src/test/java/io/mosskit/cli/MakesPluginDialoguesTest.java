package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakesPluginDialoguesTest {

  @TempDir Path folder;

  @BeforeEach
  void copySeedsAndWriteDocuments() throws Exception {
    for (String category : List.of("calculator", "web-search", "text-to-image", "mix")) {
      Seeds.copy(category, folder.resolve("seeds"));
    }
    Files.createDirectories(folder.resolve("documents"));
    Files.writeString(
        folder.resolve("documents/own.jsonl"),
        """
        {"title": "埃特纳火山", "text": "埃特纳火山在西西里岛，高3357米。"}
        {"title": "Mount Etna", "text": "Mount Etna lies on Sicily and is 3,357 metres high."}
        """);
  }

  private void isClean(Path dialogues) {
    assertThat(Shell.mosskit("validate", "--strict", dialogues).code()).isZero();
    Shell audit =
        Shell.mosskit("audit", dialogues, "--replay", "--documents", folder.resolve("documents"));
    assertThat(audit.code()).as(audit.out()).isZero();
    assertThat(audit.out()).doesNotContain("not_replayed").contains("no findings");
  }

  @Test
  void aRecipeMakesThemAndSaysWhatTheVerificationFound() throws Exception {
    Path recipe =
        Files.writeString(
            folder.resolve("plugins.yaml"),
            """
            title: 插件 plugins
            generate:
              seeds: seeds
              teacher: {rehearsal: true, rehearsal-flaws: 0.3}
              prompts: {calculator: 4, web-search: 2, text-to-image: {zh: 2}, mix: {en: 1}}
              plugins:
                documents: documents
                images: {folder: pictures}
                off-share: 0.1
                most-calls: 3
                limits: {argument-characters: 500}
              sampling: {calls: {temperature: 0.2}}
            """);
    Shell run = Shell.mosskit("run", recipe);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Plugin dialogues, held against each stage of verification:", "meaning");
    isClean(folder.resolve("plugins/run/raw.jsonl"));
    try (Stream<Path> pictures = Files.list(folder.resolve("pictures"))) {
      assertThat(pictures).isNotEmpty();
    }
    Shell show = Shell.mosskit("runs", "show", folder.resolve("plugins/run"));
    assertThat(show.out()).contains("each stage of verification", "plugin-calls", "most-calls 3");
    Shell json = Shell.mosskit("runs", "show", folder.resolve("plugins/run"), "--json");
    assertThat(json.number("verification", "execution", "checked")).isPositive();
    assertThat(json.number("verification", "execution", "failed")).isZero();
  }

  @Test
  void theCommandLineMakesThemWhereTheyAreNamed() throws Exception {
    Path run = folder.resolve("run");
    Shell generate =
        Shell.mosskit(
            "generate",
            "--seeds",
            folder.resolve("seeds"),
            "--out",
            run,
            "--rehearsal",
            "--dialogues",
            "6",
            "--categories",
            "calculator,web-search",
            "--mix",
            "plugins",
            "--documents",
            folder.resolve("documents"));
    assertThat(generate.code()).as(generate.err()).isZero();
    assertThat(generate.out()).contains("calculator zh", "web-search en");
    isClean(run.resolve("raw.jsonl"));

    Shell unsearched =
        Shell.mosskit(
            "generate",
            "--seeds",
            folder.resolve("seeds"),
            "--out",
            folder.resolve("other"),
            "--rehearsal",
            "--categories",
            "web-search",
            "--mix",
            "plugins");
    assertThat(unsearched.code()).isEqualTo(2);
    assertThat(unsearched.err()).contains("wants a search", "--documents");
  }
}
