package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.testing.SharedFolder;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every published sample through every form and back.
class ConvertsPublishedSamplesTest {

  static final List<String> NAMES = Codecs.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void everySampleComesBackAsItWas(String name) throws Exception {
    Codec codec = Codecs.named(name);
    everySample(sample -> {
      Json.Obj record = codec.write(sample);
      Conversation back = read(codec, record);
      assertThat(MossJson.line(back)).isEqualTo(MossJson.line(sample));
      assertThat(codec.write(back)).isEqualTo(record);
      return back;
    });
  }

  @Test
  void plainTrainingTextKeepsEveryWord() throws Exception {
    Codec codec = Codecs.named("training-text");
    everySample(sample -> {
      Conversation back = read(codec, codec.writePlain(sample).record());
      assertThat(back.metaInstruction()).isEqualTo(sample.metaInstruction());
      assertThat(back.turns()).isEqualTo(sample.turns());
      return back;
    });
  }

  private static void everySample(Function<Conversation, Conversation> check) throws Exception {
    Corpus corpus = Corpus.of(SharedFolder.resolve("data/moss-003-samples"));
    int records = 0;
    try (Scan<Conversation> scan =
        corpus.scan(entry -> check.apply(((Entry.Accepted) entry).conversation()))) {
      for (Conversation _ : scan) {
        records++;
      }
    }
    assertThat(records).isEqualTo(808);
  }

  private static Conversation read(Codec codec, Json.Obj record) {
    try {
      return codec.read(Json.parse(record.text()), "?");
    } catch (ConversionException | JsonException e) {
      throw new AssertionError(e);
    }
  }
}
