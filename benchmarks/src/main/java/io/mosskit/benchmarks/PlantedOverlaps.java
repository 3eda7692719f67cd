package io.mosskit.benchmarks;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Made-up evaluation items and dialogues, half English, half Chinese, and stretches of the items
/// planted in the dialogues. Words and characters follow Zipf's law; the same for the same seed.
final class PlantedOverlaps {
  private static final int WORDS = 30_000;
  private static final int CHARACTERS = 4_000;
  private static final List<String> ENGLISH_BETWEEN =
      List.of(" ", " ", " ", ", ", ". ", "\n", " — ", " (", "; ");
  private static final List<String> CHINESE_BETWEEN =
      List.of("", "", "", "", "，", "。", "\n", " ", "“", "、");

  private final Random random;
  private final double[] words = zipf(WORDS);
  private final double[] characters = zipf(CHARACTERS);

  PlantedOverlaps(long seed) {
    this.random = new Random(seed);
  }

  /// What is planted where.
  ///
  /// @param turn the number of the turn
  /// @param inReply in the reply, not in the user's words
  record Place(int turn, boolean inReply) {}

  /// A dialogue and the place of the stretch in it.
  record Planted(Conversation dialogue, Place place) {}

  private static double[] zipf(int size) {
    double[] sums = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + 5);
      sums[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      sums[i] /= sum;
    }
    return sums;
  }

  private int draw(double[] sums) {
    int found = Arrays.binarySearch(sums, random.nextDouble());
    return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
  }

  /// Whether the item or dialogue of that number is Chinese.
  static boolean isChinese(int number) {
    return number % 2 == 1;
  }

  private String unit(boolean chinese) {
    return chinese
        ? String.valueOf((char) ('一' + draw(characters)))
        : "w" + Integer.toString(draw(words), Character.MAX_RADIX);
  }

  private String unitOtherThan(String other, boolean chinese) {
    String unit = unit(chinese);
    while (unit.equals(other)) {
      unit = unit(chinese);
    }
    return unit;
  }

  private List<String> units(boolean chinese, int count) {
    List<String> units = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      units.add(unit(chinese));
    }
    return units;
  }

  /// An item: a question of 25 to 60 units.
  List<String> item(int number) {
    return units(isChinese(number), 25 + random.nextInt(36));
  }

  /// The units as a text with punctuation.
  String text(List<String> units, boolean chinese) {
    StringBuilder text = new StringBuilder();
    List<String> between = chinese ? CHINESE_BETWEEN : ENGLISH_BETWEEN;
    for (String unit : units) {
      text.append(unit).append(between.get(random.nextInt(between.size())));
    }
    return text.toString();
  }

  /// A dialogue of one to four turns.
  Conversation dialogue(String id, int number) {
    return dialogue(id, turns(isChinese(number)), isChinese(number));
  }

  private List<List<String>> turns(boolean chinese) {
    List<List<String>> fields = new ArrayList<>();
    for (int turn = 1 + random.nextInt(4); turn > 0; turn--) {
      fields.add(units(chinese, 8 + random.nextInt(40)));
      fields.add(units(chinese, 30 + random.nextInt(150)));
    }
    return fields;
  }

  private Conversation dialogue(String id, List<List<String>> fields, boolean chinese) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 2) {
      turns.add(
          Turn.plain(i / 2 + 1, text(fields.get(i), chinese), text(fields.get(i + 1), chinese)));
    }
    return Conversation.of(id, MetaInstruction.plain(), turns);
  }

  /// A dialogue with so many units of the item, in other case, width and punctuation.
  Planted planted(String id, int number, List<String> item, int count) {
    int from = random.nextInt(item.size() - count + 1);
    List<String> stretch = item.subList(from, from + count);
    return plant(id, number, stretch, "", "");
  }

  /// A dialogue with twelve units of the item in a row, and no more: the unit before and the unit
  /// after are others. In every other one twelve units of the item follow behind the one that is
  /// another.
  Planted nearMiss(String id, int number, List<String> item) {
    boolean chinese = isChinese(number);
    boolean changed = number % 4 < 2;
    int length = changed ? 25 : 12;
    int from = random.nextInt(item.size() - length + 1);
    List<String> stretch = new ArrayList<>(item.subList(from, from + length));
    if (changed) {
      stretch.set(12, unitOtherThan(stretch.get(12), chinese));
    }
    String before = from == 0 ? "" : item.get(from - 1);
    String after = from + length == item.size() ? "" : item.get(from + length);
    return plant(id, number, stretch, before, after);
  }

  private Planted plant(
      String id, int number, List<String> stretch, String notBefore, String notAfter) {
    boolean chinese = isChinese(number);
    List<List<String>> fields = turns(chinese);
    int field = random.nextInt(fields.size());
    List<String> units = fields.get(field);
    int at = random.nextInt(units.size() + 1);
    if (at > 0) {
      units.set(at - 1, unitOtherThan(notBefore, chinese));
    }
    if (at < units.size()) {
      units.set(at, unitOtherThan(notAfter, chinese));
    }
    units.addAll(at, stretch.stream().map(this::disguised).toList());
    return new Planted(dialogue(id, fields, chinese), new Place(field / 2 + 1, field % 2 == 1));
  }

  private String disguised(String unit) {
    return switch (random.nextInt(3)) {
      case 0 -> unit.toUpperCase(Locale.ROOT);
      case 1 ->
          unit.chars()
              .map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      default -> unit;
    };
  }
}
