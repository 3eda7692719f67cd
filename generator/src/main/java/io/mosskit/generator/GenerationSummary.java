package io.mosskit.generator;

import io.mosskit.generator.asking.Traffic;
import io.mosskit.generator.money.Spent;
import io.mosskit.generator.store.StageUsage;
import io.mosskit.generator.store.Usage;
import io.mosskit.generator.store.Verification;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run has brought, counted over all its starts; each count is the number of lines in a file
/// of the run folder.
///
/// @param seeds how many seeds were read
/// @param rejectedSeeds how many lines of the seed files are no seeds, by reason
/// @param families one line for each category and language that had a quota or a dialogue
/// @param refusedPrompts how many proposed prompts were refused, by reason
/// @param fruitlessRequests how many requests for prompts brought none, by reason
/// @param rejectedDialogues how many dialogues were rejected, by reason; `teacher_unavailable` are
///   those that a further start tries again
/// @param verification how often what was written about plugins was held against each stage
/// @param requests what this start has asked
/// @param usage what all starts have asked
/// @param ending how far this start went
/// @param accounts what all starts have cost
public record GenerationSummary(
    long seeds,
    SortedMap<String, Long> rejectedSeeds,
    List<Family> families,
    SortedMap<String, Long> refusedPrompts,
    SortedMap<String, Long> fruitlessRequests,
    SortedMap<String, Long> rejectedDialogues,
    Verification verification,
    Requests requests,
    Usage usage,
    Ending ending,
    Accounts accounts) {

  public GenerationSummary {
    rejectedSeeds = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedSeeds));
    families = List.copyOf(families);
    refusedPrompts = Collections.unmodifiableSortedMap(new TreeMap<>(refusedPrompts));
    fruitlessRequests = Collections.unmodifiableSortedMap(new TreeMap<>(fruitlessRequests));
    rejectedDialogues = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedDialogues));
  }

  /// One category in one language.
  ///
  /// @param name `code zh`
  /// @param wanted the quota, 0 where there is none
  /// @param proposed prompts that the teacher proposed
  /// @param accepted prompts among them that were accepted
  /// @param stalled whether the rounds stopped before the quota was full, because they brought
  ///   nothing
  /// @param written dialogues in `raw.jsonl`
  /// @param rejected dialogues in `rejected.jsonl`
  public record Family(
      String name,
      long wanted,
      long proposed,
      long accepted,
      boolean stalled,
      long written,
      long rejected) {}

  /// What one start has asked.
  ///
  /// @param sent requests sent, each time counted
  /// @param reused answers and refusals taken from the journal instead
  public record Requests(long sent, long reused) {}

  /// How far a start went.
  ///
  /// @param openings how many dialogues there are to hold, on the prompts made so far
  /// @param left how many of them were not begun, or not ended within the budget
  /// @param stopped why the start ended before the run did: the budget; empty where it did not
  public record Ending(long openings, long left, Optional<String> stopped) {}

  /// What a run has cost.
  ///
  /// @param spent over all starts
  /// @param stages what it was for
  /// @param latencies how long the answers of this start took, by stage
  public record Accounts(
      Spent spent, List<StageUsage> stages, SortedMap<String, Traffic.Latency> latencies) {

    public Accounts {
      stages = List.copyOf(stages);
      latencies = Collections.unmodifiableSortedMap(new TreeMap<>(latencies));
    }
  }

  /// How many prompts were accepted.
  public long acceptedPrompts() {
    return families.stream().mapToLong(Family::accepted).sum();
  }

  /// How many dialogues were written.
  public long writtenDialogues() {
    return families.stream().mapToLong(Family::written).sum();
  }
}
