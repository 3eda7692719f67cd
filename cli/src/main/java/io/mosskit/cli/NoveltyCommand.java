package io.mosskit.cli;

import io.mosskit.generator.novelty.Novelty;
import io.mosskit.generator.novelty.NoveltyGate;
import io.mosskit.generator.novelty.NoveltyJudge;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `mosskit novelty`.
@Command(
    name = "novelty",
    description = {
      "Tell which texts are new: whose ROUGE-L F1 with none of a pool exceeds a threshold.",
      "",
      "Writes a decision a line, in the order of the candidates: id, accepted, the nearest text of",
      "the pool, and the score with it. Chinese is compared by characters, English by words.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit novelty --pool seeds/ --candidates new.jsonl --out decisions.jsonl",
      "  mosskit novelty --candidates all.jsonl --grow --out decisions.jsonl",
      "  mosskit novelty --pool pool.jsonl.zst --candidates new.json --field instruction",
      "",
      "With --out, lines without a text go to FILE.rejected.jsonl; none stops the run."
    })
final class NoveltyCommand extends CommandBase {

  private static final int LINES_A_STEP = 1024;

  @Option(
      names = "--pool",
      arity = "1..*",
      paramLabel = "PATH",
      description = "texts that the candidates are compared with: files or folders, .gz, .zst")
  private List<Path> pool = List.of();

  @Option(
      names = "--candidates",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "texts to judge")
  private List<Path> candidates = List.of();

  @Option(
      names = "--field",
      paramLabel = "NAME",
      description = "the member that holds the text (default: user_prompt); a.b is b inside a")
  private String field = "user_prompt";

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "refuse what scores more, 0 to 1 (default: 0.7)")
  private double threshold = 0.7;

  @Option(
      names = "--nearest-from",
      paramLabel = "F",
      description = "name the nearest only where it scores at least F: faster (default: 0, always)")
  private double floor;

  @Option(
      names = "--grow",
      description = "an accepted candidate joins the pool; the pool may be empty then")
  private boolean grow;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the decisions there (default: print them, unless --json)")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that read and judge (default: one a processor)")
  private int threads = ReadOptions.defaults().threads();

  private long inPool;
  private long rejectedOfPool;
  private long accepted;
  private long refused;
  private long rejected;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (pool.isEmpty() && !grow) {
      throw new CommandFailure(ExitCode.USAGE, "name a --pool, or let it --grow from nothing");
    }
    requireOtherOutput();
    NoveltyGate gate = gate();
    ReadOptions options = options();
    try (Decisions decisions = new Decisions(console(), out, !wantsJson())) {
      if (!pool.isEmpty()) {
        fill(gate, corpus(pool, options), decisions);
      }
      judge(gate, corpus(candidates, options), decisions);
      decisions.commit();
    }
    tell();
    return ExitCode.DONE;
  }

  private NoveltyGate gate() throws CommandFailure {
    try {
      return new NoveltyGate(threshold, floor);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private ReadOptions options() throws CommandFailure {
    try {
      return ReadOptions.defaults().withThreads(threads);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private void requireOtherOutput() throws IOException, CommandFailure {
    for (Path path : Stream.concat(pool.stream(), candidates.stream()).toList()) {
      if (out != null && Files.exists(path) && Files.exists(out) && Files.isSameFile(path, out)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "the input " + path + " would be overwritten; choose another file to write");
      }
    }
  }

  private static Corpus corpus(List<Path> paths, ReadOptions options) throws IOException {
    return Corpus.of(paths, options, Set.of(FileKind.values()));
  }

  private void fill(NoveltyGate gate, Corpus corpus, Decisions decisions) throws IOException {
    try (Scan<TextLine> scan = corpus.scanValues(entry -> TextLine.of(entry, field));
        ProgressLine progress = console().progress()) {
      for (TextLine line : scan) {
        switch (line) {
          case TextLine.Found(String id, String text) -> gate.add(id, text);
          case TextLine.Rejected(Rejection rejection) -> {
            decisions.reject(rejection);
            rejectedOfPool++;
          }
        }
        step("read the pool", gate.size() + rejectedOfPool, scan, corpus, progress);
      }
    }
    inPool = gate.size();
  }

  /// A candidate with what was decided about it.
  ///
  /// @param novelty null where it is decided later, in order, or never
  private record Judged(TextLine line, @Nullable Novelty novelty) {}

  /// Where the pool grows, each candidate is judged after those before it; where not, the threads
  /// that read judge too, each with a judge of its own.
  private void judge(NoveltyGate gate, Corpus corpus, Decisions decisions) throws IOException {
    gate.newJudge(); // indexes the pool before several threads want to
    ThreadLocal<NoveltyJudge> judges = ThreadLocal.withInitial(gate::newJudge);
    try (Scan<Judged> scan = corpus.scanValues(entry -> judged(entry, judges));
        ProgressLine progress = console().progress()) {
      for (Judged judged : scan) {
        switch (judged.line()) {
          case TextLine.Found(String id, String text) -> {
            Novelty novelty = judged.novelty() == null ? gate.judge(text) : judged.novelty();
            decide(id, text, novelty, gate);
            decisions.write(id, novelty);
          }
          case TextLine.Rejected(Rejection rejection) -> {
            decisions.reject(rejection);
            rejected++;
          }
        }
        step("judge", accepted + refused + rejected, scan, corpus, progress);
      }
    }
  }

  private Judged judged(ValueEntry entry, ThreadLocal<NoveltyJudge> judges) {
    TextLine line = TextLine.of(entry, field);
    return new Judged(
        line,
        !grow && line instanceof TextLine.Found(var _, String text)
            ? judges.get().judge(text)
            : null);
  }

  private void decide(String id, String text, Novelty novelty, NoveltyGate gate) {
    if (!novelty.isNew()) {
      refused++;
      return;
    }
    accepted++;
    if (grow) {
      gate.add(id, text);
    }
  }

  private static void step(
      String stage, long lines, Scan<?> scan, Corpus corpus, ProgressLine progress)
      throws IOException {
    if (lines % LINES_A_STEP == 0) {
      progress.at(
          new Progress.Step(
              stage, scan.bytesRead(), corpus.bytes(), "bytes", Map.of("lines", lines)));
    }
  }

  private void tell() {
    Json.Obj counts =
        Json.object()
            .put("pool", inPool)
            .put("pool_rejected", rejectedOfPool)
            .put("candidates", accepted + refused + rejected)
            .put("accepted", accepted)
            .put("refused", refused)
            .put("rejected", rejected)
            .build();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d candidates against a pool of %,d: %,d accepted, %,d refused, %,d without a text",
            accepted + refused + rejected,
            inPool,
            accepted,
            refused,
            rejected));
    if (rejectedOfPool > 0) {
      lines.add(String.format(Locale.ROOT, "%,d lines of the pool without a text", rejectedOfPool));
    }
    if (out != null && rejected + rejectedOfPool > 0) {
      lines.add("lines without a text: " + Decisions.rejectsOf(out));
    }
    if (out == null && !wantsJson()) {
      lines.forEach(console()::note);
    } else {
      say(counts, lines);
    }
  }
}
