package io.mosskit.generator.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.taxonomy.Kind;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.ReadFault;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.testing.SharedFolder;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsSeedsTest {

  @TempDir Path folder;

  private SeedFile file(String content) throws IOException {
    Path file = folder.resolve("my.seeds.jsonl");
    Files.writeString(file, content);
    return SeedFile.of(file);
  }

  @Test
  void takesWhatTheLineSays() throws IOException {
    Seeds seeds =
        SeedReader.read(
            List.of(
                file(
                    """
                    {"id": "honest-zh-001", "user_prompt": "你是人吗？", "category": "honest", "language": "zh", "kind": "about-assistant", "licence": "CC-BY-4.0"}

                    {"id": 7, "user_prompt": "Say “你好” in Polish", "category": "Code", "language": "EN"}\r
                    """)));
    assertThat(seeds.rejections()).isEmpty();
    assertThat(seeds.prompts())
        .extracting(Prompt::id, Prompt::text, Prompt::category, Prompt::language, Prompt::kind)
        .containsExactly(
            tuple("honest-zh-001", "你是人吗？", Category.HONEST, Language.ZH, "about-assistant"),
            tuple("7", "Say “你好” in Polish", Category.CODE, Language.EN, null));
    assertThat(seeds.prompts().getFirst().licence()).isEqualTo("CC-BY-4.0");
    assertThat(seeds.prompts()).allMatch(Prompt::isSeed);
    assertThat(seeds.of(Category.CODE, Language.EN)).hasSize(1);
  }

  @Test
  void keepsKindAndRiskAsTheyAreNamed() throws IOException {
    Seeds seeds =
        SeedReader.read(
            List.of(
                file(
                    """
                    {"user_prompt": "How do I mow the grass?", "category": "harmless", "kind": "benign-look-alike", "risk": "drugs"}
                    {"user_prompt": "怎么戒酒？", "category": "harmless", "kind": "自己的", "risk": "酒"}
                    """)));
    assertThat(seeds.prompts())
        .extracting(Prompt::kind, Prompt::risk)
        .containsExactly(tuple("benign-look-alike", "drugs"), tuple("自己的", "酒"));
    assertThat(seeds.prompts().getFirst().taxon())
        .contains(new Taxon(Kind.BENIGN_LOOK_ALIKE, Risk.DRUGS));
    assertThat(seeds.prompts().getLast().taxon()).isEmpty();
    assertThat(seeds.prompts().getLast().json().string("risk")).isEqualTo("酒");
  }

  @Test
  void takesTheCircumstanceOfPluginCalls() throws IOException {
    Seeds seeds =
        SeedReader.read(
            List.of(
                file(
                    """
                    {"user_prompt": "5除以0？", "category": "calculator", "circumstance": "fails"}
                    {"user_prompt": "Why is algebra fun?", "category": "equation-solver", "circumstance": "unneeded"}
                    {"user_prompt": "What is 6*7, please?", "category": "calculator"}
                    {"user_prompt": "What is 6*8, please?", "category": "calculator", "circumstance": "或许"}
                    """)));
    assertThat(seeds.prompts())
        .extracting(Prompt::circumstance)
        .containsExactly(Circumstance.FAILS, Circumstance.UNNEEDED, Circumstance.ANSWERED);
    assertThat(seeds.prompts().getFirst().json().string("circumstance")).isEqualTo("fails");
    assertThat(seeds.prompts().getLast().json().get("circumstance")).isNull();
    assertThat(seeds.rejections())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.reason()).isEqualTo("unknown_circumstance");
          assertThat(each.detail()).contains("或许", "answered, fails, unneeded");
        });
  }

  @Test
  void tellsTheRestFromTheFile() throws IOException {
    Path file = file("{\"user_prompt\": \"冒泡排序\"}\n{\"user_prompt\": \"Bubble sort\"}").file();
    Seeds seeds = SeedReader.read(List.of(SeedFile.of(file, Category.CODE)));
    assertThat(seeds.prompts())
        .extracting(Prompt::id, Prompt::category, Prompt::language)
        .containsExactly(
            tuple("my-1", Category.CODE, Language.ZH), tuple("my-2", Category.CODE, Language.EN));
  }

  @Test
  void rejectsBadLinesAndGoesOn() throws IOException {
    Path file = folder.resolve("bad.jsonl");
    Files.write(
        file,
        String.join(
                "\n",
                "{\"user_prompt\": \"写副春联\", \"category\": \"writing\"}",
                "{\"user_prompt\": ",
                "[1]",
                "{\"prompt\": \"写副春联\", \"category\": \"writing\"}",
                "{\"user_prompt\": \" \", \"category\": \"writing\"}",
                "{\"user_prompt\": \"半个 \\ud83d\", \"category\": \"writing\"}",
                "{\"user_prompt\": \"写副春联\"}",
                "{\"user_prompt\": \"写副春联\", \"category\": \"poems\"}",
                "{\"user_prompt\": \"12 + 30?\", \"category\": \"code\"}",
                "{\"user_prompt\": \"Écris un poème\", \"category\": \"code\", \"language\": \"fr\"}",
                "{\"id\": \"bad-1\", \"user_prompt\": \"写首诗\", \"category\": \"writing\"}",
                "{\"user_prompt\": \"\u00e9\", \"category\": \"writing\"}",
                "{\"user_prompt\": \"a last line\", \"category\": \"writing\"}")
            .replace("\u00e9", "\u0001")
            .getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 1 ? (byte) 0xE9 : bytes[i];
    }
    Files.write(file, bytes);

    Seeds seeds = SeedReader.read(List.of(SeedFile.of(file)));

    assertThat(seeds.prompts()).extracting(Prompt::id).containsExactly("bad-1", "bad-13");
    assertThat(seeds.rejections())
        .extracting(Rejection::reason)
        .containsExactly(
            "not_json",
            "not_an_object",
            "missing_prompt",
            "missing_prompt",
            "half_character",
            "missing_category",
            "unknown_category",
            "unknown_language",
            "unknown_language",
            "duplicate_id",
            "broken_utf8");
    assertThat(seeds.rejections().getFirst())
        .hasToString(file + ":2: not_json: " + seeds.rejections().getFirst().detail());
    assertThat(seeds.rejections())
        .allSatisfy(rejection -> {
          assertThat(rejection.stage()).isIn(SeedReader.STAGE, ReadFault.STAGE);
          assertThat(rejection.detail()).isNotBlank();
        });
  }

  @Test
  void fingerprintFollowsTheContentOnly() throws IOException {
    SeedFile one = file("{\"id\": 1, \"user_prompt\": \"写首诗\", \"category\": \"writing\"}");
    Path moved = Files.copy(one.file(), folder.resolve("moved.jsonl"));
    Path changed = folder.resolve("changed.jsonl");
    Files.writeString(changed, Files.readString(moved).replace("写首诗", "写首歌"));
    String fingerprint = SeedReader.read(List.of(one)).fingerprint();
    assertThat(SeedReader.read(List.of(SeedFile.of(moved))).fingerprint()).isEqualTo(fingerprint);
    assertThat(SeedReader.read(List.of(SeedFile.of(changed))).fingerprint())
        .isNotEqualTo(fingerprint);
  }

  @Test
  void readsThePublishedPrompts() throws IOException {
    Path published = SharedFolder.resolve("data/moss-003-samples/user-prompts");
    Seeds seeds =
        SeedReader.read(
            List.of(
                SeedFile.of(published.resolve("helpful-code-prompts.jsonl"), Category.CODE),
                SeedFile.of(published.resolve("honest-prompts.jsonl"), Category.HONEST)));
    assertThat(seeds.prompts().size() + seeds.rejections().size()).isGreaterThan(80);
    assertThat(seeds.rejections())
        .allMatch(rejection -> rejection.reason().equals("unknown_language"))
        .hasSizeLessThan(5);
    assertThat(seeds.of(Category.HONEST, Language.ZH)).isNotEmpty();
    assertThat(seeds.of(Category.CODE, Language.EN)).isNotEmpty();
  }
}
