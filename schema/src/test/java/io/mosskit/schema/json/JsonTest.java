package io.mosskit.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.json.JsonException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void parsingWhatWasWrittenGivesTheSameText(long seed) throws JsonException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 2_000; i++) {
      Json value = random(random, 4);
      Json back = Json.parse(value.text());
      assertThat(back).isEqualTo(value);
      assertThat(back.text()).isEqualTo(value.text());
    }
  }

  private static Json random(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> new Json.Null();
      case 1 -> Json.of(random.nextBoolean());
      case 2 ->
          new Json.Num(
              List.of("0", "-1.50", "1e5", "12345678901234567890.0").get(random.nextInt(4)));
      case 3, 4 -> Json.of(text(random));
      case 5 -> {
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(random(random, depth - 1));
        }
        yield Json.of(elements);
      }
      default -> {
        ObjBuilder members = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put("键" + random.nextInt(100), random(random, depth - 1));
        }
        yield members.build();
      }
    };
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    String pool = "ab \"\\/\n\t\u0000\u2028你好é\uD83D\uDE00\uD83D<eom>";
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(pool.charAt(random.nextInt(pool.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1,"a":2}  | DUPLICATE_KEY
          {"a":1         | END_OF_TEXT
          ''             | END_OF_TEXT
          {"a":1} x      | SYNTAX
          {"a" 1}        | SYNTAX
          {"\\ud83d":1}  | SYNTAX
          """)
  void whatIsWrongIsNamed(String text, Problem problem) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOfSatisfying(
            JsonException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void objectsKeepTheirOrderAndReplaceInPlace() throws JsonException {
    Json.Obj object = (Json.Obj) Json.parse("{\"b\":1,\"a\":\"中\"}");
    assertThat(object.with("b", Json.of(2)).with("c", new Json.Null()).text())
        .isEqualTo("{\"b\":2,\"a\":\"中\",\"c\":null}");
    assertThat(object.without("b")).hasToString("{\"a\":\"中\"}");
    assertThat(object.string("a")).isEqualTo("中");
    assertThat(object.string("b")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "1.", ".5", "+1", "NaN", "", "0x1"})
  void aNumberIsSpelledAsJsonSpellsIt(String lexeme) {
    assertThatThrownBy(() -> new Json.Num(lexeme)).isInstanceOf(NumberFormatException.class);
  }
}
