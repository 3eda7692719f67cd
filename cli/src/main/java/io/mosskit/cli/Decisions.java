package io.mosskit.cli;

import io.mosskit.generator.novelty.Novelty;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where `mosskit novelty` writes: into a file and one beside it for what was rejected, or, without
/// a file, to the console.
final class Decisions implements AutoCloseable {

  private static final int REJECTIONS_SHOWN = 20;

  private final Console console;
  private final boolean printed;
  private final @Nullable RecordWriter decisions;
  private final @Nullable RecordWriter rejections;
  private long shown;

  /// @param out null for the console
  /// @param printed whether decisions are printed where there is no file
  Decisions(Console console, @Nullable Path out, boolean printed) throws IOException {
    this.console = console;
    this.printed = printed;
    this.decisions = out == null ? null : RecordWriter.create(out);
    this.rejections = out == null ? null : RecordWriter.create(rejectsOf(out));
  }

  static Path rejectsOf(Path out) {
    return out.resolveSibling(out.getFileName() + ".rejected.jsonl");
  }

  void write(String id, Novelty novelty) throws IOException {
    if (decisions == null && !printed) {
      return;
    }
    String nearest = novelty.nearest();
    Json.Obj decision =
        Json.object()
            .put("id", id)
            .put("accepted", novelty.isNew())
            .put("nearest", nearest == null ? new Json.Null() : Json.of(nearest))
            .put("rouge_l", novelty.score())
            .build();
    if (decisions == null) {
      console.out().println(decision.text());
    } else {
      decisions.write(decision);
    }
  }

  void reject(Rejection rejection) throws IOException {
    if (rejections != null) {
      rejections.write(rejection);
    } else if (shown++ < REJECTIONS_SHOWN) {
      console.note(rejection.toString());
    }
  }

  void commit() throws IOException {
    console.out().flush();
    if (decisions != null && rejections != null) {
      decisions.commit();
      if (rejections.records() > 0) {
        rejections.commit();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (decisions != null && rejections != null) {
      try (rejections) {
        decisions.close();
      }
    }
  }
}
