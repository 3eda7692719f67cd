package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every published sample through every form and back.
class ConvertsPublishedSamplesTest {

  static final java.util.List<String> NAMES = Codecs.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void everySampleComesBackAsItWas(String name) throws Exception {
    Codec codec = Codecs.named(name);
    int records = 0;
    try (Scan<Entry> scan = samples().entries()) {
      for (Entry entry : scan) {
        Conversation sample = ((Entry.Accepted) entry).conversation();
        Json.Obj record = codec.write(sample);
        Conversation back = codec.read(Json.parse(record.text()), "?");
        assertThat(MossJson.line(back)).isEqualTo(MossJson.line(sample));
        assertThat(codec.write(back).text()).isEqualTo(record.text());
        records++;
      }
    }
    assertThat(records).isEqualTo(808);
  }

  @Test
  void plainTrainingTextKeepsEveryWord() throws Exception {
    Codec codec = Codecs.named("training-text");
    try (Scan<Entry> scan = samples().entries()) {
      for (Entry entry : scan) {
        Conversation sample = ((Entry.Accepted) entry).conversation();
        Conversation back = codec.read(codec.writePlain(sample).record(), "?");
        assertThat(back.metaInstruction()).isEqualTo(sample.metaInstruction());
        assertThat(back.turns()).isEqualTo(sample.turns());
      }
    }
  }

  private static Corpus samples() throws java.io.IOException {
    return Corpus.of(SharedFolder.resolve("data/moss-003-samples"));
  }
}
