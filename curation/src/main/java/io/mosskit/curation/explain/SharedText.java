package io.mosskit.curation.explain;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.text.UnitHashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two texts cut into what each shares with the other and what it does not: shared is what a
/// shingle covers that the other text has, too.
///
/// @param left the pieces of the one text, in their order
/// @param right those of the other
/// @param score the exact Jaccard similarity of the two
public record SharedText(List<Piece> left, List<Piece> right, double score) {

  public SharedText {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// A stretch of a text.
  public record Piece(String text, boolean shared) {}

  /// What two texts share by the units that a key compares.
  public static SharedText of(DuplicateKey key, String left, String right) {
    Shingles leftShingles = Shingles.of(units(key, left));
    Shingles rightShingles = Shingles.of(units(key, right));
    return new SharedText(
        pieces(key, left, rightShingles),
        pieces(key, right, leftShingles),
        leftShingles.jaccard(rightShingles));
  }

  static UnitHashes units(DuplicateKey key, String text) {
    return switch (key) {
      case USER_TURNS, FIRST_USER_TURN, ASSISTANT_TURNS, PLUGIN_TRACE -> UnitHashes.of(text);
      case RECORD -> UnitHashes.betweenBlanks(text);
    };
  }

  private static List<Piece> pieces(DuplicateKey key, String text, Shingles others) {
    boolean[] shared = sharedUnits(units(key, text), others);
    UnitPlaces places =
        key == DuplicateKey.RECORD ? UnitPlaces.betweenBlanks(text) : UnitPlaces.of(text);
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (int from = 0, to; from < shared.length; from = to) {
      to = from + 1;
      while (to < shared.length && shared[to] == shared[from]) {
        to++;
      }
      if (shared[from]) {
        add(places.text(), end, places.from(from), false, pieces);
        end = places.to(to - 1);
        add(places.text(), places.from(from), end, true, pieces);
      }
    }
    add(places.text(), end, places.text().length(), false, pieces);
    return pieces;
  }

  private static void add(String text, int from, int to, boolean shared, List<Piece> pieces) {
    if (to > from) {
      pieces.add(new Piece(text.substring(from, to), shared));
    }
  }

  private static boolean[] sharedUnits(UnitHashes units, Shingles others) {
    boolean[] shared = new boolean[units.count()];
    int width = Math.min(Shingles.WIDTH, units.count());
    long[] windows = units.windows(Shingles.WIDTH);
    int end = 0;
    for (int start = 0; start < windows.length; start++) {
      if (Arrays.binarySearch(others.hashes(), windows[start]) >= 0) {
        Arrays.fill(shared, Math.max(start, end), start + width, true);
        end = start + width;
      }
    }
    return shared;
  }
}
