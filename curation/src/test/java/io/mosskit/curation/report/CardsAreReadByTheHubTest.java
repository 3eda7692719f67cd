package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mosskit.curation.CurationSummary;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsAreReadByTheHubTest {

  private static JsonNode header(CurationSummary summary, ReportContext context) {
    String card = new Card(summary, context).content();
    assertThat(card).startsWith("---\n");
    try {
      return new YAMLMapper().readTree(card.substring(4, card.indexOf("\n---\n") + 1));
    } catch (JsonProcessingException e) {
      throw new AssertionError("the header is no YAML", e);
    }
  }

  @Test
  void theHeaderSaysWhatTheCorpusIs() {
    JsonNode header = header(Summaries.small(), Summaries.CONTEXT);
    assertThat(header)
        .hasToString(
            "{\"license\":\"cc-by-4.0\",\"language\":[\"zh\",\"en\"],"
                + "\"pretty_name\":\"Small talk 闲聊\",\"size_categories\":[\"10K<n<100K\"],"
                + "\"task_categories\":[\"text-generation\"],\"tags\":[\"sft\",\"moss\"],"
                + "\"configs\":[{\"config_name\":\"default\",\"data_files\":\"corpus.jsonl\"}]}");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, other, -",
        "CC-BY-NC-4.0, cc-by-nc-4.0, -",
        "other, other, -",
        "My Licence 1.0!, other, my-licence-1.0",
        "仅供研究, other, -"
      })
  void aLicenceThatTheHubDoesNotKnowIsAnother(
      @Nullable String stated, String licence, @Nullable String name) {
    JsonNode header = header(Summaries.small(), Summaries.context("标题", stated));
    assertThat(header.path("license").asText()).isEqualTo(licence);
    assertThat(header.path("license_name").asText(null)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "0, n<1K",
    "999, n<1K",
    "1000, 1K<n<10K",
    "9999, 1K<n<10K",
    "10000, 10K<n<100K",
    "1100000, 1M<n<10M",
    "999999999, 100M<n<1B",
    "1000000000, 1B<n<10B"
  })
  void sizesHaveTheHubsNames(long records, String name) {
    assertThat(CardHeader.size(records)).isEqualTo(name);
  }

  @Test
  void titlesOfAllKindsAreOneYamlText() {
    for (String title :
        List.of("a: b # c", "\"quoted\" \\", "---\n- x", "& * ! | > %", "标题\u0085")) {
      assertThat(
              header(Summaries.small(), Summaries.context(title, null))
                  .path("pretty_name")
                  .asText())
          .isEqualTo(Visible.of(title));
    }
  }

  @Test
  void anEmptyCorpusHasNoLanguage() {
    assertThat(header(Summaries.empty(), Summaries.CONTEXT).has("language")).isFalse();
  }

  @Test
  void rehearsalIsSaidPlainly() {
    assertThat(new Card(Summaries.small(), Summaries.CONTEXT).content())
        .contains(
            "100 of the 12,001 kept records were written by the rehearsal teacher, a rule-based"
                + " program, not by a language model: for trying the pipeline, not for training.");
    assertThat(new Card(Summaries.withTexts("x", "gpt-4", "y"), Summaries.CONTEXT).content())
        .doesNotContain("rehearsal");
  }

  @Test
  void theLicencesOfTheSourcesOfWhatWasKeptAreStated() {
    String card = new Card(Summaries.withTexts("x", "gpt-4", "y"), Summaries.CONTEXT).content();
    assertThat(card)
        .containsPattern("\\| `CC-BY-4.0` +\\| +10,700 \\|")
        .contains("`CC-BY-4.0 AND MIT`")
        .doesNotContain("失效");
  }

  @Test
  void theExampleIsARecordAndAllItsFieldsAreExplained() throws Exception {
    assertThat(MossJson.parse(RecordForm.example())).isInstanceOf(Entry.Accepted.class);
    Json.Obj record = (Json.Obj) Json.parse(RecordForm.example());
    Json.Obj mosskit = (Json.Obj) record.get("mosskit");
    List<String> explained =
        RecordForm.FIELDS.stream().map(row -> row.getFirst().replace("`", "")).toList();
    for (String member : record.without("mosskit").without("chat").members().keySet()) {
      assertThat(explained).contains(member);
    }
    for (String member : mosskit.members().keySet()) {
      assertThat(explained).contains("mosskit." + member);
    }
  }
}
