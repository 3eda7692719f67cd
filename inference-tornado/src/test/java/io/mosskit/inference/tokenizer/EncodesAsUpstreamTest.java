package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In the legacy mode every id and every character is upstream's.
class EncodesAsUpstreamTest {

  private static final DecodeOptions SKIPPING = DecodeOptions.VERBATIM.skippingSpecialTokens();
  private static final DecodeOptions CLEANED = DecodeOptions.VERBATIM.cleaningUpSpaces();

  @ParameterizedTest
  @ValueSource(strings = {"tiny-312", "tiny-1000", "gpt2"})
  void everyStringHasUpstreamsIdsAndText(String name) throws IOException {
    MossTokenizer tokenizer = MossTokenizer.load(GoldenFiles.tokenizer(name), TokenizerMode.LEGACY);
    List<Map<String, Object>> lines =
        GoldenFiles.lines(SharedFolder.resolve("golden/tokenizer/" + name + ".jsonl"));

    assertThat(lines).hasSize(345);
    for (Map<String, Object> line : lines) {
      String text = (String) line.get("text");
      int[] ids = GoldenFiles.ids(line.get("ids"));
      assertThat(tokenizer.encode(text)).as(text).containsExactly(ids);
      checkDecoding(tokenizer, ids, line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-312", "tiny-1000", "gpt2"})
  void everyIdSequenceHasUpstreamsText(String name) throws IOException {
    MossTokenizer tokenizer = MossTokenizer.load(GoldenFiles.tokenizer(name), TokenizerMode.LEGACY);
    List<Map<String, Object>> lines =
        GoldenFiles.lines(SharedFolder.resolve("golden/tokenizer/" + name + ".decode.jsonl"));

    assertThat(lines).hasSize(60);
    for (Map<String, Object> line : lines) {
      checkDecoding(tokenizer, GoldenFiles.ids(line.get("ids")), line);
    }
  }

  /// The two variants stand in the file only where they differ from the verbatim text.
  private static void checkDecoding(
      MossTokenizer tokenizer, int[] ids, Map<String, Object> expected) {
    Object verbatim = expected.get("decoded");
    assertThat(tokenizer.decode(ids)).isEqualTo(verbatim);
    assertThat(tokenizer.decode(ids, SKIPPING))
        .isEqualTo(expected.getOrDefault("decoded_skip_special", verbatim));
    assertThat(tokenizer.decode(ids, CLEANED))
        .isEqualTo(expected.getOrDefault("batch_decoded", verbatim));
  }
}
