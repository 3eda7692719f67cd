package io.mosskit.curation.explain;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.explain.Explanation.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Looks a record up in curated folders and tells why it is there. Reads their files twice and
/// keeps in memory what resembles the record.
public final class Explainer {
  private static final double DEFAULT_THRESHOLD = 0.7;

  private final CuratedFolders folders;
  private final CuratedRecord record;
  private final DuplicateKey key;
  private final Shingles shingles;

  private Explainer(CuratedFolders folders, CuratedRecord record) {
    this.folders = folders;
    this.record = record;
    this.key = keyOf(record);
    this.shingles = shingles(record);
  }

  /// What came of the look-up.
  public sealed interface Answer {

    /// The record is there.
    record Found(Explanation explanation) implements Answer {}

    /// It is not.
    ///
    /// @param near at most five ids that are spelled alike, the nearest first
    record Unknown(List<String> near) implements Answer {

      public Unknown {
        near = List.copyOf(near);
      }
    }
  }

  /// Explains a record.
  ///
  /// @param folders that `curate` wrote, the one with the record and those with earlier corpora
  /// @param id that the toolkit gave it, or its published one
  /// @throws java.nio.file.NoSuchFileException where a folder is none that `curate` wrote
  public static Answer explain(List<Path> folders, String id) throws IOException {
    CuratedFolders curated = CuratedFolders.of(folders);
    List<CuratedRecord> called = new ArrayList<>();
    curated.scan(found -> found.isCalled(id) ? Optional.of(found) : Optional.empty(), called::add);
    // of two by that name, the toolkit's own id says which
    Optional<CuratedRecord> found =
        called.stream()
            .filter(record -> record.id().equals(id))
            .findFirst()
            .or(() -> called.stream().findFirst());
    return found.isPresent()
        ? new Answer.Found(new Explainer(curated, found.get()).explanation())
        : new Answer.Unknown(near(curated, id));
  }

  private static List<String> near(CuratedFolders curated, String id) throws IOException {
    NearIds near = new NearIds(id);
    curated.scan(record -> Optional.of(record.id()), near::add);
    return near.nearest();
  }

  private static DuplicateKey keyOf(CuratedRecord record) {
    String label = Objects.requireNonNullElse(record.values().string("key"), "");
    for (DuplicateKey key : DuplicateKey.values()) {
      if (key.label().equals(label)) {
        return key;
      }
    }
    return DuplicateKey.USER_TURNS;
  }

  private Shingles shingles(CuratedRecord other) {
    return Shingles.of(SharedText.units(key, key.text(other.conversation())));
  }

  private Explanation explanation() throws IOException {
    Optional<String> twinId = record.twin();
    String head = twinId.orElse(record.id());
    List<CuratedRecord> twins = new ArrayList<>();
    List<Member> cluster = new ArrayList<>();
    Thresholds thresholds = new Thresholds(record, shingles);
    folders.scan(
        other -> isOfUse(other, head) ? Optional.of(other) : Optional.empty(),
        other -> {
          if (other.kept() && twinId.isPresent() && other.id().equals(head)) {
            twins.add(other);
          }
          if (other.twin().equals(Optional.of(head))) {
            cluster.add(new Member(other.id(), other.reason(), other.score()));
          }
          if (other.isCompared() && !isTheRecord(other)) {
            thresholds.add(other, shingles(other));
          }
        });
    double threshold = record.number("threshold", DEFAULT_THRESHOLD);
    Optional<CuratedRecord> twin = twins.stream().findFirst();
    return new Explanation(
        record.told(key),
        key,
        threshold,
        twinId,
        twin.map(found -> found.told(key)),
        twin.map(found -> SharedText.of(key, text(record), text(found))),
        cluster,
        record.isCompared() ? thresholds.decisions(threshold) : List.of());
  }

  private boolean isOfUse(CuratedRecord other, String head) {
    return other.id().equals(head)
        || other.twin().equals(Optional.of(head))
        || (other.isCompared() && shingles.jaccard(shingles(other)) >= Thresholds.LEAST);
  }

  private boolean isTheRecord(CuratedRecord other) {
    return other.origin().equals(record.origin());
  }

  private String text(CuratedRecord of) {
    return key.text(of.conversation());
  }
}
