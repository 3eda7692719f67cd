package io.mosskit.cli;

import io.mosskit.curation.privacy.Kind;
import io.mosskit.curation.privacy.Scrubbed;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Counts what scrubbing finds.
final class ScrubTally {
  private final Map<Kind, Long> findings = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> dialogues = new EnumMap<>(Kind.class);
  private final Map<Kind, Set<String>> examples = new EnumMap<>(Kind.class);
  private long records;
  private long changed;
  private long unread;

  /// @param masked an example for each finding, or none
  /// @param most how many different ones to keep of each kind
  void add(Scrubbed scrubbed, List<String> masked, int most) {
    records++;
    changed += scrubbed.findings().isEmpty() ? 0 : 1;
    scrubbed
        .counts()
        .forEach((kind, count) -> {
          findings.merge(kind, (long) count, Long::sum);
          dialogues.merge(kind, 1L, Long::sum);
        });
    for (int i = 0; i < masked.size(); i++) {
      Kind kind = scrubbed.findings().get(i).kind();
      Set<String> shown = examples.computeIfAbsent(kind, _ -> new LinkedHashSet<>());
      if (shown.size() < most) {
        shown.add(masked.get(i));
      }
    }
  }

  void addUnread() {
    records++;
    unread++;
  }

  long records() {
    return records;
  }

  long unread() {
    return unread;
  }

  long findings() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d dialogues: %,d findings in %,d of them%s",
            records - unread,
            findings(),
            changed,
            unread == 0 ? "" : String.format(Locale.ROOT, "; %,d records cannot be read", unread)));
    if (!findings.isEmpty()) {
      Table table =
          examples.isEmpty()
              ? new Table("kind", "findings", "dialogues")
              : new Table("kind", "findings", "dialogues", "such as");
      findings.forEach((kind, count) -> row(kind, count, table));
      lines.add("");
      lines.addAll(table.lines());
    }
    return lines;
  }

  private void row(Kind kind, long count, Table table) {
    if (examples.isEmpty()) {
      table.row(kind.label(), count, dialogues.getOrDefault(kind, 0L));
    } else {
      String shown = String.join(", ", examples.getOrDefault(kind, Set.of()));
      table.row(kind.label(), count, dialogues.getOrDefault(kind, 0L), shown.replace("\n", "\\n"));
    }
  }

  Json.Obj json() {
    var kinds = Json.object();
    findings.forEach((kind, count) ->
        kinds.put(
            kind.label(),
            Json.object()
                .put("findings", count)
                .put("dialogues", dialogues.getOrDefault(kind, 0L))
                .put(
                    "examples",
                    examples.containsKey(kind)
                        ? Json.ofStrings(List.copyOf(examples.get(kind)))
                        : null)
                .build()));
    return Json.object()
        .put("dialogues", records - unread)
        .put("changed", changed)
        .put("unread", unread)
        .put("findings", findings())
        .put("kinds", kinds.build())
        .build();
  }
}
