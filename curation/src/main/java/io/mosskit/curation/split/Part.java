package io.mosskit.curation.split;

import java.util.Locale;

/// A part of a corpus, by what it is for.
public enum Part {
  TRAIN,
  VALIDATION,
  TEST;

  /// The name that trainers and the Hugging Face Hub use: `validation`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The file of the part in a folder.
  public String file() {
    return label() + ".jsonl";
  }
}
