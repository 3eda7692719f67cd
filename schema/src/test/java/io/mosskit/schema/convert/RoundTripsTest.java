package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.RandomConversations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the dialogue is, its record in any form gives it back.
class RoundTripsTest {

  private static final List<Codec> CODECS =
      List.of(
          Codecs.moss(),
          Codecs.messages(),
          Codecs.shareGpt(),
          Codecs.alpaca(),
          Codecs.trainingText(LossMask.ORIGINAL),
          Codecs.trainingText(LossMask.ASSISTANT_ONLY));

  private static final Conversation WITHOUT_TURNS =
      Conversation.of("空", MetaInstruction.plain(), List.of());

  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aWellFormedDialogueComesBack(long seed) throws Exception {
    for (Codec codec : CODECS) {
      comesBack(codec, RandomConversations.of(seed));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anIrregularDialogueComesBack(long seed) throws Exception {
    for (Codec codec : CODECS) {
      comesBack(codec, RandomConversations.irregular(seed));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlainRecordLosesOnlyWhatItSays(long seed) throws Exception {
    for (Codec codec : CODECS) {
      Conversation conversation = RandomConversations.irregular(seed);
      Codec.Plain plain = codec.writePlain(conversation);
      assertThat(kinds(plain)).isSubsetOf(codec.losses());
      if (plain.lost().isEmpty()) {
        assertThat(MossJson.line(codec.read(plain.record(), "?")))
            .isEqualTo(MossJson.line(conversation));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPlainRecordThatCanBeReadIsWrittenAgainAsItIs(long seed) throws Exception {
    for (Codec codec : CODECS) {
      Conversation conversation = RandomConversations.of(seed);
      Codec.Plain plain = codec.writePlain(conversation);
      Codec.Plain again = codec.writePlain(codec.read(plain.record(), "?"));
      assertThat(again.record().text()).isEqualTo(plain.record().text());
      assertThat(again.lost()).isEmpty();
    }
  }

  @Test
  void aDialogueWithoutTurnsComesBack() throws Exception {
    for (Codec codec : CODECS.subList(1, CODECS.size())) {
      comesBack(codec, WITHOUT_TURNS);
    }
  }

  @Test
  void everyLossThatAFormNamesHappens() {
    for (Codec codec : CODECS) {
      Set<Loss> happened = kinds(codec.writePlain(WITHOUT_TURNS));
      LongStream.range(0, 300)
          .mapToObj(RandomConversations::irregular)
          .forEach(conversation -> happened.addAll(kinds(codec.writePlain(conversation))));
      assertThat(happened).as(codec.name()).isEqualTo(codec.losses());
    }
  }

  private static Set<Loss> kinds(Codec.Plain plain) {
    Set<Loss> kinds = new HashSet<>();
    plain.lost().forEach(lost -> kinds.add(lost.loss()));
    return kinds;
  }

  private static void comesBack(Codec codec, Conversation conversation) throws Exception {
    Json.Obj record = codec.write(conversation);
    Json stored = Json.parse(record.text());
    Conversation back = codec.read(stored, "?");
    assertThat(MossJson.line(back)).as(codec.name()).isEqualTo(MossJson.line(conversation));
    assertThat(codec.write(back).text()).as(codec.name()).isEqualTo(record.text());
  }
}
