package io.mosskit.inference.tornado;

/// What a model computes with, as stages.
interface Program extends AutoCloseable {

  /// Begins the next stage.
  ///
  /// @param name unique
  Stage stage(String name);

  /// Begins a stage that runs after another one, instead of those begun since, or after itself.
  ///
  /// @param name unique
  Stage stageAfter(Stage before, String name);

  /// Gives the device's memory back.
  @Override
  void close();
}
