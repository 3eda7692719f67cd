package io.mosskit.cli;

import io.mosskit.curation.privacy.FindingTable;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files that scrubbing writes: all dialogues into one, or a file for each of the input into a
/// folder; and what could not be read beside them, without its text. With a dry run there are none
/// but the table of findings.
final class ScrubOutputs implements AutoCloseable {
  private static final String REJECTED = "rejected.jsonl";

  private final List<RecordWriter> open = new ArrayList<>();
  private final Map<Path, RecordWriter> byInput = new HashMap<>();
  private final @Nullable RecordWriter rejects;
  private final @Nullable FindingTable findings;
  private long written;

  private ScrubOutputs(@Nullable RecordWriter rejects, @Nullable FindingTable findings) {
    this.rejects = rejects;
    this.findings = findings;
  }

  /// Where each file of the input is written.
  static Map<Path, Path> targets(List<Path> inputs, Path out) throws CommandFailure {
    Map<Path, Path> targets = new HashMap<>();
    Map<Path, Path> taken = new HashMap<>();
    for (Path input : inputs) {
      Path target = isFile(out) ? out : out.resolve(lines(String.valueOf(input.getFileName())));
      Path other = isFile(out) ? null : taken.put(target, input);
      if (other != null) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "%s and %s would both be written to %s; scrub them into two folders or into one file"
                .formatted(other, input, target));
      }
      targets.put(input, target);
    }
    return targets;
  }

  static Path rejected(Path out) {
    return isFile(out)
        ? out.resolveSibling(out.getFileName() + "." + REJECTED)
        : out.resolve(REJECTED);
  }

  private static boolean isFile(Path out) {
    return !Files.isDirectory(out)
        && String.valueOf(out.getFileName()).matches("(?i).*\\.(jsonl|ndjson|json)(\\.gz|\\.zst)?");
  }

  /// The name of a file of lines for one that holds an object or an array.
  private static String lines(String name) {
    return name.replaceFirst("(?i)\\.json((\\.gz|\\.zst)?)$", ".jsonl$1");
  }

  /// @param out null for a dry run
  /// @param report null where nobody wants the table of findings
  static ScrubOutputs open(List<Path> inputs, @Nullable Path out, @Nullable Path report)
      throws IOException, CommandFailure {
    RecordWriter rejects = out == null ? null : RecordWriter.create(rejected(out));
    ScrubOutputs outputs =
        new ScrubOutputs(rejects, report == null ? null : FindingTable.create(report));
    if (out != null) {
      Map<Path, RecordWriter> byTarget = new HashMap<>();
      for (Map.Entry<Path, Path> target : targets(inputs, out).entrySet()) {
        RecordWriter writer = byTarget.get(target.getValue());
        if (writer == null) {
          writer = RecordWriter.create(target.getValue());
          byTarget.put(target.getValue(), writer);
          outputs.open.add(writer);
        }
        outputs.byInput.put(target.getKey(), writer);
      }
    }
    return outputs;
  }

  void write(Conversation conversation, Origin origin) throws IOException {
    RecordWriter writer = byInput.get(origin.file());
    if (writer != null) {
      writer.write(conversation);
      written++;
    }
  }

  void reject(Rejection rejection) throws IOException {
    if (rejects != null) {
      rejects.write(rejection);
    }
  }

  @Nullable FindingTable findings() {
    return findings;
  }

  long written() {
    return written;
  }

  long rejected() {
    return rejects == null ? 0 : rejects.records();
  }

  void commit() throws IOException {
    for (RecordWriter writer : open) {
      writer.commit();
    }
    if (rejects != null && rejects.records() > 0) {
      rejects.commit();
    }
    if (findings != null) {
      findings.commit();
    }
  }

  @Override
  public void close() throws IOException {
    for (RecordWriter writer : open) {
      writer.close();
    }
    if (rejects != null) {
      rejects.close();
    }
    if (findings != null) {
      findings.close();
    }
  }
}
