package io.mosskit.curation.select;

/// How selected records are kept apart. Distances are those of cosine, 1 − cos, between the vectors
/// of what the users say.
public sealed interface Diversity {

  /// They are not.
  record Any() implements Diversity {}

  /// Score first: a record is passed over where a selected one is nearer than a distance.
  ///
  /// Source: Liu et al. 2024, *What Makes Good Data for Alignment?* (Deita), ICLR, section 3.4.
  ///
  /// @param distance above 0, less than 2
  record Apart(double distance) implements Diversity {

    public Apart {
      if (!(distance > 0 && distance < 2)) {
        throw new IllegalArgumentException(
            "a distance is above 0 and less than 2, not " + distance);
      }
    }
  }

  /// Greedy max-min: the best record first, then each time the one that is farthest from all
  /// selected ones; of equally far ones the better. The score orders, and bounds cut; it is not
  /// weighed against distance.
  ///
  /// Source: Gonzalez 1985, *Clustering to minimize the maximum intercluster distance*.
  record Farthest() implements Diversity {}
}
