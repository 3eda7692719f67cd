package io.mosskit.inference.checkpoint.writing;

/// The layouts in which weights are written.
public enum WeightFormat {
  /// `model.safetensors`: read by every current program.
  SAFETENSORS("model", ".safetensors", "model.safetensors.index.json"),
  /// `pytorch_model.bin`, as `torch.save` writes it: how MOSS was published, and the only layout
  /// that its own programs read.
  TORCH("pytorch_model", ".bin", "pytorch_model.bin.index.json");

  private final String stem;
  private final String ending;
  private final String index;

  WeightFormat(String stem, String ending, String index) {
    this.stem = stem;
    this.ending = ending;
    this.index = index;
  }

  /// The name of one of so many files, counted from 1.
  String file(int number, int files) {
    return files == 1 ? stem + ending : "%s-%05d-of-%05d%s".formatted(stem, number, files, ending);
  }

  /// The name of the table that says which tensor is in which file.
  String index() {
    return index;
  }
}
