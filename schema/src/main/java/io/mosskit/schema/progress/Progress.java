package io.mosskit.schema.progress;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Told how far a long piece of work has come. Called often and from any thread; an implementation
/// returns at once and decides itself how often it shows something.
@FunctionalInterface
public interface Progress {

  /// Shows nothing.
  Progress NONE = _ -> {};

  void at(Step step);

  /// Told something that a person should know now, in a sentence.
  default void note(String sentence) {}

  /// How far one stage has come.
  ///
  /// @param stage what is being done, in a word or two: `read`, `dialogues`
  /// @param done units done so far
  /// @param total units in all, 0 where nobody knows
  /// @param unit what is counted: `records`, `bytes`, `dialogues`
  /// @param counts further numbers worth showing, in their order: `kept`, `rejected`
  /// @param remarks what else is worth showing, in its order: `$0.12 of $5.00`, `3.1 requests/s`
  record Step(
      String stage,
      long done,
      long total,
      String unit,
      Map<String, Long> counts,
      List<String> remarks) {

    public Step {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
      remarks = List.copyOf(remarks);
    }

    /// A step without remarks.
    public Step(String stage, long done, long total, String unit, Map<String, Long> counts) {
      this(stage, done, total, unit, counts, List.of());
    }

    /// The same with these remarks.
    public Step withRemarks(List<String> remarks) {
      return new Step(stage, done, total, unit, counts, remarks);
    }
  }
}
