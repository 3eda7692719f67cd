package io.mosskit.generator.rehearsal;

/// What became of a request for a chat completion.
public enum Outcome {
  /// Answered as it should be.
  ANSWERED("200"),
  /// Turned away for now.
  RATE_LIMITED("429"),
  /// Told that the server failed.
  FAILED("500"),
  /// Left without an answer.
  HANG("hang"),
  /// Sent half of its answer.
  TRUNCATED("truncated"),
  /// Sent an answer without choices.
  EMPTY("empty"),
  /// Told that it was no good request.
  REFUSED("refused");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /// The name in a request log.
  public String label() {
    return label;
  }
}
