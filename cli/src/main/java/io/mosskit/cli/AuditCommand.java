package io.mosskit.cli;

import io.mosskit.curation.audit.AuditTable;
import io.mosskit.curation.audit.AuditTally;
import io.mosskit.curation.audit.Repair;
import io.mosskit.curation.audit.Repair.Repaired;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.plugins.audit.Stage;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit audit`.
@Command(
    name = "audit",
    description = {
      "Verify plugin dialogues in three stages. Format: markers, grammar, echoes, switches, arguments",
      "that can be read. Execution: every call is made again where its plugin is installed, and compared",
      "with the record and its receipt. Meaning: numbers that are in no text and no result, citations of",
      "nothing or of the wrong result, invented quotations and sources, failures that are not admitted.",
      "",
      "With --fix, answers that a plugin gives otherwise are replaced, and citations put into their",
      "form; dialogues whose replies are still unsupported then are rejected. No reply is rewritten.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit audit my-data/",
      "  mosskit audit plugin-data.jsonl --replay --csv calls.csv --findings findings.jsonl",
      "  mosskit audit plugin-data.jsonl --no-replay",
      "  mosskit audit plugin-data.jsonl --fix fixed.jsonl --rejects beyond-repair.jsonl",
      "",
      "Exit code 1 where a dialogue is not clean."
    })
final class AuditCommand extends CommandBase {

  private static final long PROGRESS_EVERY = 256;

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(
      names = "--no-replay",
      negatable = true,
      description = {
        "--replay, the default: make every call again; --no-replay: leave execution out, and with it",
        "the question whether an argument can be read"
      })
  private boolean replay = true;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "write every call and every finding of the other stages there, a row each")
  private @Nullable Path csv;

  @Option(
      names = "--findings",
      paramLabel = "FILE",
      description = "write the audit of every dialogue that is not clean there, a JSON line each")
  private @Nullable Path findings;

  @Option(
      names = "--fix",
      paramLabel = "FILE",
      description = "write the dialogues that are clean, or can be put right for certain, there")
  private @Nullable Path fix;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "with --fix: write the others there, each with its reason (required)")
  private @Nullable Path rejects;

  @Option(
      names = "--documents",
      arity = "1..*",
      paramLabel = "PATH",
      description = "the documents that searches found, or their index: searches are replayed too")
  private List<Path> documents = List.of();

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "how many findings to show (default: 20)")
  private int show = 20;

  private final AuditTally tally = new AuditTally();
  private final List<String> shown = new ArrayList<>();
  private long unread;
  private long fixed;
  private long mended;

  /// A dialogue with what there is to say about it.
  private sealed interface Audited {

    record Read(
        Conversation dialogue, Origin origin, DialogueAudit audit, @Nullable Repaired repaired)
        implements Audited {}

    record Unread(Rejection rejection) implements Audited {}
  }

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if ((fix == null) != (rejects == null)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--fix and --rejects go together: every dialogue is in one of the two");
    }
    if (fix != null && !replay) {
      throw new CommandFailure(
          ExitCode.USAGE, "--fix puts in what the plugins answer; it cannot go with --no-replay");
    }
    List<Path> outputs = outputs();
    for (Path output : outputs) {
      read.requireOtherThan(output);
    }
    if (outputs.stream().map(path -> path.toAbsolutePath().normalize()).distinct().count()
        < outputs.size()) {
      throw new CommandFailure(
          ExitCode.USAGE, "each output wants a file of its own, not one of " + outputs);
    }
    try (AuditTable rows = csv == null ? null : AuditTable.create(csv);
        RecordWriter lines = findings == null ? null : RecordWriter.create(findings);
        RecordWriter kept = fix == null ? null : RecordWriter.create(fix);
        RecordWriter rejected = rejects == null ? null : RecordWriter.create(rejects)) {
      audit(new AuditOutputs(rows, lines, kept, rejected));
    }
    say(json(), lines());
    return tally.clean() == tally.dialogues() && unread == 0 ? ExitCode.DONE : ExitCode.FOUND;
  }

  private List<Path> outputs() {
    List<Path> outputs = new ArrayList<>();
    for (Path output : new Path[] {csv, findings, fix, rejects}) {
      if (output != null) {
        outputs.add(output);
      }
    }
    return outputs;
  }

  private void audit(AuditOutputs outputs) throws IOException, CommandFailure {
    try (Workshop workshop = Workshop.replaying(documents, console()::note)) {
      audit(outputs, workshop.plugins());
    }
  }

  private void audit(AuditOutputs outputs, Plugins plugins) throws IOException, CommandFailure {
    Auditor replaying = new Auditor(plugins, Limits.DEFAULT);
    Auditor auditor = replay ? replaying : replaying.withoutReplay();
    Repair repair = new Repair(plugins, Limits.DEFAULT);
    Corpus corpus = read.corpus();
    long records = 0;
    try (Scan<Audited> scan = corpus.scan(entry -> audited(entry, auditor, repair));
        ProgressLine progress = console().progress()) {
      for (Audited audited : scan) {
        take(audited, outputs);
        if (++records % PROGRESS_EVERY == 0) {
          progress.at(
              new Progress.Step(
                  "audit", scan.bytesRead(), corpus.bytes(), "bytes", Map.of("records", records)));
        }
      }
    }
    outputs.commit();
  }

  private Audited audited(Entry entry, Auditor auditor, Repair repair) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Audited.Unread(rejection);
      case Entry.Accepted(Conversation dialogue, Origin origin) -> {
        DialogueAudit audit = auditor.audit(dialogue);
        boolean mend = fix != null && !audit.isClean();
        yield new Audited.Read(dialogue, origin, audit, mend ? repair.repair(dialogue) : null);
      }
    };
  }

  private void take(Audited audited, AuditOutputs outputs) throws IOException {
    switch (audited) {
      case Audited.Unread(Rejection rejection) -> {
        unread++;
        note("%s: %s: %s".formatted(rejection.origin(), rejection.reason(), rejection.detail()));
        outputs.reject(rejection);
      }
      case Audited.Read read -> {
        tally.add(read.audit());
        note(read);
        outputs.report(read.origin(), read.audit());
        Repaired repaired = read.repaired();
        if (read.audit().isClean()) {
          outputs.keep(MossJson.json(read.dialogue()));
          fixed++;
        } else if (repaired != null && repaired.audit().isClean()) {
          outputs.keep(MossJson.json(repaired.dialogue()));
          fixed++;
          mended++;
        } else if (repaired != null) {
          outputs.reject(rejection(read, repaired.audit()));
        }
      }
    }
  }

  private static Rejection rejection(Audited.Read read, DialogueAudit left) {
    List<AuditFinding> findings = left.findings();
    AuditFinding first = findings.getFirst();
    String reason =
        left.findings(Stage.MEANING).isEmpty() ? "broken_call" : "unsupported_statement";
    String detail =
        "%d findings, the first in turn %d: %s: %s"
            .formatted(findings.size(), first.turn(), first.kind(), first.detail());
    return new Rejection(
        "audit", reason, detail, left.json(), read.origin(), MossJson.json(read.dialogue()));
  }

  private void note(Audited.Read read) {
    for (AuditFinding finding : read.audit().findings()) {
      String turn = finding.turn() == 0 ? "" : " turn " + finding.turn();
      note(
          "%s: %s%s: %s: %s: %s"
              .formatted(
                  read.origin(),
                  read.audit().id(),
                  turn,
                  finding.stage().label(),
                  finding.kind(),
                  finding.detail()));
    }
  }

  private void note(String finding) {
    if (shown.size() < show) {
      shown.add("  " + finding.replace("\n", "\\n"));
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d dialogues with %,d turns: %,d clean, %,d not%s",
            tally.dialogues(),
            tally.turns(),
            tally.clean(),
            tally.dialogues() - tally.clean(),
            unread == 0 ? "" : String.format(Locale.ROOT, "; %,d records cannot be read", unread)));
    lines.add("");
    lines.addAll(AuditTables.of(tally, replay));
    if (!shown.isEmpty()) {
      lines.add("");
      lines.addAll(shown);
    }
    if (fix != null) {
      lines.add("");
      lines.add(
          String.format(
              Locale.ROOT,
              "Written: %,d to %s (%,d of them put right), %,d to %s",
              fixed,
              fix,
              mended,
              tally.dialogues() + unread - fixed,
              rejects));
    }
    return lines;
  }

  private Json.Obj json() {
    Json.Obj json = tally.json().with("unread", Json.of(unread));
    return fix == null
        ? json
        : json.with("written", Json.of(fixed)).with("put_right", Json.of(mended));
  }
}
