package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.KvCache;
import java.util.ArrayList;
import java.util.List;

/// Keys and values in pages of [#PAGE] positions, so that a short sequence takes little memory and
/// a long one is never copied. A page holds, for each layer and head, its positions one after the
/// other, each padded with zeros to whole vectors.
final class PagedCache implements KvCache {

  /// Positions of a page; a multiple of 16.
  static final int PAGE = 256;

  private final CpuBackend owner;
  private final CachePrecision precision;
  private final int layers;
  private final int stride;
  private final int pageSize;
  private final List<Page> pages = new ArrayList<>();
  private int length;

  PagedCache(CpuBackend owner, MossConfig config, CachePrecision precision) {
    this.owner = owner;
    this.precision = precision;
    layers = config.nLayer();
    stride = Lanes.padded(config.headSize());
    pageSize = config.nHead() * PAGE * stride;
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
  }

  @Override
  public void close() {
    length = 0;
    pages.clear();
  }

  /// Makes room for tokens that are about to be computed.
  void reserve(int positions) {
    while (pages.size() * PAGE < positions) {
      pages.add(Page.of(precision, 2 * layers, pageSize));
    }
  }

  /// Says that the tokens up to there have been computed.
  void extendTo(int newLength) {
    length = newLength;
  }

  void putKey(int layer, int head, int position, float[] from, int at, int n) {
    page(position).put(2 * layer, offset(head, position), from, at, n);
  }

  void putValue(int layer, int head, int position, float[] from, int at, int n) {
    page(position).put(2 * layer + 1, offset(head, position), from, at, n);
  }

  /// The keys of a head in one page, [PAGE, stride], from [#pageOffset] on.
  ///
  /// @param n how many positions are needed
  /// @param scratch where they are converted, unless they are floats already
  float[] keys(int layer, int page, int head, int n, float[] scratch) {
    return pages.get(page).read(2 * layer, pageOffset(head, true), n * stride, scratch);
  }

  /// The values likewise.
  float[] values(int layer, int page, int head, int n, float[] scratch) {
    return pages.get(page).read(2 * layer + 1, pageOffset(head, true), n * stride, scratch);
  }

  /// Where the positions of a head begin in what [#keys] and [#values] return.
  int pageOffset(int head) {
    return pageOffset(head, precision == CachePrecision.FP32);
  }

  private int pageOffset(int head, boolean inPlace) {
    return inPlace ? head * PAGE * stride : 0;
  }

  private Page page(int position) {
    return pages.get(position / PAGE);
  }

  private int offset(int head, int position) {
    return (head * PAGE + position % PAGE) * stride;
  }
}
