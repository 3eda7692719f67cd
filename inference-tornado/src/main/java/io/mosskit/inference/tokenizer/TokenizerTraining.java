package io.mosskit.inference.tokenizer;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Learns a small vocabulary from texts and writes it in the layout of MOSS's: bytes, merges,
/// `<|endoftext|>`, runs of blanks and tabs, the five field ends. The same texts in any order give
/// the same files.
///
/// Method: byte-pair encoding (Gage 1994; Sennrich et al. 2016), the most frequent pair first and,
/// of equally frequent ones, the first in the order of their spellings.
public final class TokenizerTraining {

  private static final int MOST_BLANKS = 31;
  private static final int MOST_TABS = 9;
  private static final int LEAST_COUNT = 2;

  /// The pieces of the texts as the tokens that they consist of by now, with their counts.
  private final List<List<String>> pieces = new ArrayList<>();

  private final List<Integer> counts = new ArrayList<>();

  private final Map<Pair, Integer> pairs = new HashMap<>();

  /// In which pieces a pair may stand: those in which it has stood at some time.
  private final Map<Pair, BitSet> places = new HashMap<>();

  private record Pair(String left, String right) implements Comparable<Pair> {

    private static final Comparator<Pair> BY_SPELLING =
        Comparator.comparing(Pair::left).thenComparing(Pair::right);

    @Override
    public int compareTo(Pair other) {
      return BY_SPELLING.compare(this, other);
    }
  }

  private TokenizerTraining(List<String> texts) {
    SortedMap<String, Integer> counted = new TreeMap<>();
    for (String text : texts) {
      char[] characters = text.toCharArray();
      for (int from = 0; from < characters.length; ) {
        int to = PreTokenizer.pieceEnd(characters, from, characters.length);
        counted.merge(text.substring(from, to), 1, Integer::sum);
        from = to;
      }
    }
    counted.forEach(this::add);
  }

  private void add(String piece, int count) {
    pieces.add(spell(piece));
    counts.add(count);
    count(pieces.size() - 1, count);
  }

  /// Writes `vocab.json`, `merges.txt`, `added_tokens.json` and `tokenizer_config.json`.
  ///
  /// @param merges how many merges are learned, fewer where no pair comes twice
  public static void write(Path folder, List<String> texts, int merges) throws IOException {
    List<Pair> learned = new TokenizerTraining(texts).learn(merges);
    List<String> tokens = vocabulary(learned);
    StringBuilder lines = new StringBuilder("#version: 0.2\n");
    learned.forEach(
        pair -> lines.append(pair.left()).append(' ').append(pair.right()).append('\n'));
    write(folder.resolve("merges.txt"), lines.toString());
    write(folder.resolve("vocab.json"), ids(tokens, 0).text() + "\n");
    write(folder.resolve("added_tokens.json"), ids(addedTokens(), tokens.size()).text() + "\n");
    Json.Obj config =
        Json.object()
            .put("tokenizer_class", "MossTokenizer")
            .put("add_prefix_space", false)
            .put("bos_token", AddedToken.END_OF_TEXT)
            .put("eos_token", "<eom>")
            .put("unk_token", AddedToken.END_OF_TEXT)
            .build();
    write(folder.resolve("tokenizer_config.json"), config.text() + "\n");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static Json.Obj ids(List<String> tokens, int first) {
    ObjBuilder ids = Json.object();
    for (int i = 0; i < tokens.size(); i++) {
      ids.put(tokens.get(i), first + i);
    }
    return ids.build();
  }

  private static List<String> vocabulary(List<Pair> merges) {
    Set<String> tokens = new LinkedHashSet<>(); // two merges may make the same token
    for (int rank = 0; rank < 256; rank++) {
      tokens.add(ByteAlphabet.tokenAt(rank));
    }
    merges.forEach(pair -> tokens.add(pair.left() + pair.right()));
    tokens.add(AddedToken.END_OF_TEXT);
    return List.copyOf(tokens);
  }

  private static List<String> addedTokens() {
    List<String> tokens = new ArrayList<>();
    for (int length = MOST_BLANKS; length >= 2; length--) {
      tokens.add(" ".repeat(length));
    }
    for (int length = MOST_TABS; length >= 2; length--) {
      tokens.add("\t".repeat(length));
    }
    tokens.addAll(List.of("<eoh>", "<eom>", "<eot>", "<eoc>", "<eor>"));
    return tokens;
  }

  private static List<String> spell(String piece) {
    List<String> bytes = new ArrayList<>();
    for (byte b : piece.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(ByteAlphabet.tokenOf(b & 0xFF));
    }
    return bytes;
  }

  private List<Pair> learn(int most) {
    List<Pair> learned = new ArrayList<>();
    for (Pair pair = mostFrequent(); pair != null && learned.size() < most; pair = mostFrequent()) {
      merge(pair);
      learned.add(pair);
    }
    return learned;
  }

  /// The pair that comes most often, the first by its spelling of several; null where none comes
  /// twice.
  private @Nullable Pair mostFrequent() {
    Pair best = null;
    int most = LEAST_COUNT;
    for (Map.Entry<Pair, Integer> entry : pairs.entrySet()) {
      int count = entry.getValue();
      boolean ahead = best == null || entry.getKey().compareTo(best) < 0;
      if (count > most || (count == most && ahead)) {
        best = entry.getKey();
        most = count;
      }
    }
    return best;
  }

  /// Adds the pairs of a piece, so many times, or takes them away.
  private void count(int index, int times) {
    List<String> piece = pieces.get(index);
    for (int i = 1; i < piece.size(); i++) {
      Pair pair = new Pair(piece.get(i - 1), piece.get(i));
      pairs.merge(pair, times, (a, b) -> a + b == 0 ? null : a + b);
      places.computeIfAbsent(pair, _ -> new BitSet()).set(index);
    }
  }

  /// Joins a pair wherever it stands and brings the counts of the pairs up to date.
  private void merge(Pair pair) {
    BitSet where = places.getOrDefault(pair, new BitSet());
    for (int index : where.stream().toArray()) {
      count(index, -counts.get(index));
      pieces.set(index, join(pieces.get(index), pair));
      count(index, counts.get(index));
    }
    places.remove(pair);
  }

  private static List<String> join(List<String> piece, Pair pair) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < piece.size(); i++) {
      boolean here =
          i + 1 < piece.size()
              && piece.get(i).equals(pair.left())
              && piece.get(i + 1).equals(pair.right());
      joined.add(here ? pair.left() + pair.right() : piece.get(i));
      i += here ? 1 : 0;
    }
    return joined;
  }
}
