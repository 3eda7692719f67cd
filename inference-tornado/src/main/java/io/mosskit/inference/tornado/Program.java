package io.mosskit.inference.tornado;

/// What a model computes with, as stages.
interface Program extends AutoCloseable {

  /// Begins the next stage.
  ///
  /// @param name unique
  Stage stage(String name);

  /// Gives the device's memory back.
  @Override
  void close();
}
