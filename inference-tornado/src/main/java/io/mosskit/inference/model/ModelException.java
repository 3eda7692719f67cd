package io.mosskit.inference.model;

import java.io.IOException;

/// The tensors of a checkpoint are not those of a MOSS model: one is missing, or has another shape
/// or type. Reading it again does not help. The message begins with the name of the tensor.
public final class ModelException extends IOException {

  private static final long serialVersionUID = 1L;

  public ModelException(String tensor, String problem) {
    super("tensor " + tensor + ": " + problem);
  }
}
