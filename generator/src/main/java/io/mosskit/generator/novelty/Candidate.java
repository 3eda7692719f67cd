package io.mosskit.generator.novelty;

/// A prompt that is being judged, and the room that judging it takes. One a thread.
final class Candidate {

  private final LongestCommonSubsequence subsequence = new LongestCommonSubsequence();
  private int[] margins = new int[64];
  private int[] passed = new int[64];
  private int length;

  final Ranked ranked = new Ranked();

  void set(int[] units, int vocabulary) {
    length = units.length;
    ranked.set(units, 0, length);
    subsequence.set(units, vocabulary);
  }

  int length() {
    return length;
  }

  /// Room for a number for each of so many postings.
  int[] margins(int room) {
    if (room > margins.length) {
      margins = new int[room + (room >> 1)];
    }
    return margins;
  }

  /// Room for so many postings or prompts that may be near; what stands there may get lost.
  int[] passed(int room) {
    if (room > passed.length) {
      passed = new int[room + (room >> 1)];
    }
    return passed;
  }

  /// The most units that a prompt can share: as many of its units as this one holds, too.
  int held(int[] units, int start, int end) {
    return subsequence.held(units, start, end);
  }

  /// Compares with a prompt, by its units alone where these already keep it out.
  void compare(Prompts prompts, int prompt, Nearest nearest) {
    int start = prompts.start(prompt);
    int its = prompts.length(prompt);
    int both = length + its;
    if (nearest.isReachedBy(held(prompts.units(), start, start + its), both, prompt)) {
      nearest.offer(prompt, subsequence.with(prompts.units(), start, start + its), both);
    }
  }
}
