package io.mosskit.inference.tokenizer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The naive twin of the tokenizer: strings for tokens, a regular expression for pieces, a linear
/// search for the best pair, lists for segments, as published.
final class ReferenceTokenizer {

  static final Pattern PIECES =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, Integer> ordinary = new HashMap<>();
  private final Map<String, Integer> added = new HashMap<>();
  private final Map<List<String>, Integer> ranks = new HashMap<>();
  private final TokenizerMode mode;

  ReferenceTokenizer(Path folder, TokenizerMode mode) throws IOException {
    this.mode = mode;
    GoldenFiles.object(GoldenFiles.json(folder.resolve("vocab.json")))
        .forEach((token, id) -> ordinary.put(token, (Integer) id));
    GoldenFiles.object(GoldenFiles.json(folder.resolve("added_tokens.json")))
        .forEach((token, id) -> added.put(token, (Integer) id));
    added.put("<|endoftext|>", ordinary.get("<|endoftext|>"));
    List<String> lines = Files.readAllLines(folder.resolve("merges.txt"));
    for (String line : lines.subList(1, lines.size())) {
      ranks.put(List.of(line.split(" ")), ranks.size());
    }
  }

  /// A twin of the byte-pair encoding alone.
  ReferenceTokenizer(List<Merge> merges) {
    mode = TokenizerMode.NEWLINE_PRESERVING;
    merges.forEach(merge -> ranks.put(List.of(merge.left(), merge.right()), ranks.size()));
  }

  int[] encode(String text) {
    List<String> segments = split(text);
    if (mode == TokenizerMode.LEGACY) {
      strip(segments);
    }
    List<Integer> ids = new ArrayList<>();
    for (String segment : segments) {
      if (added.containsKey(segment)) {
        ids.add(added.get(segment));
        continue;
      }
      for (Matcher piece = PIECES.matcher(segment); piece.find(); ) {
        merge(spell(piece.group())).forEach(token -> ids.add(ordinary.get(token)));
      }
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The tokens of a piece, given and returned in the byte alphabet.
  List<String> merge(String piece) {
    List<String> word = new ArrayList<>(piece.chars().mapToObj(Character::toString).toList());
    while (true) {
      List<String> best = null;
      for (int i = 0; i + 1 < word.size(); i++) {
        List<String> pair = List.of(word.get(i), word.get(i + 1));
        if (ranks.containsKey(pair) && (best == null || ranks.get(pair) < ranks.get(best))) {
          best = pair;
        }
      }
      if (best == null) {
        return word;
      }
      List<String> merged = new ArrayList<>();
      for (int i = 0; i < word.size(); i++) {
        boolean found = i + 1 < word.size() && word.subList(i, i + 2).equals(best);
        merged.add(found ? word.get(i) + word.get(++i) : word.get(i));
      }
      word = merged;
    }
  }

  private List<String> split(String text) {
    List<String> segments = new ArrayList<>();
    int ordinaryStart = 0;
    for (int i = 0; i < text.length(); ) {
      String longest = "";
      for (String token : added.keySet()) {
        if (token.length() > longest.length() && text.startsWith(token, i)) {
          longest = token;
        }
      }
      if (longest.isEmpty()) {
        i++;
        continue;
      }
      segments.add(text.substring(ordinaryStart, i));
      segments.add(longest);
      i += longest.length();
      ordinaryStart = i;
    }
    segments.add(text.substring(ordinaryStart));
    segments.removeIf(String::isEmpty);
    return segments;
  }

  private void strip(List<String> segments) {
    String blanks = "[\\s\\x1C-\\x1F]+";
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (!added.containsKey(segment) || segment.matches("<eo[hmtcr]>")) {
        continue;
      }
      if (i + 1 < segments.size()) {
        segments.set(i + 1, replaceFirst("^" + blanks, segments.get(i + 1)));
      }
      if (i > 0) {
        segments.set(i - 1, replaceFirst(blanks + "\\z", segments.get(i - 1)));
      }
    }
  }

  private static String replaceFirst(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS).matcher(text).replaceFirst("");
  }

  private static String spell(String piece) {
    StringBuilder spelled = new StringBuilder();
    for (byte b : piece.getBytes(StandardCharsets.UTF_8)) {
      spelled.append(ByteAlphabet.tokenOf(b & 0xFF));
    }
    return spelled.toString();
  }
}
