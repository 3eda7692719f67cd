package io.mosskit.generator.novelty;

import java.util.Arrays;

/// An index of consecutive prompts. Built once, never changed; safe to search from several threads.
///
/// The prompts are numbered anew in order of their length, so that the postings of a unit (the
/// prompts that hold it) are in that order too, and those of a span of lengths lie together.
///
/// How the nearest prompt is found without looking at all, for a candidate of n units and a score
/// already reached: go through the candidate's units from the rarest to the most frequent. A prompt
/// met for the first time at one of them holds none of the units before it, so it shares at most
/// the `left` units from here on, counted with repetition. That bounds its length on both sides
/// ([Nearest#leastLength], [Nearest#greatestLength]); its [Signature] mostly excludes it without a
/// look at its units; and where even a prompt of just these `left` units would not reach the score,
/// the search is over, before the long lists of frequent units. A prompt met again was compared, or
/// excluded by a bound that holds still, for the score reached only rises. So nothing is missed,
/// whatever the frequencies are.
final class Segment {

  private final Prompts prompts;
  private final int from;
  private final int to;
  private final int[] promptOf;
  private final int[] starts;
  private final long[] signatures;
  private final int[] lengths;
  private final int[] lengthStarts;
  private final int[] postingStarts;
  private final int[] postings;

  /// @param vocabulary greater than every unit of these prompts
  Segment(Prompts prompts, int from, int to, int vocabulary) {
    this.prompts = prompts;
    this.from = from;
    this.to = to;
    this.promptOf = new int[to - from];
    this.starts = new int[to - from];
    this.signatures = new long[2 * (to - from)];
    long[] byLength = new long[to - from];
    for (int i = 0; i < byLength.length; i++) {
      byLength[i] = (long) prompts.length(from + i) << 32 | (from + i);
    }
    Arrays.sort(byLength);
    int[] spans = new int[byLength.length + 1];
    int[] found = new int[byLength.length];
    int distinct = 0;
    for (int i = 0; i < byLength.length; i++) {
      promptOf[i] = (int) byLength[i];
      starts[i] = prompts.start(promptOf[i]);
      int length = (int) (byLength[i] >>> 32);
      if (distinct == 0 || found[distinct - 1] != length) {
        found[distinct] = length;
        spans[distinct++] = i;
      }
    }
    spans[distinct] = byLength.length;
    this.lengths = Arrays.copyOf(found, distinct);
    this.lengthStarts = Arrays.copyOf(spans, distinct + 1);
    this.postingStarts = new int[vocabulary + 1];
    this.postings = post(vocabulary);
  }

  /// Writes postings and signatures in two passes: how many of each unit, then which.
  private int[] post(int vocabulary) {
    int[] units = prompts.units();
    int[] seenIn = new int[vocabulary];
    for (int number = 0; number < promptOf.length; number++) {
      int start = prompts.start(promptOf[number]);
      int length = prompts.length(promptOf[number]);
      signatures[2 * number] = Signature.length(length);
      for (int i = start; i < start + length; i++) {
        if (seenIn[units[i]] != number + 1) {
          seenIn[units[i]] = number + 1;
          postingStarts[units[i] + 1]++;
          signatures[2 * number] |= Signature.first(units[i]);
          signatures[2 * number + 1] |= Signature.second(units[i]);
        }
      }
    }
    for (int symbol = 0; symbol < vocabulary; symbol++) {
      postingStarts[symbol + 1] += postingStarts[symbol];
    }
    int[] written = new int[postingStarts[vocabulary]];
    int[] next = Arrays.copyOf(postingStarts, vocabulary);
    Arrays.fill(seenIn, 0);
    for (int number = 0; number < promptOf.length; number++) {
      int start = prompts.start(promptOf[number]);
      int end = start + prompts.length(promptOf[number]);
      for (int i = start; i < end; i++) {
        if (seenIn[units[i]] != number + 1) {
          seenIn[units[i]] = number + 1;
          written[next[units[i]]++] = number;
        }
      }
    }
    return written;
  }

  int from() {
    return from;
  }

  int size() {
    return to - from;
  }

  private int frequency(int symbol) {
    return symbol < 0 || symbol + 1 >= postingStarts.length
        ? 0
        : postingStarts[symbol + 1] - postingStarts[symbol];
  }

  /// Offers every prompt that may be nearer than what is found so far.
  void search(Candidate candidate, Nearest nearest) {
    rank(candidate);
    int left = candidate.length;
    for (int rank = 0; rank < candidate.distinct; rank++) {
      if (!nearest.isReachedBy(left, (long) candidate.length + left)) {
        return;
      }
      int unit = (int) candidate.order[rank];
      if (candidate.order[rank] >>> 32 > 0) {
        visit(candidate, rank, left, nearest);
      }
      left -= candidate.counts[unit];
    }
  }

  /// Puts the units into order, the rarest first, and adds up their signatures from the last.
  private void rank(Candidate candidate) {
    for (int i = 0; i < candidate.distinct; i++) {
      candidate.order[i] = (long) frequency(candidate.symbols[i]) << 32 | i;
    }
    Arrays.sort(candidate.order, 0, candidate.distinct);
    candidate.first[candidate.distinct] = 0;
    candidate.second[candidate.distinct] = 0;
    for (int rank = candidate.distinct - 1; rank >= 0; rank--) {
      int symbol = candidate.symbols[(int) candidate.order[rank]];
      candidate.first[rank] = candidate.first[rank + 1] | Signature.first(symbol);
      candidate.second[rank] = candidate.second[rank + 1] | Signature.second(symbol);
    }
  }

  /// Looks at the prompts that hold the unit of a rank and are of a possible length: first all
  /// signatures, which lie in order in memory, then the texts of the few that pass.
  private void visit(Candidate candidate, int rank, int left, Nearest nearest) {
    int symbol = candidate.symbols[(int) candidate.order[rank]];
    int begin = startOf(nearest.leastLength(candidate.length));
    int end = startOf(nearest.greatestLength(candidate.length, left) + 1);
    int from = lowerBound(postings, postingStarts[symbol], postingStarts[symbol + 1], begin);
    int to = lowerBound(postings, from, postingStarts[symbol + 1], end);
    int count = sift(candidate, rank, left, nearest, from, to);
    for (int i = 0; i < count; i++) {
      int number = candidate.passed[i];
      int length = lengthOf(number);
      int shared = mostShared(candidate, rank, left, number, length);
      long both = (long) candidate.length + length;
      if (nearest.isReachedBy(shared, both)
          && nearest.isReachedBy(shared, both, promptOf[number])) {
        candidate.compare(prompts.units(), starts[number], length, promptOf[number], nearest);
      }
    }
  }

  /// Gathers the numbers of the postings that may be nearer, and returns how many they are. This
  /// loop is where the time goes: everything it needs stands in local variables.
  private int sift(Candidate candidate, int rank, int left, Nearest nearest, int from, int to) {
    int[] passed = candidate.passed(to - from);
    long first = candidate.first[rank];
    long second = candidate.second[rank];
    long allFirst = candidate.first[0];
    long allSecond = candidate.second[0];
    long common = nearest.common();
    long total = nearest.total();
    long least = common * candidate.length;
    int count = 0;
    for (int posting = from; posting < to; posting++) {
      int number = postings[posting];
      long otherFirst = signatures[2 * number];
      long otherSecond = signatures[2 * number + 1];
      int length = Signature.lengthOf(otherFirst);
      int mine = left - Signature.missing(first, second, otherFirst, otherSecond);
      int its = length - Signature.missing(otherFirst, otherSecond, allFirst, allSecond);
      passed[count] = number;
      count +=
          Math.min(mine, its) * total - common * length >= least || length == Signature.LONG
              ? 1
              : 0;
    }
    return count;
  }

  /// How many units a prompt can share that was not met at an earlier rank.
  private int mostShared(Candidate candidate, int rank, int left, int number, int length) {
    long first = signatures[2 * number];
    long second = signatures[2 * number + 1];
    int mine =
        left - Signature.missing(candidate.first[rank], candidate.second[rank], first, second);
    int its = length - Signature.missing(first, second, candidate.first[0], candidate.second[0]);
    return Math.min(mine, its);
  }

  private int lengthOf(int number) {
    int length = Signature.lengthOf(signatures[2 * number]);
    return length == Signature.LONG ? prompts.length(promptOf[number]) : length;
  }

  /// The first number whose prompt has at least so many units.
  private int startOf(long length) {
    int key = Math.clamp(length, 0, Integer.MAX_VALUE);
    return lengthStarts[lowerBound(lengths, 0, lengths.length, key)];
  }

  private static int lowerBound(int[] sorted, int from, int to, int key) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
