package io.mosskit.inference.cpu;

import io.mosskit.inference.model.Chunk;
import java.util.ArrayList;
import java.util.List;

/// Cuts chunks of any length into blocks of rows.
final class Cursor {

  private final List<Chunk> chunks;
  private int chunk;
  private int token;

  Cursor(List<Chunk> chunks) {
    this.chunks = chunks;
  }

  /// Consecutive tokens of a chunk.
  record Piece(Chunk chunk, int chunkIndex, int from, int rows) {

    /// Whether the chunk's last token is among them.
    boolean endsChunk() {
      return from + rows == chunk.ids().length;
    }
  }

  boolean atEnd() {
    return chunk == chunks.size();
  }

  /// The next pieces, of so many tokens at most altogether.
  List<Piece> next(int most) {
    List<Piece> pieces = new ArrayList<>();
    int room = most;
    while (room > 0 && !atEnd()) {
      Chunk current = chunks.get(chunk);
      int rows = Math.min(room, current.ids().length - token);
      pieces.add(new Piece(current, chunk, token, rows));
      room -= rows;
      token += rows;
      if (token == current.ids().length) {
        chunk++;
        token = 0;
      }
    }
    return pieces;
  }
}
