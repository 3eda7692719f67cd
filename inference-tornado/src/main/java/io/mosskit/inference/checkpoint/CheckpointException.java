package io.mosskit.inference.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/// A file of a model is missing, broken, hostile or contradicts another one. Reading it again does
/// not help. The message begins with the file (`model.safetensors: tensor lm_head.bias: …`).
public final class CheckpointException extends IOException {

  public CheckpointException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
