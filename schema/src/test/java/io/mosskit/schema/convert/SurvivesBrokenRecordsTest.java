package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.testing.RandomConversations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever becomes of a record on its way, it is a dialogue or a rejection, never an exception.
class SurvivesBrokenRecordsTest {

  private static final Origin ORIGIN = new Origin(Path.of("对话.jsonl"), 3, 0);
  private static final List<Codec> CODECS =
      List.of(Codecs.messages(), Codecs.shareGpt(), Codecs.alpaca(), Codecs.named("training-text"));

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyValueMayBeAnythingElse(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    for (Codec codec : CODECS) {
      Json.Obj record = codec.write(RandomConversations.irregular(seed));
      for (int i = 0; i < 10; i++) {
        codec.entry(damaged(record, random), ORIGIN);
        codec.entry(withDamagedResidue(record, random), ORIGIN);
      }
    }
  }

  @Test
  void aRejectionSaysWhereAndKeepsTheRecord() throws Exception {
    Json record = Json.parse("{\"messages\":[{\"role\":\"诗人\"}]}");
    Entry.Rejected entry = (Entry.Rejected) Codecs.messages().entry(record, ORIGIN);
    assertThat(entry.rejection().toString())
        .isEqualTo(
            "对话.jsonl:3: unknown_role: messages[0].role: expected system, developer, user, "
                + "assistant, tool or function, found \"诗人\"; rename the role");
    assertThat(entry.rejection().record()).isEqualTo(record);
    assertThat(entry.rejection().stage()).isEqualTo("convert");
  }

  @Test
  void aRecordWithoutIdIsNamedAfterItsPlace() throws Exception {
    Json record = Json.parse("{\"instruction\":\"写诗\",\"output\":\"ok\"}");
    Entry.Accepted entry = (Entry.Accepted) Codecs.alpaca().entry(record, ORIGIN);
    assertThat(entry.conversation().idText()).isEqualTo("对话-3");
  }

  private static Json withDamagedResidue(Json.Obj record, SplittableRandom random)
      throws JsonException {
    if (!(record.get("mosskit") instanceof Json.Obj mosskit)) {
      return record;
    }
    Json residue = Json.parse(mosskit.string("residue"));
    Json damaged = Json.of(damaged(residue, random).text());
    return record.with("mosskit", mosskit.with("residue", damaged));
  }

  /// The value with one part of it replaced, left out or doubled.
  private static Json damaged(Json value, SplittableRandom random) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) when !members.isEmpty() && !stops(random) -> {
        Map<String, Json> copy = new LinkedHashMap<>(members);
        String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
        Json part = damaged(members.get(name), random);
        if (random.nextInt(6) == 0) {
          copy.remove(name);
        } else {
          copy.put(random.nextInt(9) == 0 ? "chat" : name, part);
        }
        yield Json.of(copy);
      }
      case Json.Arr(List<Json> elements) when !elements.isEmpty() && !stops(random) -> {
        List<Json> copy = new ArrayList<>(elements);
        int at = random.nextInt(elements.size());
        switch (random.nextInt(5)) {
          case 0 -> copy.remove(at);
          case 1 -> copy.add(elements.get(at));
          default -> copy.set(at, damaged(elements.get(at), random));
        }
        yield Json.of(copy);
      }
      case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          anything(random);
    };
  }

  private static boolean stops(SplittableRandom random) {
    return random.nextInt(8) == 0;
  }

  private static Json anything(SplittableRandom random) {
    return List.<Json>of(
            new Json.Null(),
            new Json.Num("-1"),
            new Json.Num("1e99"),
            Json.of(999_999_999),
            Json.of("["),
            Json.of("function_call"),
            Json.of("<think></think>"),
            Json.of("Human"),
            Json.of(true),
            Json.of(List.of()),
            Json.Obj.EMPTY)
        .get(random.nextInt(11));
  }
}
