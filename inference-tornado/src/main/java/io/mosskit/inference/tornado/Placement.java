package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.LayerWeights;
import io.mosskit.inference.model.MossWeights;
import java.util.Locale;

/// How much of a model is on the device.
///
/// @param layers the layers that are there, from the first on; the output layer is there if all are
/// @param of how many layers there are
/// @param bytes what they take there, with keys, values and what is computed with
/// @param wanted what all of them would take
public record Placement(int layers, int of, long bytes, long wanted) {

  /// Places as many layers as fit.
  ///
  /// @param pages of keys and values in all
  static Placement of(MossWeights weights, long memory, int blockRows, long pages) {
    MossConfig config = weights.config();
    long fixed =
        DeviceArrays.bytes(weights.embedding()) + DeviceModel.workingBytes(config, blockRows);
    long cache = 2L * pages * Block.PAGE * config.nEmbd() * Float.BYTES;
    long bytes = fixed;
    int fitting = 0;
    long wanted = fixed + DeviceMatrix.bytes(weights.head());
    boolean fits = true;
    for (LayerWeights layer : weights.layers()) {
      long own = bytes(layer) + cache;
      wanted += own;
      fits &= bytes + own <= memory;
      if (fits) {
        bytes += own;
        fitting++;
      }
    }
    if (wanted <= memory) {
      return new Placement(config.nLayer(), config.nLayer(), wanted, wanted);
    }
    if (fitting == config.nLayer()) { // all but the output layer fit: it takes the last one along
      fitting--;
    }
    return new Placement(fitting, config.nLayer(), fitting == 0 ? 0 : bytes, wanted);
  }

  private static long bytes(LayerWeights layer) {
    return DeviceMatrix.bytes(layer.queryKeyValue())
        + DeviceMatrix.bytes(layer.attentionOut())
        + DeviceMatrix.bytes(layer.feedIn())
        + DeviceMatrix.bytes(layer.feedOut());
  }

  /// Whether all of the model is on the device.
  public boolean whole() {
    return layers == of;
  }

  /// For people.
  @Override
  public String toString() {
    String where =
        whole()
            ? "all %d layers on the device".formatted(of)
            : "%d of %d layers on the device, the others and the output layer on the processors"
                .formatted(layers, of);
    return "%s (%s of the %s that all take)".formatted(where, gigabytes(bytes), gigabytes(wanted));
  }

  /// Bytes, for people.
  static String gigabytes(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
