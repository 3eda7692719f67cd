package io.mosskit.generator.novelty;

import java.util.Arrays;

/// An index of consecutive prompts. Built once, never changed; safe to search from several threads.
///
/// The units of every text are in one order, the rarest of the segment first ([Ranked]). The
/// postings of a unit are the prompts that hold it, the shortest first and of those the ones that
/// have the most units left, each with its [Tail]: what the prompt holds from this unit on.
///
/// How the nearest prompt is found without looking at all, for a candidate of n units and a score
/// already reached: go through the candidate's units in that order. The rarest unit that a prompt
/// shares with the candidate is where it is met first. Neither shares a unit before it with the
/// other, so they share at most what both have left from there on, counted with repetition. That
/// bounds the prompt's length on both sides ([Nearest#leastLength], [Nearest#greatestLength]); the
/// tails mostly exclude it without a look at its units; and where even a prompt of just the
/// candidate's `left` units would not reach the score, the search is over, before the long lists of
/// frequent units. A prompt met again was compared, or excluded by a bound that holds still, for
/// the score reached only rises. So nothing is missed, whatever the frequencies are.
///
/// With a floor many postings need not be: a prompt of m units reaches the floor only if it shares
/// at least [Nearest#leastLength] of m, as many as the shortest text that can reach it has. If so
/// many are not left from a unit on, this unit is not the rarest of those shared.
final class Segment {

  /// Shorter lists are read whole.
  private static final int SEARCHED = 64;

  /// Bits after the binary point of a score in [#margins].
  private static final int SCALE = 15;

  /// The longest candidate whose margins fit into an int.
  private static final int LONGEST = 1 << 14;

  private final Prompts prompts;
  private final int from;
  private final int to;
  private final int[] frequencies;
  private final int[] starts;
  private final int[] postings;
  private final long[] firsts;
  private final long[] seconds;
  private final Reach reach;

  /// @param vocabulary greater than every unit of these prompts
  /// @param floor the least score that a search looks for
  Segment(Prompts prompts, int from, int to, int vocabulary, double floor) {
    this.prompts = prompts;
    this.from = from;
    this.to = to;
    this.frequencies = new int[vocabulary];
    this.starts = new int[vocabulary + 1];
    int[] shortestFirst = shortestFirst();
    Ranked ranked = new Ranked();
    for (int prompt : shortestFirst) {
      set(ranked, prompt);
      ranked.count(frequencies);
    }
    Nearest least = new Nearest(floor);
    for (int prompt : shortestFirst) {
      int posted = posted(ranked, prompt, least);
      for (int rank = 0; rank < posted; rank++) {
        starts[ranked.symbol(rank) + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    this.postings = new int[starts[vocabulary]];
    this.firsts = new long[starts[vocabulary]];
    this.seconds = new long[starts[vocabulary]];
    int[] next = Arrays.copyOf(starts, vocabulary);
    for (int prompt : shortestFirst) {
      int posted = posted(ranked, prompt, least);
      for (int rank = 0; rank < posted; rank++) {
        int posting = next[ranked.symbol(rank)]++;
        postings[posting] = prompt;
        firsts[posting] = Tail.pack(ranked.first[rank], ranked.left[rank], ranked.length());
        seconds[posting] = ranked.second[rank];
      }
    }
    sortRuns();
    this.reach = new Reach(firsts, least);
  }

  /// Sorts each long run of postings with one unit and one length: those with the most units left
  /// come first, so that [Reach] passes over the others.
  private void sortRuns() {
    for (int unit = 0; unit + 1 < starts.length; unit++) {
      int end = starts[unit + 1];
      for (int from = starts[unit], to; from < end; from = to) {
        for (to = from + 1; to < end && Tail.length(firsts[to]) == Tail.length(firsts[from]); ) {
          to++;
        }
        if (to - from > Reach.BLOCK) {
          sortRun(from, to);
        }
      }
    }
  }

  private void sortRun(int from, int to) {
    long[] order = new long[to - from];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) (Tail.MANY - Tail.left(firsts[from + i])) << 32 | i;
    }
    Arrays.sort(order);
    int[] itsPrompts = Arrays.copyOfRange(postings, from, to);
    long[] itsFirsts = Arrays.copyOfRange(firsts, from, to);
    long[] itsSeconds = Arrays.copyOfRange(seconds, from, to);
    for (int i = 0; i < order.length; i++) {
      int old = (int) order[i];
      postings[from + i] = itsPrompts[old];
      firsts[from + i] = itsFirsts[old];
      seconds[from + i] = itsSeconds[old];
    }
  }

  private int[] shortestFirst() {
    long[] byLength = new long[to - from];
    for (int i = 0; i < byLength.length; i++) {
      byLength[i] = (long) prompts.length(from + i) << 32 | (from + i);
    }
    Arrays.sort(byLength);
    int[] sorted = new int[byLength.length];
    Arrays.setAll(sorted, i -> (int) byLength[i]);
    return sorted;
  }

  private void set(Ranked ranked, int prompt) {
    int start = prompts.start(prompt);
    ranked.set(prompts.units(), start, start + prompts.length(prompt));
  }

  /// Ranks a prompt's units, and returns how many of them it is to be found by.
  private int posted(Ranked ranked, int prompt, Nearest floor) {
    set(ranked, prompt);
    ranked.rank(frequencies);
    long least = floor.leastLength(ranked.length());
    int posted = 0;
    while (posted < ranked.distinct() && ranked.left[posted] >= least) {
      posted++;
    }
    return posted;
  }

  int from() {
    return from;
  }

  int size() {
    return to - from;
  }

  /// Offers every prompt that may be nearer than what is found so far.
  void search(Candidate candidate, Nearest nearest) {
    Ranked ranked = candidate.ranked;
    ranked.rank(frequencies);
    for (int rank = 0; rank < ranked.distinct(); rank++) {
      int left = ranked.left[rank];
      if (!nearest.isReachedBy(left, (long) candidate.length() + left)) {
        return;
      }
      if (ranked.isHeld(rank)) {
        visit(candidate, rank, nearest);
      }
    }
  }

  /// Looks at the prompts that hold the unit of a rank: first at all tails, which lie in order in
  /// memory, then at the units of the few that pass, then at the order of these units.
  private void visit(Candidate candidate, int rank, Nearest nearest) {
    int symbol = candidate.ranked.symbol(rank);
    int begin = starts[symbol];
    int end = starts[symbol + 1];
    if (end - begin > SEARCHED) {
      int n = candidate.length();
      begin = Math.max(begin, reach.boundary(nearest.leastLength(n), begin, end) - Reach.BLOCK);
      long greatest = nearest.greatestLength(n, candidate.ranked.left[rank]);
      end = greatest < Tail.MANY ? reach.boundary(greatest + 1, begin, end) : end;
    }
    int count = sift(candidate, rank, nearest, begin, end);
    count = hold(candidate, candidate.ranked.left[rank], nearest, count);
    int[] passed = candidate.passed(count);
    for (int i = 0; i < count; i++) {
      candidate.compare(prompts, passed[i], nearest);
    }
  }

  /// Gathers the postings whose tails do not keep their prompts out, and returns how many these
  /// are.
  ///
  /// The score reached is rounded down to 1/2¹⁵, so that all fits into an int: that may let through
  /// what [Nearest] keeps out, never the reverse. A candidate too long for that is not sifted.
  private int sift(Candidate candidate, int rank, Nearest nearest, int begin, int end) {
    int[] passed = candidate.passed(end - begin);
    if (candidate.length() > LONGEST) {
      Arrays.setAll(passed, i -> begin + i);
      return end - begin;
    }
    int reached = (int) ((nearest.common() << SCALE) / nearest.total());
    int[] margins = candidate.margins(end - begin);
    int least = reached * candidate.length();
    int count = 0;
    for (int at = begin, to; (at = reach.next(at, end, candidate.length())) < end; at = to) {
      to = reach.endOfRun(at, end, candidate.length());
      margins(margins, candidate.ranked, rank, reached, at, to - at);
      for (int i = 0; i < to - at; i++) {
        passed[count] = at + i;
        count += margins[i] >= least ? 1 : 0;
      }
    }
    return siftAgain(passed, count, candidate.ranked, rank, reached, least);
  }

  /// The same by the second words, which are not looked at where the first ones are enough: half of
  /// the memory that a search reads.
  private int siftAgain(int[] passed, int count, Ranked ranked, int rank, int reached, int least) {
    int left = ranked.left[rank];
    long second = ranked.second[rank];
    long secondOften = ranked.secondOften[rank];
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int posting = passed[i];
      long itsFirst = firsts[posting];
      long itsSecond = seconds[posting];
      int mine =
          left - Long.bitCount(second & ~itsSecond) - Long.bitCount(secondOften & ~itsSecond);
      int its = Tail.left(itsFirst) - Long.bitCount(itsSecond & ~second);
      passed[kept] = posting;
      kept += margin(Math.min(mine, its), Tail.length(itsFirst), reached) >= least ? 1 : 0;
    }
    return kept;
  }

  /// By how much what each prompt may share, by the first words, outweighs its length; beyond all
  /// measure for one of [Tail#MANY] units. This loop is where the time goes: it has no branch, so
  /// that it runs on several postings at a time.
  private void margins(int[] margins, Ranked ranked, int rank, int reached, int begin, int count) {
    long[] firsts = this.firsts;
    int left = ranked.left[rank];
    long first = ranked.first[rank];
    long firstOften = ranked.firstOften[rank];
    long others = Tail.SET & ~first;
    for (int i = 0; i < count; i++) {
      long itsFirst = firsts[begin + i];
      int mine = left - Long.bitCount(first & ~itsFirst) - Long.bitCount(firstOften & ~itsFirst);
      int its = Tail.left(itsFirst) - Long.bitCount(itsFirst & others);
      margins[i] = margin(Math.min(mine, its), Tail.length(itsFirst), reached);
    }
  }

  private static int margin(int shared, int length, int reached) {
    int unknown = (length + 1) >>> Byte.SIZE;
    return (shared << SCALE) - reached * length + (unknown << 30);
  }

  /// Replaces postings by those of their prompts that hold enough of the candidate's units, and
  /// returns how many they are. The one that holds most comes first: what it scores keeps many of
  /// the others out.
  private int hold(Candidate candidate, int left, Nearest nearest, int count) {
    int[] passed = candidate.passed(count);
    int[] units = prompts.units();
    int kept = 0;
    long most = 0;
    long ofBoth = 1;
    for (int i = 0; i < count; i++) {
      int prompt = postings[passed[i]];
      int start = prompts.start(prompt);
      int length = prompts.length(prompt);
      long held = Math.min(left, candidate.held(units, start, start + length));
      long both = (long) candidate.length() + length;
      if (nearest.isReachedBy(held, both, prompt)) {
        passed[kept++] = prompt;
        if (held * ofBoth > most * both) {
          passed[kept - 1] = passed[0];
          passed[0] = prompt;
          most = held;
          ofBoth = both;
        }
      }
    }
    return kept;
  }
}
