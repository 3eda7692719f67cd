package io.mosskit.cli;

import io.mosskit.generator.store.Verification;
import io.mosskit.generator.store.Verification.Count;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says how often what was written about plugins was held against each stage of verification.
final class Verified {

  private Verified() {}

  /// A table with its heading; nothing where nothing was verified.
  static List<String> lines(Verification verification) {
    List<String> lines = new ArrayList<>();
    if (!verification.isEmpty()) {
      lines.add("");
      lines.add("Plugin dialogues, held against each stage of verification:");
      lines.addAll(table(verification).lines());
    }
    return lines;
  }

  private static Table table(Verification verification) {
    Table table = new Table("stage", "checked", "failed", "asked again");
    row("format", verification.format(), table);
    row("execution", verification.execution(), table);
    row("meaning", verification.meaning(), table);
    return table;
  }

  private static void row(String stage, Count count, Table table) {
    table.row(stage, count.checked(), count.failed(), count.retried());
  }

  static Json.@Nullable Obj json(Verification verification) {
    return verification.isEmpty() ? null : verification.json();
  }
}
