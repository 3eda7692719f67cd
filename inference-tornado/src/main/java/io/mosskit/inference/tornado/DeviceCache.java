package io.mosskit.inference.tornado;

import io.mosskit.inference.model.KvCache;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of a sequence on the device, and its cache on the processors where some layers are
/// there.
final class DeviceCache implements KvCache {

  private final TornadoBackend owner;
  private final PagePool pool;
  private final @Nullable KvCache rest;
  private final List<Integer> pages = new ArrayList<>();
  private int length;

  DeviceCache(TornadoBackend owner, PagePool pool, @Nullable KvCache rest) {
    this.owner = owner;
    this.pool = pool;
    this.rest = rest;
  }

  boolean belongsTo(TornadoBackend backend) {
    return owner.equals(backend);
  }

  @Nullable KvCache rest() {
    return rest;
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
    if (rest != null) {
      rest.truncate(newLength);
    }
    while (pages.size() > Math.ceilDiv(newLength, Block.PAGE)) {
      pool.giveBack(pages.removeLast());
    }
  }

  @Override
  public void close() {
    truncate(0);
    if (rest != null) {
      rest.close();
    }
  }

  /// How many pages it lacks to hold so many positions.
  int missingPages(int positions) {
    return Math.max(0, Math.ceilDiv(positions, Block.PAGE) - pages.size());
  }

  /// Makes room for tokens that are about to be computed.
  void reserve(int positions) {
    while (pages.size() * Block.PAGE < positions) {
      pages.add(pool.take());
    }
  }

  int page(int index) {
    return pages.get(index);
  }

  int pageCount() {
    return pages.size();
  }

  /// Says that the tokens up to there have been computed.
  void extendTo(int newLength) {
    length = newLength;
  }
}
