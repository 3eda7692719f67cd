package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mosskit.curation.Dialogues;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tags;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelOrigin;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribesAFolderTest {
  @TempDir Path folder;

  private static CorpusAbout about(@Nullable String licence) {
    return new CorpusAbout("Small talk 闲聊", licence, null, LocalDate.of(2026, 11, 22), "1.0");
  }

  @BeforeEach
  void write() throws IOException {
    Conversation zh = Dialogues.of("1", "茶？", "茶。", "再来？", "好。").withCategory("writing");
    Conversation en =
        Dialogues.of("2", "Tea?", "Tea.")
            .withMosskit("scores", Json.object().put("a", 1).put("b", 0.5).build())
            .withMosskit("odd", Json.of("text"));
    Conversation odd = Dialogues.of("3", "More?", "Yes.").withMosskit("odd", Json.of(7));
    write("train.jsonl", zh, en);
    write("test.jsonl", odd);
  }

  private void write(String name, Conversation... dialogues) throws IOException {
    try (RecordWriter out = RecordWriter.create(folder.resolve(name))) {
      for (Conversation dialogue : dialogues) {
        out.write(dialogue);
      }
      out.commit();
    }
  }

  private JsonNode header() throws IOException {
    String card = Files.readString(folder.resolve("README.md"));
    return new YAMLMapper().readTree(card.substring(4, card.indexOf("\n---\n") + 1));
  }

  @Test
  void theHeaderHasSplitsFeaturesAndSizes() throws IOException {
    CorpusCard.Written written = CorpusCard.write(folder, about("CC-BY-4.0"));
    assertThat(written.records()).hasToString("{train=2, test=1}");
    JsonNode header = header();
    assertThat(header.path("license").asText()).isEqualTo("cc-by-4.0");
    assertThat(header.path("language")).hasToString("[\"zh\",\"en\"]");
    assertThat(header.at("/configs/0/data_files"))
        .hasToString(
            "[{\"split\":\"train\",\"path\":[\"train.jsonl\"]},"
                + "{\"split\":\"test\",\"path\":[\"test.jsonl\"]}]");
    assertThat(header.at("/dataset_info/splits/0/num_examples").asInt()).isEqualTo(2);
    assertThat(header.at("/dataset_info/splits/0/num_bytes").asLong())
        .isEqualTo(Files.size(folder.resolve("train.jsonl")));
    JsonNode features = header.at("/dataset_info/features");
    assertThat(features.at("/0"))
        .hasToString("{\"name\":\"conversation_id\",\"dtype\":\"string\"}");
    assertThat(features.at("/3/struct/1/name").asText()).isEqualTo("turn_2");
    assertThat(features.findPath("dtype").asText()).isEqualTo("string");
    assertThat(features.toString())
        .contains("{\"name\":\"a\",\"dtype\":\"int64\"},{\"name\":\"b\",\"dtype\":\"float64\"}")
        .contains("{\"name\":\"odd\",\"dtype\":\"json\"}");
  }

  @Test
  void aCategoryIsWhatATagSaysElseWhatTheRecordDeclares() throws IOException {
    Tag told = new Tag(Tag.CATEGORY, "code", LabelOrigin.MODEL, 0.9);
    write("train.jsonl", Tags.beside(Dialogues.of("1", "写代码", "好"), List.of(told)));
    write("test.jsonl", Dialogues.of("2", "Tea?", "Tea.").withCategory("writing"));
    CorpusCard.write(folder, about(null));
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("| code | 1 | 0 |", "| writing | 0 | 1 |")
        .doesNotContain("untagged");
  }

  @Test
  void aCardInAnotherEncodingIsNamedAndStays() throws IOException {
    Path card = folder.resolve("README.md");
    byte[] words = "# 茶 Tea".getBytes(Charset.forName("GB18030"));
    Files.write(card, words);
    assertThatThrownBy(() -> CorpusCard.write(folder, about(null)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("README.md: expected UTF-8");
    assertThat(Files.readAllBytes(card)).isEqualTo(words);
  }

  @Test
  void aCardThatIsThereKeepsItsTextAndItsLicence() throws IOException {
    Path card = folder.resolve("README.md");
    Files.writeString(
        card,
        "---\nlicense: other\nlicense_name: \"仅供研究\"\npretty_name: \"茶\"\n---\n\n# 茶 Tea\n\nOur words.\n");
    CorpusCard.write(folder, about(null));
    String once = Files.readString(card);
    assertThat(once)
        .contains("license_name: \"仅供研究\"", "pretty_name: \"茶\"", "# 茶 Tea\n\nOur words.")
        .contains("3 dialogues with 4 turns");
    Files.writeString(card, once + "\nAfterwords.\n");
    CorpusCard.write(folder, about(null));
    assertThat(Files.readString(card)).contains("Our words.", "Afterwords.");
    assertThat(Files.readString(card).split("## Splits", -1)).hasSize(2);
    String twice = Files.readString(card);
    CorpusCard.write(folder, about(null));
    assertThat(card).hasContent(twice);
  }

  @Test
  void croissantNamesEachFileWithItsHashAndEachFieldWithItsType() throws Exception {
    CorpusCard.write(folder, about("CC-BY-4.0"));
    Json.Obj croissant =
        (Json.Obj) Json.parse(Files.readString(folder.resolve("croissant.json")).strip());
    assertThat(croissant.string("conformsTo")).isEqualTo("http://mlcommons.org/croissant/1.0");
    assertThat(croissant.string("name")).isEqualTo("Small-talk-闲聊");
    String text = croissant.text();
    String hash = new MeasuredProbe(folder.resolve("train.jsonl")).sha256();
    assertThat(text)
        .contains("\"contentSize\":\"" + Files.size(folder.resolve("train.jsonl")) + " B\"")
        .contains("\"sha256\":\"" + hash + "\"")
        .contains("\"@id\":\"test/num_turns\",\"name\":\"num_turns\",\"dataType\":\"sc:Integer\"");
  }

  /// Hashes a file in another way than the card does.
  private record MeasuredProbe(Path file) {
    String sha256() throws Exception {
      byte[] hash =
          java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return java.util.HexFormat.of().formatHex(hash);
    }
  }
}
