package io.mosskit.schema.convert;

import java.util.List;

/// The forms of records, by name.
public final class Codecs {

  /// The names that [#named] knows.
  public static final List<String> NAMES =
      List.of("moss", "messages", "sharegpt", "alpaca", "training-text");

  private Codecs() {}

  /// The codec of that name; training text with the mask of MOSS's own fine-tuning.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Codec named(String name) {
    return switch (name) {
      case "moss" -> moss();
      case "messages" -> messages();
      case "sharegpt" -> shareGpt();
      case "alpaca" -> alpaca();
      case "training-text" -> trainingText(LossMask.ORIGINAL);
      default -> throw new IllegalArgumentException("no form \"" + name + "\"; there are " + NAMES);
    };
  }

  /// MOSS-003 itself.
  public static Codec moss() {
    return new MossCodec();
  }

  /// OpenAI `messages` with `tools` and `tool_calls`.
  public static Codec messages() {
    return new ExactCodec(new MessagesForm());
  }

  /// ShareGPT in the form that LLaMA-Factory reads.
  public static Codec shareGpt() {
    return new ExactCodec(new ShareGptForm());
  }

  /// Alpaca with `system` and `history`.
  public static Codec alpaca() {
    return new ExactCodec(new AlpacaForm());
  }

  /// The text that MOSS is trained on, with the spans that have no loss under that mask.
  public static Codec trainingText(LossMask mask) {
    return new ExactCodec(new TrainingTextForm(mask));
  }
}
