package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Cluster;
import io.mosskit.curation.CurationSummary.Count;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.CurationSummary.Teacher;
import io.mosskit.schema.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is remarkable about a run, the gravest first.
record Highlights(CurationSummary summary) {
  /// From this share of the input on, what one reason drops is much.
  private static final double MANY_DROPPED = 0.10;

  private static final double MANY_UNREADABLE = 0.01;
  private static final double MANY_UNTAGGED = 0.10;

  /// A cluster is large from this share of the input on, if it has so many records.
  private static final double LARGE_CLUSTER = 0.01;

  private static final int LEAST_LARGE_CLUSTER = 10;
  private static final int NAMED = 3;
  private static final int LETTERS = 60;

  List<Highlight> all() {
    List<Highlight> all = new ArrayList<>();
    contamination(all);
    reasons(all);
    clusters(all);
    lostCategories(all);
    missingCategories(all);
    untagged(all);
    teachers(all);
    privateData(all);
    return all;
  }

  private void contamination(List<Highlight> all) {
    List<Count> sets = summary.counted(EvaluationOverlaps.GROUP);
    if (sets.isEmpty()) {
      return;
    }
    String found =
        some(sets, count -> "%s in %s".formatted(name(count.name()), records(count.records())));
    long kept = sets.stream().mapToLong(count -> count.records().after()).sum();
    all.add(
        new Highlight(
            "Stretches of evaluation sets were found: %s. %s"
                .formatted(
                    found,
                    kept == 0
                        ? "None of these records is kept."
                        : "Some of these records are kept."),
            EvaluationOverlaps.ID,
            EvaluationOverlaps.HEADING));
  }

  private static String records(Change records) {
    return Figures.of(records.before(), "record");
  }

  private void reasons(List<Highlight> all) {
    long in = summary.recordsIn();
    for (Reason reason : new Findings(summary).reasons()) {
      boolean isRead = Step.of(reason) == Step.READ;
      if (reason.count() >= (isRead ? MANY_UNREADABLE : MANY_DROPPED) * in) {
        all.add(
            new Highlight(
                "%s of the records %s “%s”."
                    .formatted(
                        Figures.share(reason.count(), in),
                        isRead ? "cannot be read:" : "were dropped as",
                        Findings.words(name(reason.reason()))),
                Drops.ID,
                Drops.HEADING));
      }
    }
  }

  private void clusters(List<Highlight> all) {
    double large = Math.max(LEAST_LARGE_CLUSTER, LARGE_CLUSTER * summary.recordsIn());
    summary.duplicates().largest().stream()
        .max(Comparator.comparingInt(Cluster::size))
        .filter(cluster -> cluster.size() >= large)
        .ifPresent(cluster ->
            all.add(
                new Highlight(
                    "%s duplicate one another: see whether they ask for the same."
                        .formatted(Figures.of(cluster.size(), "record")),
                    DuplicateClusters.ID,
                    DuplicateClusters.HEADING)));
  }

  private void lostCategories(List<Highlight> all) {
    List<Map.Entry<String, Change>> lost =
        summary.byCategory().entrySet().stream()
            .filter(category -> category.getValue().after() == 0)
            .toList();
    if (!lost.isEmpty() && summary.recordsKept() > 0) {
      String names = some(lost, Map.Entry::getKey);
      all.add(composition("All records of %s were dropped.".formatted(names)));
    }
  }

  /// Of the kinds of dialogues without plugins that MOSS was trained on.
  private void missingCategories(List<Highlight> all) {
    Predicate<Category> isPlain =
        category ->
            Category.HELPFUL.contains(category)
                || category == Category.HARMLESS
                || category == Category.HONEST;
    List<String> plain =
        Arrays.stream(Category.values()).filter(isPlain).map(Category::label).toList();
    List<String> missing =
        plain.stream().filter(label -> !summary.byCategory().containsKey(label)).toList();
    if (!missing.isEmpty() && missing.size() < plain.size()) {
      all.add(
          composition(
              "Of MOSS’s seven kinds of dialogue without plugins, %s %s missing."
                  .formatted(enumeration(missing), missing.size() == 1 ? "is" : "are")));
    }
  }

  private void untagged(List<Highlight> all) {
    long untagged = summary.untagged().after();
    if (untagged > 0 && untagged >= MANY_UNTAGGED * summary.recordsKept()) {
      all.add(
          composition(
              "%s of the kept records have no category."
                  .formatted(Figures.share(untagged, summary.recordsKept()))));
    }
  }

  private static Highlight composition(String text) {
    return new Highlight(text, Composition.ID, Composition.HEADING);
  }

  private void teachers(List<Highlight> all) {
    List<Teacher> teachers =
        summary.provenance().teachers().stream()
            .filter(teacher -> teacher.records().after() > 0)
            .toList();
    if (teachers.size() != 1) {
      return;
    }
    String name = teachers.getFirst().name();
    all.add(
        new Highlight(
            name.equals(CurationSummary.UNRECORDED)
                ? "No kept record says which teacher wrote it."
                : "One teacher wrote all kept records: %s.".formatted(name(name)),
            Making.ID,
            Making.HEADING));
  }

  private void privateData(List<Highlight> all) {
    List<Count> kinds = summary.counted(PrivateData.GROUP);
    if (!kinds.isEmpty()) {
      long findings = kinds.stream().mapToLong(count -> count.findings().before()).sum();
      all.add(
          new Highlight(
              "%s of private data and secrets %s replaced."
                  .formatted(Figures.of(findings, "occurrence"), findings == 1 ? "was" : "were"),
              PrivateData.ID,
              PrivateData.HEADING));
    }
  }

  /// The first of them, and how many there are beside.
  private static <T> String some(List<T> things, Function<T, String> words) {
    List<String> named = new ArrayList<>(things.stream().limit(NAMED).map(words).toList());
    if (things.size() > NAMED) {
      named.add(Figures.of(things.size() - NAMED) + " more");
    }
    return enumeration(named);
  }

  private static String enumeration(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.getLast();
  }

  private static String name(String name) {
    return Label.cut(name, LETTERS);
  }
}
