package io.mosskit.curation;

import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Everything a report says of a run. All lists are in an order that depends on the input alone. Of
/// what could not be read nothing is known but the reason: it counts in the totals and the reasons,
/// and not in the distributions, whose *before* is all that could be read and whose *after* is what
/// is kept.
///
/// @param recordsIn records and unreadable stretches of the input
/// @param recordsKept those in `corpus.jsonl`
/// @param recordsRejected those in `rejected.jsonl`
/// @param reasons by stage and reason, in the order in which they first occurred
/// @param composition by category, in the order of its enum with `untagged` last, and language
/// @param turns by category and number of turns
/// @param lengths of user turns, then of replies, in characters
/// @param counts what the stages counted, by group and name in alphabetical order
/// @param duplicates what was found by the duplicate key
/// @param provenance how the records were made
/// @param inputs the files in their order
/// @param plan what was asked for
/// @param version of the toolkit
/// @param elapsed how long it took
public record CurationSummary(
    long recordsIn,
    long recordsKept,
    long recordsRejected,
    List<Reason> reasons,
    List<Share> composition,
    List<TurnCount> turns,
    List<Lengths> lengths,
    List<Count> counts,
    Duplicates duplicates,
    Provenance provenance,
    List<Input> inputs,
    CurationPlan plan,
    String version,
    Duration elapsed) {

  /// The category of records that neither declare one nor resemble a seed enough.
  public static final String UNTAGGED = "untagged";

  /// The teacher of records whose lineage names none.
  public static final String UNRECORDED = "unrecorded";

  /// How often a stage rejected for a reason, and the first few that it did.
  public record Reason(String stage, String reason, long count, List<Rejection> examples) {

    public Reason {
      examples = List.copyOf(examples);
    }
  }

  /// How many records have a category and a language.
  ///
  /// @param category its label, or [#UNTAGGED]
  /// @param language its label
  public record Share(String category, String language, Change records) {}

  /// A number before and after.
  public record Change(long before, long after) {

    Change plus(Change other) {
      return new Change(before + other.before, after + other.after);
    }
  }

  /// How many records of a category have so many turns.
  public record TurnCount(String category, int turns, Change records) {}

  /// The lengths of what one role writes in a turn.
  ///
  /// @param role `user` or `reply`
  /// @param histogram the same in ranges, each twice as wide as the one before
  public record Lengths(String role, Quantiles before, Quantiles after, List<Range> histogram) {

    public Lengths {
      histogram = List.copyOf(histogram);
    }
  }

  /// How many texts have a length in a range.
  ///
  /// @param from the least length in it
  /// @param to the greatest
  public record Range(int from, int to, Change texts) {}

  /// The distribution of a length: each value is the least length that at least this share of the
  /// texts does not exceed. All are 0 where `count` is.
  public record Quantiles(
      long count, int min, int p10, int p25, int p50, int p75, int p90, int p99, int max) {}

  /// How often something was found.
  ///
  /// @param group what is counted: `privacy` by kind, `contamination` by evaluation set,
  ///   `tag:FACET` by value, `origin:FACET` by who said so
  /// @param name which of it
  /// @param records in how many records
  /// @param findings how often in all of them
  public record Count(String group, String name, Change records, Change findings) {}

  /// What was found by the duplicate key.
  ///
  /// @param exact dropped for the same text
  /// @param near dropped for a similar one
  /// @param sizes how many clusters have so many records, the kept one included, by ascending size
  /// @param largest at most 20 clusters, the largest first
  public record Duplicates(long exact, long near, List<SizeCount> sizes, List<Cluster> largest) {

    public Duplicates {
      sizes = List.copyOf(sizes);
      largest = List.copyOf(largest);
    }
  }

  /// How many clusters have a size.
  public record SizeCount(int size, long clusters) {}

  /// A kept record with those that were dropped for it.
  ///
  /// @param kept its id
  /// @param excerpt the first words of its first user turn; empty where it stands in another corpus
  /// @param size how many records, the kept one included
  /// @param dropped the first 20 of the others, in the order of the input
  public record Cluster(String kept, String excerpt, int size, List<Member> dropped) {

    public Cluster {
      dropped = List.copyOf(dropped);
    }
  }

  /// A dropped record and its Jaccard similarity to the kept one.
  public record Member(String id, double score) {}

  /// What the lineages of the records say of how they were made.
  ///
  /// @param teachers by name, those that name none last
  /// @param seeded records that name a seed prompt
  /// @param seeds distinct seed prompts that they name
  /// @param licences under which records say that what they were made from stands, by name
  public record Provenance(
      List<Teacher> teachers, Change seeded, Change seeds, List<Licence> licences) {

    public Provenance {
      teachers = List.copyOf(teachers);
      licences = List.copyOf(licences);
    }
  }

  /// How many records a teacher wrote.
  ///
  /// @param name as the lineages name it, or [#UNRECORDED]
  public record Teacher(String name, Change records) {}

  /// How many records name a licence.
  ///
  /// @param name an SPDX expression, `CC-BY-4.0 AND MIT`, or whatever the records have
  public record Licence(String name, Change records) {}

  /// A file of the input.
  ///
  /// @param bytes as it lies on disk
  public record Input(Path file, long bytes, long records, long kept) {}

  public CurationSummary {
    reasons = List.copyOf(reasons);
    composition = List.copyOf(composition);
    turns = List.copyOf(turns);
    lengths = List.copyOf(lengths);
    counts = List.copyOf(counts);
    inputs = List.copyOf(inputs);
  }

  /// The records by category, in the order of [#composition].
  public Map<String, Change> byCategory() {
    return by(Share::category);
  }

  /// The records by language, in the order of [#composition].
  public Map<String, Change> byLanguage() {
    return by(Share::language);
  }

  private Map<String, Change> by(Function<Share, String> what) {
    Map<String, Change> sums = new LinkedHashMap<>();
    for (Share share : composition) {
      sums.merge(what.apply(share), share.records(), Change::plus);
    }
    return sums;
  }

  /// The counts of a group, in the order of [#counts].
  public List<Count> counted(String group) {
    return counts.stream().filter(count -> count.group().equals(group)).toList();
  }

  /// How many readable records are without a category.
  public Change untagged() {
    return byCategory().getOrDefault(UNTAGGED, new Change(0, 0));
  }

  /// The content of `stats.json`.
  public Json.Obj json() {
    return new SummaryJson(this).json();
  }
}
