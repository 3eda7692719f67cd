package io.mosskit.inference.sampling;

import io.mosskit.inference.sampling.SamplingSettings.Order;
import java.time.Duration;

/// What the published programs do when nothing else is asked. Source: MOSS reference, section E.1.
public enum Preset {
  /// `moss_inference.py`.
  MOSS_INFERENCE,
  /// The snippets of the README, top-k by a default of transformers that they do not show.
  README,
  /// `moss_cli_demo.py`.
  CLI_DEMO,
  /// `moss_api_demo.py`.
  API_DEMO,
  /// `moss_gui_demo.py`, which has no repetition penalty.
  GRADIO,
  /// `moss_web_demo_streamlit.py`, whose temperature has no effect since it never samples.
  STREAMLIT,
  /// `moss_cli_demo_jittor.py`.
  JITTOR,
  /// MOSS Vortex.
  VORTEX;

  /// How it draws.
  public SamplingSettings settings() {
    return switch (this) {
      case MOSS_INFERENCE -> new SamplingSettings(Order.MOSS_INFERENCE, 0.7, 0, 0.8, 1.02, 1, 512);
      case README -> transformers(0.7, 50, 0.8, 1.02);
      case CLI_DEMO, API_DEMO -> transformers(0.7, 40, 0.8, 1.02);
      case GRADIO, JITTOR -> transformers(0.7, 40, 0.8, 1);
      case STREAMLIT -> transformers(0, 0, 1, 1.02);
      case VORTEX -> transformers(1, 0, 0.92, 1.1);
    };
  }

  private static SamplingSettings transformers(
      double temperature, int topK, double topP, double penalty) {
    return new SamplingSettings(Order.TRANSFORMERS, temperature, topK, topP, penalty, 1, 0);
  }

  /// How much it writes.
  public TokenLimits limits() {
    return switch (this) {
      case MOSS_INFERENCE, STREAMLIT -> TokenLimits.newTokens(512).within(Duration.ofSeconds(60));
      case README -> TokenLimits.newTokens(256);
      case CLI_DEMO, API_DEMO, GRADIO, JITTOR -> TokenLimits.inAll(2048);
      case VORTEX -> TokenLimits.newTokens(512);
    };
  }
}
