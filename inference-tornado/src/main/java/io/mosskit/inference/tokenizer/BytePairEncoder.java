package io.mosskit.inference.tokenizer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Byte-pair encoding of ordinary text. Immutable but for its cache, and shared by all threads.
final class BytePairEncoder {

  private final int[] byteIds;
  private final MergeTable merges;
  private final PieceCache cache = new PieceCache();

  /// `byteIds[b]` is the id of the token that is the one byte `b`.
  BytePairEncoder(int[] byteIds, MergeTable merges) {
    this.byteIds = byteIds.clone();
    this.merges = merges;
  }

  /// The encoding of one text: its output and its working memory.
  Run newRun(char[] text) {
    return new Run(text);
  }

  /// One thread's encoding of one text, stretch by stretch.
  final class Run {

    private final char[] text;
    private final IdBuffer out;
    private @Nullable PieceMerger merger;

    private Run(char[] text) {
      this.text = text;
      this.out = new IdBuffer(text.length / 2 + 8);
    }

    /// Appends one id as it is.
    void add(int id) {
      out.add(id);
    }

    /// Appends the ids of the ordinary text `[from, to)`.
    void encode(int from, int to) {
      for (int start = from; start < to; ) {
        int end = PreTokenizer.pieceEnd(text, start, to);
        encodePiece(start, end);
        start = end;
      }
    }

    /// All the ids appended.
    int[] ids() {
      return out.copyFrom(0);
    }

    private void encodePiece(int from, int to) {
      if (to - from > PieceCache.LONGEST_PIECE) {
        mergePiece(from, to);
        return;
      }
      int slot = cache.slotOf(text, from, to);
      int[] known = cache.get(slot, text, from, to);
      if (known != null) {
        out.addAll(known);
        return;
      }
      int before = out.size();
      mergePiece(from, to);
      cache.put(slot, Arrays.copyOfRange(text, from, to), out.copyFrom(before));
    }

    private void mergePiece(int from, int to) {
      if (merger == null) {
        merger = new PieceMerger(merges);
      }
      for (int i = from; i < to; ) {
        int codePoint = Character.codePointAt(text, i, to);
        i += Character.charCount(codePoint);
        // An unpaired surrogate has no bytes in UTF-8.
        addBytes(codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint, merger);
      }
      merger.mergeInto(out);
    }
  }

  /// Adds the tokens of the bytes of a character in UTF-8.
  private void addBytes(int codePoint, PieceMerger merger) {
    if (codePoint < 0x80) {
      merger.add(byteIds[codePoint]);
    } else if (codePoint < 0x800) {
      merger.add(byteIds[0xC0 | (codePoint >> 6)]);
      merger.add(continuation(codePoint));
    } else if (codePoint < 0x10000) {
      merger.add(byteIds[0xE0 | (codePoint >> 12)]);
      merger.add(continuation(codePoint >> 6));
      merger.add(continuation(codePoint));
    } else {
      merger.add(byteIds[0xF0 | (codePoint >> 18)]);
      merger.add(continuation(codePoint >> 12));
      merger.add(continuation(codePoint >> 6));
      merger.add(continuation(codePoint));
    }
  }

  private int continuation(int bits) {
    return byteIds[0x80 | (bits & 0x3F)];
  }
}
