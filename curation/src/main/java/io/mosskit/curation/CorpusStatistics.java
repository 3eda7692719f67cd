package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Quantiles;
import io.mosskit.schema.check.Rule;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is in a corpus, without judging it.
///
/// @param files how many files were read
/// @param conversations how many dialogues could be read
/// @param unreadable records that could not, by reason
/// @param categories in the order of their enum, dialogues without one last
public record CorpusStatistics(
    int files,
    long conversations,
    SortedMap<String, Long> unreadable,
    List<CategoryStatistics> categories) {

  private static final int RECORDS_A_STEP = 256;

  /// The dialogues of one category.
  ///
  /// @param category its label, or [CurationSummary#UNTAGGED]
  /// @param conversations how many there are
  /// @param turns how many turns a dialogue has; its count is that of the dialogues
  /// @param languages dialogues by the language of the user turns
  /// @param user the lengths of what the user writes in a turn, in characters
  /// @param reply the lengths of replies likewise
  /// @param findings how many turns (or dialogues, for rules about these) do not follow a rule
  /// @param calls plugin calls by the plugin's name
  /// @param failedCalls those among them whose recorded result is that there is none
  public record CategoryStatistics(
      String category,
      long conversations,
      Quantiles turns,
      Map<Language, Long> languages,
      Quantiles user,
      Quantiles reply,
      Map<Rule, Long> findings,
      SortedMap<String, Long> calls,
      SortedMap<String, Long> failedCalls) {

    public CategoryStatistics {
      languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
      findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
      calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
      failedCalls = Collections.unmodifiableSortedMap(new TreeMap<>(failedCalls));
    }

    /// How many turns the dialogues have together.
    public long turnCount() {
      return user.count();
    }

    private Json.Obj json() {
      ObjBuilder byLanguage = Json.object();
      languages.forEach((language, count) -> byLanguage.put(language.label(), count));
      ObjBuilder byRule = Json.object();
      findings.forEach((rule, count) -> byRule.put(rule.label(), count));
      return Json.object()
          .put("conversations", conversations)
          .put("turns", turnCount())
          .put("turns_a_conversation", SummaryJson.quantiles(turns))
          .put("languages", byLanguage.build())
          .put("user_characters", SummaryJson.quantiles(user))
          .put("reply_characters", SummaryJson.quantiles(reply))
          .put("findings", byRule.build())
          .put("calls", counts(calls))
          .put("failed_calls", counts(failedCalls))
          .build();
    }
  }

  public CorpusStatistics {
    unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
    categories = List.copyOf(categories);
  }

  /// Reads a corpus and counts.
  public static CorpusStatistics of(Corpus corpus, Progress progress) throws IOException {
    StatisticsTally tally = new StatisticsTally();
    long bytes = corpus.bytes();
    long records = 0;
    try (Scan<StatisticsTally.Observation> scan = corpus.scan(StatisticsTally::observe)) {
      for (StatisticsTally.Observation observation : scan) {
        tally.add(observation);
        if (++records % RECORDS_A_STEP == 0) {
          progress.at(
              new Progress.Step(
                  "read", scan.bytesRead(), bytes, "bytes", Map.of("records", records)));
        }
      }
    }
    return tally.statistics(corpus.files().size());
  }

  /// How many turns all dialogues have together.
  public long turns() {
    return categories.stream().mapToLong(CategoryStatistics::turnCount).sum();
  }

  /// The statistics as one JSON object.
  public Json.Obj json() {
    ObjBuilder byCategory = Json.object();
    categories.forEach(category -> byCategory.put(category.category(), category.json()));
    return Json.object()
        .put("files", files)
        .put("conversations", conversations)
        .put("turns", turns())
        .put("unreadable", counts(unreadable))
        .put("categories", byCategory.build())
        .build();
  }

  private static Json.Obj counts(Map<String, Long> counts) {
    ObjBuilder object = Json.object();
    counts.forEach(object::put);
    return object.build();
  }
}
