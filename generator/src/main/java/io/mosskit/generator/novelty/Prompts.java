package io.mosskit.generator.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All prompts in the order in which they were added: ids, and units in one array.
final class Prompts {

  private final List<String> ids = new ArrayList<>();
  private int[] units = new int[1 << 10];
  private int[] starts = new int[1 << 7];

  void add(String id, int[] symbols) {
    int size = ids.size();
    int end = Math.addExact(starts[size], symbols.length);
    if (end > units.length) {
      units = Arrays.copyOf(units, Math.max(end, units.length + (units.length >> 1)));
    }
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length + (starts.length >> 1));
    }
    System.arraycopy(symbols, 0, units, starts[size], symbols.length);
    starts[size + 1] = end;
    ids.add(id);
  }

  int size() {
    return ids.size();
  }

  String id(int prompt) {
    return ids.get(prompt);
  }

  /// The array in which the units of all prompts stand one after another.
  int[] units() {
    return units;
  }

  /// Where a prompt's units begin; they end where the next one's begin.
  int start(int prompt) {
    return starts[prompt];
  }

  int length(int prompt) {
    return starts[prompt + 1] - starts[prompt];
  }
}
