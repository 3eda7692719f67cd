package io.mosskit.cli;

import io.mosskit.curation.neighbour.Batch;
import io.mosskit.curation.neighbour.CuratedIndex;
import io.mosskit.curation.neighbour.IndexForm;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `mosskit index info`.
@Command(
    name = "info",
    description = {"What is in an index of curated records, and what it answers.", ""},
    footer = {"", "Example:", "  mosskit index info everything"})
final class IndexInfoCommand extends CommandBase {

  @Parameters(paramLabel = "INDEX", description = "the folder of the index")
  private Path folder = Path.of("index");

  @Override
  ExitCode execute() throws IOException {
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      say(json(index), lines(index));
    }
    return ExitCode.DONE;
  }

  private static Json.Obj json(CuratedIndex index) {
    IndexForm form = index.form();
    List<Json.Obj> batches = new ArrayList<>();
    for (Batch batch : index.batches()) {
      batches.add(Json.object().put("name", batch.name()).put("records", batch.records()).build());
    }
    return Json.object()
        .put("records", index.size())
        .put("key", form.key())
        .put("threshold", form.threshold())
        .put("signatures", form.signatures())
        .put("bands", form.banding().bands())
        .put("rows", form.banding().rows())
        .put("batches", Json.of(batches))
        .build();
  }

  private static List<String> lines(CuratedIndex index) {
    IndexForm form = index.form();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d records, compared by %s at thresholds from %s on; signatures of version %d in %d"
                + " bands of %d rows",
            index.size(),
            form.key(),
            form.threshold(),
            form.signatures(),
            form.banding().bands(),
            form.banding().rows()));
    Table table = new Table("batch", "records");
    for (Batch batch : index.batches()) {
      table.row(batch.name(), String.format(Locale.ROOT, "%,d", batch.records()));
    }
    lines.addAll(table.lines());
    return lines;
  }
}
