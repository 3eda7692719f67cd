package io.mosskit.plugins.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.search.Hit;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our documents answer our seeds.
class AnswersOurSeedsTest {

  private static final Path DATASETS = Path.of("..", "datasets");

  private static DocumentIndex index;

  @BeforeAll
  static void open() throws IOException {
    index =
        IndexBuilder.inMemory(
            Indexes.documents(DATASETS.resolve("documents")),
            rejection -> {
              throw new AssertionError(rejection.toString());
            });
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  private static List<Json.Obj> records(Path file) throws Exception {
    return Files.readAllLines(file).stream().map(AnswersOurSeedsTest::record).toList();
  }

  private static Json.Obj record(String line) {
    try {
      return (Json.Obj) Json.parse(line);
    } catch (JsonException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void everyWebSearchSeedThatIsToBeAnsweredFindsADocumentInItsLanguage() throws Exception {
    for (Json.Obj seed : records(DATASETS.resolve("seeds/web-search.jsonl"))) {
      if (seed.string("circumstance") == null) {
        List<Hit> hits = index.search(Objects.requireNonNull(seed.string("user_prompt")), 3, 400);
        assertThat(hits).as(seed.toString()).isNotEmpty();
        assertThat(Language.of(hits.getFirst().text()).label()).isEqualTo(seed.string("language"));
      }
    }
  }

  @Test
  void noWebSearchSeedThatIsToFailFindsAnything() throws Exception {
    for (Json.Obj seed : records(DATASETS.resolve("seeds/web-search.jsonl"))) {
      if ("fails".equals(seed.string("circumstance"))) {
        assertThat(index.search(Objects.requireNonNull(seed.string("user_prompt")), 3, 400))
            .as(seed.toString())
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "最深的湖 | 1642米",
        "都江堰 主持修建 | 李冰",
        "泰坦尼克号船长 | 爱德华·约翰·史密斯",
        "蓝鲸的心脏有多重 | 180千克",
        "坎儿井 怎么引水 | 暗渠",
        "珠穆朗玛峰 海拔 | 8848.86米",
        "长江长度 | 6300千米",
        "黄河长度 | 5464千米",
        "金的密度 | 19.3克",
        "哈雷彗星周期 | 76年",
        "tallest waterfall in the world | 979 metres",
        "who invented the Stirling engine | Robert Stirling",
        "Dead Sea salinity compared with the ocean | 34 per cent",
        "boiling point of ethanol | 78.37 degrees",
        "half-life of carbon-14 | 5,730 years",
        "Lake Superior area | 82,100 square",
        "Night Watch dimensions | 379.5",
        "Kilimanjaro height | 5,895",
        "top speed of a cheetah | 98 kilometres",
        "length of the Trans-Siberian Railway | 9,289"
      })
  void theFirstSnippetHoldsTheAnswer(String query, String answer) throws Exception {
    assertThat(index.search(query, 1, 400).getFirst().text()).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "刘慈欣的三体写了什么",
        "红烧肉的做法",
        "明天上海的天气怎么样",
        "2031年世界杯冠军",
        "capital of Zorblax",
        "best pizza dough",
        "Tesla stock price today",
        "when did Trajan conquer Dacia"
      })
  void whatTheyDoNotKnowIsNotAnswered(String query) throws Exception {
    assertThat(index.search(query, 3, 400)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void eachDocumentIsOfItsFileAndFitsIntoTwoSnippets(String language) throws Exception {
    Set<String> titles = new HashSet<>();
    Path file = DATASETS.resolve("documents/" + language + ".jsonl");
    List<Json.Obj> documents = records(file);
    assertThat(FileKind.of(file)).isEqualTo(FileKind.DOCUMENTS);
    assertThat(documents).hasSizeGreaterThanOrEqualTo(60);
    for (int i = 0; i < documents.size(); i++) {
      Json.Obj document = documents.get(i);
      String text = Objects.requireNonNull(document.string("text"));
      assertThat(document.members().keySet())
          .containsExactly("id", "title", "text", "language", "licence");
      assertThat(document.string("id")).isEqualTo("document-%s-%03d".formatted(language, i + 1));
      assertThat(document.string("language")).isEqualTo(language);
      assertThat(document.string("licence")).isEqualTo("CC-BY-4.0");
      assertThat(Language.of(text).label()).isEqualTo(language);
      assertThat(text).hasSizeLessThan(800);
      assertThat(titles.add(document.string("title"))).isTrue();
    }
  }
}
