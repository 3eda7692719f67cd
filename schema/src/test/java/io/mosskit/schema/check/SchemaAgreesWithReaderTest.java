package io.mosskit.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.check.JsonSchemas.JsonSchema;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The streaming reader and the JSON Schema ask the same of a record's structure: whatever is
/// mutated, they agree on whether it can be read.
class SchemaAgreesWithReaderTest {

  private static final JsonSchema SCHEMA = JsonSchemas.named("conversations");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void onMutatedRecords(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int invalid = 0;
    for (int i = 0; i < 1_000; i++) {
      Json.Obj record =
          MossJson.json(random.nextBoolean() ? Samples.chinese("z" + i) : Samples.calculator("c"));
      Json mutated = mutate(record, random, 4);
      boolean readable = MossJson.parse(mutated.text()) instanceof Entry.Accepted;
      assertThat(SCHEMA.violations(mutated).isEmpty()).as(mutated.text()).isEqualTo(readable);
      invalid += readable ? 0 : 1;
    }
    assertThat(invalid).isBetween(300, 990);
  }

  private static Json mutate(Json value, RandomGenerator random, int depth) {
    if (!(value instanceof Json.Obj object) || object.members().isEmpty() || depth == 0) {
      return other(random);
    }
    List<String> names = new ArrayList<>(object.members().keySet());
    String name = names.get(random.nextInt(names.size()));
    Json old = object.members().get(name);
    return switch (random.nextInt(5)) {
      case 0 -> object.without(name);
      case 1 -> object.with(name, other(random));
      case 2 -> object.with("附加", other(random));
      default -> object.with(name, mutate(old, random, depth - 1));
    };
  }

  private static Json other(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Json.Null();
      case 1 -> Json.of(true);
      case 2 -> Json.of(random.nextInt(5));
      case 3 -> Json.of("文本");
      case 4 -> Json.of(List.of());
      default -> Json.Obj.EMPTY;
    };
  }
}
