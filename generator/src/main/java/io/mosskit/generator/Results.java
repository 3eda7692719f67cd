package io.mosskit.generator;

import io.mosskit.generator.expansion.Expanded;
import io.mosskit.generator.expansion.FamilyReport;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.prompt.Seeds;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.store.RunStore;
import io.mosskit.generator.store.Verification;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes the files of a run, in one order whatever the order of the answers was, and counts what
/// goes into them.
final class Results {

  private static final int PAGE = 500;

  private final Seeds seeds;
  private final Expanded expanded;
  private final SortedMap<String, Long> written = new TreeMap<>();
  private final SortedMap<String, Long> rejected = new TreeMap<>();
  private final SortedMap<String, Long> rejectedByReason = new TreeMap<>();
  private Verification verification = Verification.NOTHING;

  Results(Seeds seeds, Expanded expanded) {
    this.seeds = seeds;
    this.expanded = expanded;
  }

  /// Writes `prompts.jsonl`, `raw.jsonl` and `rejected.jsonl`.
  ///
  /// @param openings how many dialogues there are to hold
  /// @param whole whether all of them were begun
  /// @return how many were not
  /// @throws IllegalStateException where a prompt or a dialogue is in none of the files
  long write(RunStore store, Path folder, long openings, boolean whole)
      throws IOException, InterruptedException {
    try (RecordWriter prompts = RecordWriter.create(folder.resolve("prompts.jsonl"));
        RecordWriter raw = RecordWriter.create(folder.resolve("raw.jsonl"));
        RecordWriter rejects = RecordWriter.create(folder.resolve("rejected.jsonl"))) {
      for (Prompt prompt : expanded.prompts()) {
        prompts.write(prompt.json());
      }
      writeAll(seeds.rejections(), rejects);
      writeAll(expanded.fruitless(), rejects);
      writeAll(expanded.refused(), rejects);
      writeDialogues(store, openings, raw, rejects);
      long left = openings - sum(written) - sum(rejected);
      requireConservation(openings, whole ? 0 : left);
      prompts.commit();
      raw.commit();
      rejects.commit();
      return left;
    }
  }

  private static void writeAll(List<Rejection> rejections, RecordWriter rejects)
      throws IOException {
    for (Rejection rejection : rejections) {
      rejects.write(rejection);
    }
  }

  private void writeDialogues(RunStore store, long begun, RecordWriter raw, RecordWriter rejects)
      throws IOException, InterruptedException {
    for (int from = 0; from < begun; from += PAGE) {
      for (DialogueRow dialogue : store.dialogues(from, from + PAGE)) {
        verification = verification.plus(dialogue.verification());
        if (dialogue.outcome() == DialogueRow.Outcome.WRITTEN) {
          raw.write(dialogue.record());
          written.merge(dialogue.family(), 1L, Long::sum);
        } else {
          rejects.write(dialogue.record());
          rejected.merge(dialogue.family(), 1L, Long::sum);
          rejectedByReason.merge(dialogue.reason(), 1L, Long::sum);
        }
      }
    }
  }

  private void requireConservation(long openings, long left) {
    long proposed = expanded.families().stream().mapToLong(FamilyReport::proposed).sum();
    requireEqual(
        "prompts proposed", proposed, expanded.prompts().size(), expanded.refused().size());
    requireEqual("dialogues to hold", openings - left, sum(written), sum(rejected));
    if (left < 0) {
      throw new IllegalStateException(-left + " dialogues more than there are prompts");
    }
  }

  private static void requireEqual(String what, long in, long kept, long dropped) {
    if (in != kept + dropped) {
      throw new IllegalStateException(
          "%d %s, but %d kept and %d rejected".formatted(in, what, kept, dropped));
    }
  }

  private static long sum(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// What was counted, one line for each category and language that has anything to show.
  List<GenerationSummary.Family> families() {
    List<GenerationSummary.Family> families = new ArrayList<>();
    for (Category category : Category.values()) {
      for (Language language : Quota.LANGUAGES) {
        String name = category.label() + " " + language.label();
        GenerationSummary.Family family = family(name);
        if (family.wanted() + family.written() + family.rejected() > 0) {
          families.add(family);
        }
      }
    }
    return families;
  }

  private GenerationSummary.Family family(String name) {
    long dialogues = written.getOrDefault(name, 0L);
    long rejections = rejected.getOrDefault(name, 0L);
    for (FamilyReport report : expanded.families()) {
      if (report.quota().name().equals(name)) {
        return new GenerationSummary.Family(
            name,
            report.quota().prompts(),
            report.proposed(),
            report.accepted(),
            report.stalled(),
            dialogues,
            rejections);
      }
    }
    return new GenerationSummary.Family(name, 0, 0, 0, false, dialogues, rejections);
  }

  SortedMap<String, Long> rejectedDialogues() {
    return rejectedByReason;
  }

  /// What the verification of plugin dialogues found.
  Verification verification() {
    return verification;
  }

  /// Rejections by reason.
  static SortedMap<String, Long> byReason(List<Rejection> rejections) {
    SortedMap<String, Long> counts = new TreeMap<>();
    rejections.forEach(rejection -> counts.merge(rejection.reason(), 1L, Long::sum));
    return counts;
  }
}
