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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit prefer`.
@Command(
    name = "prefer",
    description = {
      "Make preference pairs of what mosskit judge says: of each context the best reply as chosen and",
      "the worst as rejected, with margin and reasons. Where lines have what people say, in the member",
      "human and in the form of comparisons, the judge's agreement with them is told.",
      ""
    },
    footer = {
      "",
      "Forms (--form):",
      "  messages     prompt, chosen and rejected as messages: conversational DPO of TRL; the default",
      "  texts        the same as texts, for contexts of one message",
      "  utterances   chosen and rejected as lists of utterances, user and assistant in turns",
      "",
      "Examples:",
      "  mosskit prefer judged.jsonl --out pairs.jsonl",
      "  mosskit prefer judged.jsonl --out pairs.jsonl --form utterances --min-margin 0.5"
    })
final class PreferCommand extends CommandBase {

  @Parameters(paramLabel = "FILE", description = "lines of mosskit judge")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("pairs.jsonl");

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "messages, texts or utterances (default: messages)")
  private Preference.Form form = Preference.Form.MESSAGES;

  @Option(
      names = "--min-margin",
      paramLabel = "M",
      description = "leave out pairs of a smaller margin, 0 to 1 (default: 0)")
  private double minMargin;

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

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw new CommandFailure(ExitCode.USAGE, "the input " + file + " would be overwritten");
    }
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
    say(json(judged.size(), pairs, agreement), lines(judged.size(), pairs, agreement));
    return ExitCode.DONE;
  }

  private static Json.Obj json(long contexts, long pairs, Agreement agreement) {
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

  private List<String> lines(long contexts, long pairs, Agreement agreement) {
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
