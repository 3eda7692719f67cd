package io.mosskit.curation.duplicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// Texts in Chinese, English or both, many of them edited copies of earlier ones, so that their
/// similarities are spread over the whole range.
public final class RandomTexts {

  /// How the texts are written.
  public enum Script {
    ZH,
    EN,
    MIXED
  }

  private final SplittableRandom random;
  private final Script script;

  public RandomTexts(Script script, long seed) {
    this.script = script;
    this.random = new SplittableRandom(seed);
  }

  public List<String> draw(int count, int units) {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean copy = i > 0 && random.nextInt(3) > 0;
      texts.add(copy ? edited(texts.get(random.nextInt(i))) : fresh(units));
    }
    return texts.stream().map(this::written).toList();
  }

  private List<String> fresh(int units) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      text.add(unit());
    }
    return text;
  }

  private List<String> edited(List<String> text) {
    List<String> copy = new ArrayList<>(text);
    for (int edits = random.nextInt(5); edits > 0; edits--) {
      int at = random.nextInt(copy.size());
      switch (random.nextInt(4)) {
        case 0 -> copy.set(at, unit());
        case 1 -> copy.add(at, unit());
        case 2 -> Collections.swap(copy, at, random.nextInt(copy.size()));
        default -> copy.remove(at);
      }
    }
    return copy.isEmpty() ? fresh(3) : copy;
  }

  private String unit() {
    boolean han =
        switch (script) {
          case ZH -> true;
          case EN -> false;
          case MIXED -> random.nextBoolean();
        };
    return han
        ? Character.toString(0x4E00 + random.nextInt(2000))
        : Long.toString(26 + random.nextLong(20_000), 26);
  }

  /// With blanks and punctuation that must not matter.
  private String written(List<String> units) {
    StringBuilder text = new StringBuilder();
    for (String unit : units) {
      text.append(random.nextInt(6) == 0 ? ", " : " ").append(unit);
    }
    return text.toString();
  }
}
