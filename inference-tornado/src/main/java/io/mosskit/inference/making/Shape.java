package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.MossConfig;

/// Sizes of models worth making, with the name that a user says.
public enum Shape {
  /// The published 16.7 B models.
  MOSS_16B("moss-16b"),
  /// One block of them and a small vocabulary: what a layer costs at full width.
  ONE_LAYER("one-layer"),
  /// 0.35 B parameters, a size that other programs have been measured with.
  SMALL("0.35b"),
  /// A few MB, for trying things out.
  TINY("tiny");

  private final String label;

  Shape(String label) {
    this.label = label;
  }

  /// The name that a user says.
  public String label() {
    return label;
  }

  /// The sizes of a model that is not packed. The tokens that begin and end are 0 where the shape
  /// is not a published one's, whose tokenizer says them.
  public MossConfig config() {
    return switch (this) {
      case MOSS_16B ->
          new MossConfig(107008, 2048, 6144, 34, 24, 24576, 64, 1e-5, 106028, 106068, 32, 128);
      case ONE_LAYER -> new MossConfig(2304, 2048, 6144, 1, 24, 24576, 64, 1e-5, 0, 0, 32, 128);
      case SMALL -> new MossConfig(51200, 2048, 1024, 20, 16, 4096, 32, 1e-5, 0, 0, 32, 128);
      case TINY -> new MossConfig(2304, 2048, 128, 4, 4, 512, 16, 1e-5, 0, 0, 32, 128);
    };
  }
}
