package io.mosskit.inference.sampling;

import io.mosskit.inference.sampling.SamplingSettings.Order;
import java.time.Duration;

/// What the published programs do when nothing else is asked. Source: MOSS reference, section E.1.
public enum Preset {
  /// `moss_inference.py`.
  MOSS_INFERENCE(
      new SamplingSettings(Order.MOSS_INFERENCE, 0.7, 0, 0.8, 1.02, 1, 512),
      TokenLimits.newTokens(512).within(Duration.ofSeconds(60))),
  /// The snippets of the README, top-k by a default of transformers that they do not show.
  README(transformers(0.7, 50, 0.8, 1.02), TokenLimits.newTokens(256)),
  /// `moss_cli_demo.py`.
  CLI_DEMO(transformers(0.7, 40, 0.8, 1.02), TokenLimits.inAll(2048)),
  /// `moss_api_demo.py`.
  API_DEMO(transformers(0.7, 40, 0.8, 1.02), TokenLimits.inAll(2048)),
  /// `moss_gui_demo.py`, which has no repetition penalty.
  GRADIO(transformers(0.7, 40, 0.8, 1), TokenLimits.inAll(2048)),
  /// `moss_web_demo_streamlit.py`, whose temperature has no effect since it never samples.
  STREAMLIT(
      transformers(0, 0, 1, 1.02), TokenLimits.newTokens(512).within(Duration.ofSeconds(60))),
  /// `moss_cli_demo_jittor.py`.
  JITTOR(transformers(0.7, 40, 0.8, 1), TokenLimits.inAll(2048)),
  /// MOSS Vortex.
  VORTEX(transformers(1, 0, 0.92, 1.1), TokenLimits.newTokens(512));

  private final SamplingSettings settings;
  private final TokenLimits limits;

  Preset(SamplingSettings settings, TokenLimits limits) {
    this.settings = settings;
    this.limits = limits;
  }

  private static SamplingSettings transformers(
      double temperature, int topK, double topP, double penalty) {
    return new SamplingSettings(Order.TRANSFORMERS, temperature, topK, topP, penalty, 1, 0);
  }

  /// How it draws.
  public SamplingSettings settings() {
    return settings;
  }

  /// How much it writes.
  public TokenLimits limits() {
    return limits;
  }
}
