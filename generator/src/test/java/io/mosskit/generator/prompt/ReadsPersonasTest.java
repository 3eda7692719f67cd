package io.mosskit.generator.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsPersonasTest {

  private static final Path OURS = Path.of("..", "datasets", "personas");

  @TempDir Path folder;

  private Path file(String... lines) throws Exception {
    return Files.write(folder.resolve("people.jsonl"), List.of(lines));
  }

  @Test
  void takesWhatALineDoesNotSayFromTheTextAndTheFile() throws Exception {
    Path file =
        file(
            "{\"persona\": \" 守灯塔的\\n老人 \", \"id\": \"甲\", \"licence\": \"CC0-1.0\"}",
            "{\"persona\": \"a retired\\tkeeper\", \"language\": \"en\"}");
    Seeds seeds = SeedReader.read(List.of(), List.of(file));
    assertThat(seeds.personas())
        .containsExactly(
            new Persona("甲", "守灯塔的 老人", Language.ZH, "CC0-1.0"),
            new Persona("people-2", "a retired keeper", Language.EN, null));
    assertThat(seeds.personas(Language.EN)).hasSize(1);
    assertThat(seeds.rejections()).isEmpty();
  }

  @Test
  void aLineThatIsNoneIsARejectionWithItsReason() throws Exception {
    Path file =
        file(
            "{\"persona\": \"守灯塔的老人\", \"id\": \"a\"}",
            "no persona 不是",
            "[1]",
            "{\"name\": \"x\"}",
            "{\"persona\": \"half \\ud83d\"}",
            "{\"persona\": \"Älterer Herr\", \"language\": \"de\"}",
            "{\"persona\": \"a keeper\", \"id\": \"a\"}");
    Seeds seeds = SeedReader.read(List.of(), List.of(file));
    assertThat(seeds.personas()).hasSize(1);
    assertThat(seeds.rejections())
        .extracting(Rejection::reason)
        .containsExactly(
            "not_json",
            "not_an_object",
            "missing_persona",
            "half_character",
            "unknown_language",
            "duplicate_id");
    assertThat(seeds.rejections().getLast()).asString().startsWith(file + ":7: duplicate_id");
  }

  @Test
  void theFingerprintKnowsThem() throws Exception {
    Path file = file("{\"persona\": \"守灯塔的老人\"}");
    String with = SeedReader.read(List.of(), List.of(file)).fingerprint();
    assertThat(with).contains("0 seeds, 1 personas");
    Files.writeString(file, "{\"persona\": \"守灯塔的妇人\"}");
    assertThat(SeedReader.read(List.of(), List.of(file)).fingerprint()).isNotEqualTo(with);
  }

  @Test
  void oursAreSixtyOfEachLanguageAndAllDifferent() throws Exception {
    Seeds seeds =
        SeedReader.read(List.of(), List.of(OURS.resolve("zh.jsonl"), OURS.resolve("en.jsonl")));
    assertThat(seeds.rejections()).isEmpty();
    List<String> texts = new ArrayList<>();
    for (Persona persona : seeds.personas()) {
      String label = persona.language().label();
      assertThat(persona.id()).matches("persona-" + label + "-\\d{3}");
      assertThat(Language.of(persona.text())).isEqualTo(persona.language());
      assertThat(persona.licence()).isEqualTo("CC-BY-4.0");
      texts.add(persona.text());
    }
    assertThat(texts).doesNotHaveDuplicates();
    assertThat(seeds.personas(Language.ZH)).hasSize(60);
    assertThat(seeds.personas(Language.EN)).hasSize(60);
  }
}
