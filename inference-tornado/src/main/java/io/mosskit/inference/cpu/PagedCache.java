package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.KvCache;
import java.util.ArrayList;
import java.util.List;

/// Keys and values in pages of [#PAGE] positions, so that a short sequence takes little memory and
/// a long one is never copied. A page holds, for each layer and head, what [OuterTile] multiplies
/// with: strips of positions, of whose keys the first dimension comes first, then the second; and
/// strips of dimensions, of whose values those of the first position come first.
final class PagedCache implements KvCache {

  /// Positions of a page; a multiple of [OuterTile#STRIP].
  static final int PAGE = 256;

  /// The numbers of one strip of the values of a head.
  static final int STRIP_SIZE = PAGE * OuterTile.STRIP;

  private final CpuBackend owner;
  private final CachePrecision precision;
  private final int layers;
  private final int size;
  private final int strips;
  private final int heads;
  private final List<Page> pages = new ArrayList<>();
  private int length;

  PagedCache(CpuBackend owner, MossConfig config, CachePrecision precision) {
    this.owner = owner;
    this.precision = precision;
    layers = config.nLayer();
    heads = config.nHead();
    size = config.headSize();
    strips = Math.ceilDiv(config.headSize(), OuterTile.STRIP);
  }

  boolean belongsTo(CpuBackend backend) {
    return owner == backend;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void truncate(int newLength) {
    if (newLength < 0 || newLength > length) {
      throw new IllegalArgumentException(
          "%d tokens cannot remain of %d".formatted(newLength, length));
    }
    length = newLength;
    pages.subList(Math.ceilDiv(newLength, PAGE), pages.size()).clear();
  }

  @Override
  public void close() {
    truncate(0);
  }

  /// Makes room for tokens that are about to be computed.
  void reserve(int positions) {
    while (pages.size() * PAGE < positions) {
      pages.add(Page.of(precision, layers, heads * PAGE * size, heads * strips * STRIP_SIZE));
    }
  }

  /// Says that the tokens up to there have been computed.
  void extendTo(int newLength) {
    length = newLength;
  }

  void putKey(int layer, int head, int position, float[] from, int at) {
    int which = position % OuterTile.STRIP;
    int to = head * PAGE * size + (position % PAGE - which) * size + which;
    page(position).spread(2 * layer, to, OuterTile.STRIP, from, at, size);
  }

  void putValue(int layer, int head, int position, float[] from, int at, int n) {
    int row = head * strips * STRIP_SIZE + position % PAGE * OuterTile.STRIP;
    for (int k = 0; k < n; k += OuterTile.STRIP) {
      int to = row + k / OuterTile.STRIP * STRIP_SIZE;
      page(position).put(2 * layer + 1, to, from, at + k, Math.min(OuterTile.STRIP, n - k));
    }
  }

  /// The keys of a head in one page, in strips of [#keyStripSize], from [#keysFrom] on.
  ///
  /// @param n how many positions are needed
  /// @param scratch where they are converted, unless they are floats already
  float[] keys(int layer, int page, int head, int n, float[] scratch) {
    int numbers = Math.ceilDiv(n, OuterTile.STRIP) * keyStripSize();
    return pages.get(page).read(2 * layer, head * PAGE * size, numbers, scratch);
  }

  /// The numbers of one strip of the keys of a head.
  int keyStripSize() {
    return OuterTile.STRIP * size;
  }

  /// The values of a head in one page, in strips of [#STRIP_SIZE], from [#valuesFrom] on.
  float[] values(int layer, int page, int head, float[] scratch) {
    int n = strips * STRIP_SIZE;
    return pages.get(page).read(2 * layer + 1, head * n, n, scratch);
  }

  /// Where the keys of a head begin in what [#keys] returns.
  int keysFrom(int head) {
    return precision == CachePrecision.FP32 ? head * PAGE * size : 0;
  }

  /// Where the values of a head begin in what [#values] returns.
  int valuesFrom(int head) {
    return precision == CachePrecision.FP32 ? head * strips * STRIP_SIZE : 0;
  }

  private Page page(int position) {
    return pages.get(position / PAGE);
  }
}
