package io.mosskit.cli;

import io.mosskit.cli.plan.ScrubPlans;
import io.mosskit.curation.privacy.Finding;
import io.mosskit.curation.privacy.FindingTable;
import io.mosskit.curation.privacy.ScrubPlan;
import io.mosskit.curation.privacy.Scrubbed;
import io.mosskit.curation.privacy.Scrubber;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit scrub`.
@Command(
    name = "scrub",
    description = {
      "Replace private data and secrets in dialogues by stable placeholders such as [EMAIL_1]:",
      "e-mail addresses, phone numbers, Chinese resident ids, bank cards, IBANs, public IP addresses,",
      "postal addresses and names of people after words that say so, API keys and private keys.",
      "",
      "The same secret has the same placeholder in a dialogue; with --salt in the whole corpus.",
      "Well-known examples stay: example.com, 555 numbers, 127.0.0.1, cards to test with.",
      "No secret is printed or written to a report or a reject.",
      ""
    },
    footer = {
      "",
      "Kinds (--kinds): private-key, api-key, email, resident-id, iban, bank-card, phone, ip-address,",
      "address, name",
      "",
      "Examples:",
      "  mosskit scrub my-data/ --dry-run",
      "  mosskit scrub corpus.jsonl --out scrubbed.jsonl --report findings.csv",
      "  mosskit scrub my-data/ --out scrubbed/ --kinds email,phone --allow help-desk.txt",
      "",
      "Exit code 1 where a dry run finds something."
    })
final class ScrubCommand extends CommandBase {

  private static final long PROGRESS_EVERY = 256;

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = {
        "write the dialogues there: all into a .jsonl file (plain, .gz or .zst), or each file of the",
        "input into a folder"
      })
  private @Nullable Path out;

  @Option(names = "--dry-run", description = "write no dialogues; show counts and masked examples")
  private boolean dryRun;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "KIND",
      description = "what to replace, with commas between (default: all kinds)")
  private List<String> kinds = List.of();

  @Option(
      names = "--allow",
      paramLabel = "FILE",
      description = "what stays: an address or number a line; @example.org for a whole domain")
  private @Nullable Path allow;

  @Option(
      names = "--salt",
      paramLabel = "FILE",
      description = {
        "a secret key, 16 bytes or more; placeholders are then keyed hashes, the same in the whole",
        "corpus. Keep it: whoever has it can tell whether a guessed number is in the corpus"
      })
  private @Nullable Path salt;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write the place of each finding there, a row of CSV each")
  private @Nullable Path report;

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "how many masked examples of each kind a dry run shows (default: 3)")
  private int show = 3;

  private final ScrubTally tally = new ScrubTally();

  /// A record with what was found in it.
  private sealed interface Looked {

    /// @param id without secrets
    /// @param masked an example for each finding; empty but in a dry run
    record Read(Scrubbed scrubbed, Origin origin, String id, List<String> masked)
        implements Looked {}

    record Unread(Rejection rejection) implements Looked {}
  }

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (dryRun == (out != null)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          dryRun
              ? "--dry-run writes nothing; leave --out away"
              : "say --out FILE|DIR or --dry-run");
    }
    Corpus corpus = read.corpus();
    requireOthers(corpus.files());
    Scrubber scrubber = new Scrubber(plan());
    try (ScrubOutputs outputs = ScrubOutputs.open(corpus.files(), out, report)) {
      scrub(corpus, scrubber, outputs);
      if (!dryRun && outputs.written() + outputs.rejected() != tally.records()) {
        throw new IllegalStateException(
            "records are lost: %d read, %d written, %d rejected"
                .formatted(tally.records(), outputs.written(), outputs.rejected()));
      }
      outputs.commit();
    }
    say(tally.json(), lines());
    return dryRun && tally.findings() > 0 ? ExitCode.FOUND : ExitCode.DONE;
  }

  private ScrubPlan plan() throws IOException, CommandFailure {
    try {
      return ScrubPlans.of("--kinds", kinds, allow, salt);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /// Keeps the input from being replaced by what is made of it.
  private void requireOthers(List<Path> inputs) throws IOException, CommandFailure {
    List<Path> outputs = new ArrayList<>();
    if (report != null) {
      outputs.add(report);
    }
    if (out != null) {
      outputs.addAll(ScrubOutputs.targets(inputs, out).values());
      outputs.add(ScrubOutputs.rejected(out));
    }
    for (Path output : outputs) {
      for (Path input : inputs) {
        if (Files.exists(output) && Files.isSameFile(input, output)) {
          throw new CommandFailure(
              ExitCode.USAGE,
              "the input " + input + " would be overwritten; choose another file or folder");
        }
      }
    }
  }

  private void scrub(Corpus corpus, Scrubber scrubber, ScrubOutputs outputs) throws IOException {
    long bytes = corpus.bytes();
    try (Scan<Looked> scan = corpus.scan(entry -> looked(entry, scrubber));
        ProgressLine progress = console().progress()) {
      for (Looked looked : scan) {
        take(looked, outputs);
        if (tally.records() % PROGRESS_EVERY == 0) {
          progress.at(
              new Progress.Step(
                  "scrub",
                  scan.bytesRead(),
                  bytes,
                  "bytes",
                  Map.of("records", tally.records(), "findings", tally.findings())));
        }
      }
    }
  }

  private Looked looked(Entry entry, Scrubber scrubber) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Looked.Unread(withheld(rejection));
      case Entry.Accepted(Conversation conversation, Origin origin) -> {
        Scrubbed scrubbed = scrubber.scrub(conversation);
        List<String> masked =
            dryRun
                ? scrubbed.findings().stream().map(found -> found.masked(conversation)).toList()
                : List.of();
        yield new Looked.Read(scrubbed, origin, scrubber.scrub(conversation.recordId()), masked);
      }
    };
  }

  /// What cannot be read may hold secrets as well, and nobody can tell which: its place is named
  /// and its text left out.
  private static Rejection withheld(Rejection rejection) {
    return new Rejection(
        "scrub",
        rejection.reason(),
        "cannot be read; its text is left out here, since it may hold secrets",
        Json.Obj.EMPTY,
        rejection.origin(),
        new Json.Null());
  }

  private void take(Looked looked, ScrubOutputs outputs) throws IOException {
    switch (looked) {
      case Looked.Unread(Rejection rejection) -> {
        tally.addUnread();
        outputs.reject(rejection);
      }
      case Looked.Read(Scrubbed scrubbed, Origin origin, String id, List<String> masked) -> {
        tally.add(scrubbed, masked, show);
        outputs.write(scrubbed.conversation(), origin);
        FindingTable table = outputs.findings();
        if (table != null) {
          for (Finding finding : scrubbed.findings()) {
            table.write(origin, id, finding);
          }
        }
      }
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(tally.lines());
    if (out != null) {
      lines.add("");
      lines.add("Written to " + out);
      if (tally.unread() > 0) {
        lines.add("What could not be read is named in " + ScrubOutputs.rejected(out));
      }
    }
    return lines;
  }
}
