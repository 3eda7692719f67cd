package io.mosskit.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// Made-up documents with planted pairs of a known similarity, the same for the same arguments.
///
/// Words (34 to 75 a document) or Chinese characters (60 to 150) follow Zipf's law; one document in
/// ten begins with one of 500 stock phrases of eight. A planted pair is a document and its edited
/// copy, both at random places: `s` of the `n` shingles of either are not in the other, so that the
/// Jaccard similarity is exactly (n − s) / (n + s); every pair is checked against the sets of its
/// shingles as strings before it is written. Words are changed inside the text and at its end.
///
/// Arguments: FOLDER [DOCUMENTS] [en|zh] [SEED]. Writes `documents.jsonl` (`id`, `text`) and
/// `pairs.tsv` (two ids, and the similarity).
public final class NearDuplicateCorpus {

  /// One planted pair in this many documents; both halves together are a fifth of the corpus.
  private static final int DOCUMENTS_A_PAIR = 10;

  private static final int WIDTH = 5;

  /// The similarities that are planted: (n − s) / (n + s) with n = `times` · s / `parts`.
  private enum Similarity {
    J95(39, 1),
    J90(19, 1),
    J80(9, 1),
    J75(7, 1),
    J70(17, 3),
    J60(4, 1),
    J50(3, 1);

    private final int times;
    private final int parts;

    Similarity(int times, int parts) {
      this.times = times;
      this.parts = parts;
    }
  }

  private final boolean chinese;
  private final long seed;
  private final int least;
  private final int most;
  private final String[] lexicon;
  private final double[] frequencies;
  private final String[][] phrases = new String[500][8];

  private NearDuplicateCorpus(boolean chinese, long seed) {
    this.chinese = chinese;
    this.seed = seed;
    this.least = chinese ? 60 : 34;
    this.most = chinese ? 150 : 75;
    SplittableRandom random = new SplittableRandom(seed);
    this.lexicon = chinese ? characters(random) : words(random);
    this.frequencies = zipf(lexicon.length);
    for (String[] phrase : phrases) {
      Arrays.setAll(phrase, _ -> unit(random));
    }
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int documents = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    boolean chinese = args.length > 2 && args[2].equals("zh");
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
    new NearDuplicateCorpus(chinese, seed).write(folder, documents);
  }

  private void write(Path folder, int documents) throws IOException {
    int[] places = permutation(documents);
    int planted = documents / DOCUMENTS_A_PAIR * 2;
    int[] slots = new int[documents];
    for (int slot = 0; slot < documents; slot++) {
      slots[places[slot]] = slot;
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("documents.jsonl"))) {
      for (int place = 0; place < documents; place++) {
        int slot = slots[place];
        String[] units =
            slot >= planted
                ? fresh(random(slot), least + random(slot).nextInt(most - least + 1))
                : pair(slot / 2)[slot % 2];
        out.write("{\"id\":\"" + id(place) + "\",\"text\":\"" + text(units) + "\"}\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("pairs.tsv"))) {
      for (int pair = 0; pair < planted / 2; pair++) {
        String[][] both = pair(pair);
        out.write(id(places[2 * pair]) + '\t' + id(places[2 * pair + 1]));
        out.write('\t' + String.valueOf(jaccard(shingles(both[0]), shingles(both[1]))) + '\n');
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d documents, %,d planted pairs, %,d bytes%n",
        documents,
        planted / 2,
        Files.size(folder.resolve("documents.jsonl")));
  }

  private SplittableRandom random(int slot) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + slot);
  }

  private int[] permutation(int size) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      places[i] = places[j];
      places[j] = i;
    }
    return places;
  }

  /// A document and its edited copy.
  private String[][] pair(int number) {
    Similarity similarity = Similarity.values()[number % Similarity.values().length];
    SplittableRandom random = random(-1 - number);
    while (true) {
      int units = least + random.nextInt(most - least + 1);
      int changed = Math.max(1, (units - WIDTH + 1) * similarity.parts / similarity.times);
      changed -= changed % similarity.parts;
      int shingles = changed * similarity.times / similarity.parts;
      if (shingles == 0 || shingles + WIDTH - 1 < least || shingles + WIDTH - 1 > most) {
        continue;
      }
      String[] base = fresh(random, shingles + WIDTH - 1);
      String[] copy = edited(base, changed, random);
      Set<String> left = shingles(base);
      Set<String> right = shingles(copy);
      if (left.size() == shingles
          && right.size() == shingles
          && left.stream().filter(right::contains).count() == shingles - changed) {
        return new String[][] {base, copy};
      }
    }
  }

  /// A copy with other units in it: one inside changes five shingles, one more at the end changes
  /// one.
  private String[] edited(String[] base, int changed, SplittableRandom random) {
    String[] copy = base.clone();
    int inside = random.nextInt(changed / WIDTH + 1);
    int atEnd = changed - WIDTH * inside;
    for (int i = copy.length - atEnd; i < copy.length; i++) {
      copy[i] = unit(random);
    }
    int room = copy.length - atEnd - 2 * (WIDTH - 1);
    for (int i = 0; i < inside; i++) {
      copy[WIDTH - 1 + room * i / inside] = unit(random);
    }
    return copy;
  }

  private String[] fresh(SplittableRandom random, int count) {
    String[] units = new String[count];
    Arrays.setAll(units, _ -> unit(random));
    if (random.nextInt(10) == 0) {
      String[] phrase = phrases[random.nextInt(phrases.length)];
      System.arraycopy(phrase, 0, units, 0, phrase.length);
    }
    return units;
  }

  private static Set<String> shingles(String[] units) {
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + WIDTH <= units.length; i++) {
      shingles.add(String.join(" ", List.of(units).subList(i, i + WIDTH)));
    }
    return shingles;
  }

  private static double jaccard(Set<String> left, Set<String> right) {
    long shared = left.stream().filter(right::contains).count();
    return (double) shared / (left.size() + right.size() - shared);
  }

  private String text(String[] units) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < units.length; i++) {
      text.append(units[i]);
      boolean last = i + 1 == units.length;
      if (chinese) {
        text.append(last ? "。" : i % 12 == 11 ? "，" : "");
      } else {
        text.append(last ? "." : i % 15 == 14 ? ", " : " ");
      }
    }
    return text.toString();
  }

  private static String id(int place) {
    return String.format(Locale.ROOT, "d%07d", place);
  }

  private String unit(SplittableRandom random) {
    int found = Arrays.binarySearch(frequencies, random.nextDouble());
    return lexicon[Math.min(lexicon.length - 1, found < 0 ? -found - 1 : found)];
  }

  private static double[] zipf(int size) {
    double[] sums = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + 2.7);
      sums[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      sums[i] /= sum;
    }
    return sums;
  }

  /// Pronounceable words, the frequent ones shorter.
  private static String[] words(SplittableRandom random) {
    String onsets = "bcdfghjklmnprstvwz";
    String vowels = "aeiou";
    Set<String> words = new HashSet<>();
    String[] lexicon = new String[30_000];
    for (int rank = 0; rank < lexicon.length; rank++) {
      String word;
      do {
        StringBuilder next = new StringBuilder();
        int syllables = 1 + random.nextInt(2) + (rank > 50 ? 1 : 0) + (rank > 1000 ? 1 : 0);
        for (int i = 0; i < syllables; i++) {
          next.append(onsets.charAt(random.nextInt(onsets.length())));
          next.append(vowels.charAt(random.nextInt(vowels.length())));
          next.append(random.nextInt(4) == 0 ? "n" : "");
        }
        word = next.toString();
      } while (!words.add(word));
      lexicon[rank] = word;
    }
    return lexicon;
  }

  private static String[] characters(SplittableRandom random) {
    Set<String> characters = new HashSet<>();
    String[] lexicon = new String[3_500];
    for (int rank = 0; rank < lexicon.length; rank++) {
      String character;
      do {
        character = String.valueOf((char) (0x4E00 + random.nextInt(6_000)));
      } while (!characters.add(character));
      lexicon[rank] = character;
    }
    return lexicon;
  }
}
