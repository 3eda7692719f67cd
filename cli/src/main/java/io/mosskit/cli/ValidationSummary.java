package io.mosskit.cli;

import io.mosskit.cli.ValidateCommand.Checked;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.check.Rule;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Adds up what validation finds, and says it in the end.
final class ValidationSummary {

  private static final String STAGE = "validate";

  private final boolean strict;
  private final int show;
  private final Map<FileKind, Count> kinds = new EnumMap<>(FileKind.class);
  private final Map<Rule, RuleCount> rules = new EnumMap<>(Rule.class);
  private final Map<String, Long> reasons = new TreeMap<>();
  private final List<String> shown = new ArrayList<>();
  private Count current = new Count(0);
  private long turns;

  ValidationSummary(boolean strict, int show) {
    this.strict = strict;
    this.show = show;
  }

  /// The records of one kind.
  private static final class Count {
    private final int files;
    private long records;
    private long invalid;

    Count(int files) {
      this.files = files;
    }
  }

  /// The findings of one rule.
  private static final class RuleCount {
    private long findings;
    private long records;
    private final String first;

    RuleCount(Origin origin, Finding finding) {
      this.first = origin + ": turn " + finding.turn() + ": " + finding.detail();
    }
  }

  void beginKind(FileKind kind, int files) {
    current = new Count(files);
    kinds.put(kind, current);
  }

  /// Counts a record; returns its rejection where it is invalid.
  @Nullable Rejection add(Checked checked) {
    current.records++;
    Rejection rejection =
        switch (checked) {
          case Checked.Rejected(Rejection unread) -> unread;
          case Checked.Read readable -> judge(readable);
        };
    if (rejection != null) {
      current.invalid++;
      reasons.merge(rejection.reason(), 1L, Long::sum);
      if (shown.size() < show) {
        shown.add("  " + rejection);
      }
    }
    return rejection;
  }

  private @Nullable Rejection judge(Checked.Read readable) {
    turns += readable.turns();
    List<Rule> seen = new ArrayList<>();
    for (Finding finding : readable.findings()) {
      RuleCount count =
          rules.computeIfAbsent(finding.rule(), _ -> new RuleCount(readable.origin(), finding));
      count.findings++;
      if (!seen.contains(finding.rule())) {
        seen.add(finding.rule());
        count.records++;
      }
    }
    if (!readable.schema().isEmpty()) {
      return reject(readable, "json_schema", String.join("; ", readable.schema()));
    }
    if (strict && !readable.findings().isEmpty()) {
      String detail =
          readable.findings().stream().map(Finding::toString).collect(Collectors.joining("; "));
      return reject(readable, readable.findings().getFirst().rule().label(), detail);
    }
    return null;
  }

  private static Rejection reject(Checked.Read readable, String reason, String detail) {
    Json record = readable.record() == null ? new Json.Null() : readable.record();
    return new Rejection(STAGE, reason, detail, Json.Obj.EMPTY, readable.origin(), record);
  }

  long invalid() {
    return kinds.values().stream().mapToLong(count -> count.invalid).sum();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    kinds.forEach((kind, count) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "%s: %,d records in %,d files, %,d valid, %,d invalid",
                kind.label(),
                count.records,
                count.files,
                count.records - count.invalid,
                count.invalid)));
    if (!rules.isEmpty()) {
      lines.add("");
      lines.add(
          strict ? "Rules broken:" : "Rules broken (with --strict these records are invalid):");
      Table table = new Table("rule", "findings", "records", "first at");
      rules.forEach(
          (rule, count) -> table.row(rule.label(), count.findings, count.records, count.first));
      lines.addAll(table.lines());
    }
    if (!reasons.isEmpty()) {
      lines.add("");
      lines.add("Invalid records by reason: " + reasons);
      lines.addAll(shown);
      if (invalid() > shown.size()) {
        lines.add(
            "  … and " + (invalid() - shown.size()) + " more; --rejects FILE writes them all");
      }
    }
    return lines;
  }

  Json.Obj json() {
    ObjBuilder byKind = Json.object();
    kinds.forEach((kind, count) ->
        byKind.put(
            kind.label(),
            Json.object()
                .put("files", count.files)
                .put("records", count.records)
                .put("invalid", count.invalid)
                .build()));
    ObjBuilder byRule = Json.object();
    rules.forEach((rule, count) ->
        byRule.put(
            rule.label(),
            Json.object()
                .put("findings", count.findings)
                .put("records", count.records)
                .put("first", count.first)
                .build()));
    ObjBuilder byReason = Json.object();
    reasons.forEach(byReason::put);
    return Json.object()
        .put("mode", strict ? "strict" : "lenient")
        .put("kinds", byKind.build())
        .put("turns", turns)
        .put("rules", byRule.build())
        .put("invalid", byReason.build())
        .build();
  }
}
