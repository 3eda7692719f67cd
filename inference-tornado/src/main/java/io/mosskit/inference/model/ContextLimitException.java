package io.mosskit.inference.model;

/// A sequence would become longer than the model reads.
public final class ContextLimitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public ContextLimitException(long wanted, int limit) {
    super(
        "the sequence would have %d tokens, but the model reads at most %d; shorten it, or leave its oldest turns out"
            .formatted(wanted, limit));
  }
}
