package io.mosskit.cli;

import io.mosskit.generator.judge.Agreement;
import io.mosskit.generator.judge.Comparison;
import io.mosskit.generator.judge.Preference;
import io.mosskit.generator.judge.ReplySet;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes preference pairs of judged replies; used by `prefer` and `run`.
final class PreferStep {

  private PreferStep() {}

  /// A line as it was judged, by the judge and by people.
  private record Judged(ReplySet set, List<Comparison> comparisons, List<Comparison> people) {

    static Judged of(Json.Obj line) {
      return new Judged(
          ReplySet.of(line), comparisons(line, "comparisons"), comparisons(line, "human"));
    }

    private static List<Comparison> comparisons(Json.Obj line, String member) {
      return line.get(member) instanceof Json.Arr(List<Json> given)
          ? given.stream().map(Comparison::of).toList()
          : List.of();
    }

    void addTo(Agreement agreement) {
      for (Comparison human : people) {
        for (Comparison own : comparisons) {
          if (own.left() == human.left() && own.right() == human.right()) {
            agreement.add(own.winner(), human.winner());
          }
        }
      }
    }
  }

  /// What came of it.
  ///
  /// @param agreement of the judge with people, where lines have what they say
  record Summary(long contexts, long pairs, Agreement agreement) {

    Json.Obj json() {
      Json.Obj json =
          Json.object()
              .put("contexts", contexts)
              .put("pairs", pairs)
              .put("left_out", contexts - pairs)
              .build();
      return agreement.pairs() == 0
          ? json
          : json.with("people_pairs", Json.of(agreement.pairs()))
              .with("agreement", Json.of(agreement.share()))
              .with("kappa", agreement.kappa().<Json>map(Json::of).orElse(new Json.Null()));
    }

    List<String> lines(Path out) {
      List<String> lines = new ArrayList<>();
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d contexts, %,d pairs written to %s; %,d without a reply that is better, or by too little",
              contexts,
              pairs,
              out,
              contexts - pairs));
      if (agreement.pairs() > 0) {
        lines.add(
            String.format(
                Locale.ROOT,
                "Judge and people agree on %.1f %% of %,d pairs%s",
                100 * agreement.share(),
                agreement.pairs(),
                agreement
                    .kappa()
                    .map(kappa -> String.format(Locale.ROOT, " (kappa %.2f)", kappa))
                    .orElse("")));
      }
      return lines;
    }
  }

  /// Makes pairs of the lines of `judge`.
  ///
  /// @param minMargin pairs of a smaller margin are left out
  static Summary run(Path file, Preference.Form form, double minMargin, Path out)
      throws CommandFailure, IOException {
    List<Judged> judged = JsonLines.read(file, Judged::of);
    Agreement agreement = new Agreement();
    long pairs = 0;
    try (RecordWriter writer = RecordWriter.create(out)) {
      for (Judged each : judged) {
        each.addTo(agreement);
        Optional<Preference> preference = Preference.of(each.set(), each.comparisons());
        if (preference.isPresent() && preference.get().margin() >= minMargin) {
          writer.write(preference.get().json(form));
          pairs++;
        }
      }
      writer.commit();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    return new Summary(judged.size(), pairs, agreement);
  }
}
