package io.mosskit.generator.store;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is there of a run for a start with other parameters.
///
/// @param answers by teacher
/// @param dialogues by family: those of the last start that were held with other settings, and have
///   no counterpart from a still earlier start
public record Stock(SortedMap<String, Long> answers, SequencedMap<String, Long> dialogues) {

  public Stock {
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    dialogues = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dialogues));
  }

  static Stock of(Statements statements, Map<String, String> settings) throws SQLException {
    SequencedMap<String, Long> dialogues = new LinkedHashMap<>();
    for (Map.Entry<String, String> family : settings.entrySet()) {
      dialogues.put(
          family.getKey(),
          DialogueTable.withoutSettings(statements, family.getKey(), family.getValue()));
    }
    return new Stock(RequestTable.answersByTeacher(statements), dialogues);
  }

  /// All answers.
  public long allAnswers() {
    return answers.values().stream().mapToLong(Long::longValue).sum();
  }
}
