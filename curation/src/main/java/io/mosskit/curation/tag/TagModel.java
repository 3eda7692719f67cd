package io.mosskit.curation.tag;

import io.mosskit.schema.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A trained tagger: of words it tells which of its labels is theirs, and how sure it is. A linear
/// model over runs of one to four characters and a few features of shape. Thread-safe.
public final class TagModel {

  /// What a model says of words.
  ///
  /// @param label the likeliest
  /// @param confidence its calibrated probability
  public record Prediction(String label, double confidence) {}

  private static final int FINGERPRINT_LENGTH = 32;

  private final TrainingFacts facts;
  private final LinearModel model;
  private final double slope;

  TagModel(TrainingFacts facts, LinearModel model, double slope) {
    this.facts = facts;
    this.model = model;
    this.slope = slope;
  }

  /// Learns from examples. The same examples in the same order and the same plan give the same
  /// model, on any number of threads.
  ///
  /// @throws IllegalArgumentException if there are fewer than two labels, or fewer examples than
  ///   folds
  public static TagModel train(List<Example> examples, TrainingPlan plan) {
    CrossValidation validation = CrossValidation.of(examples, plan.folds(), plan.seed(), true);
    List<String> names = CrossValidation.names(examples);
    List<Words> words = examples.stream().map(Example::words).toList();
    int[] labels = examples.stream().mapToInt(it -> names.indexOf(it.label())).toArray();
    TrainingFacts facts =
        TrainingFacts.of(
            plan, names, examples.size(), fingerprint(examples), validation.evaluation());
    LinearModel model = LinearModel.train(words, labels, names.size(), plan.seed());
    return new TagModel(facts, model, validation.slope());
  }

  /// How a model does that is trained on all folds but one and asked for that one.
  ///
  /// @param together whether near-twins lie in one fold
  /// @throws IllegalArgumentException as [#train]
  public static Evaluation crossValidate(
      List<Example> examples, int folds, long seed, boolean together) {
    return CrossValidation.of(examples, folds, seed, together).evaluation();
  }

  /// Reads a model.
  ///
  /// @throws IOException naming the file, what is wrong with it and what to do
  public static TagModel read(Path file) throws IOException {
    return ModelFile.read(Files.readAllBytes(file), file.toString());
  }

  /// Reads a model from a stream, which is named in errors.
  static TagModel read(InputStream in, String name) throws IOException {
    return ModelFile.read(in.readAllBytes(), name);
  }

  /// Writes the model. The file appears under its name when it is whole.
  public void write(Path file) throws IOException {
    ModelFile.write(this, file);
  }

  /// The label of these words.
  public Prediction predict(Words words) {
    double[] probabilities = Calibration.probabilities(model.margins(words), slope);
    int best = Calibration.largest(probabilities);
    return new Prediction(facts.labels().get(best), probabilities[best]);
  }

  /// The label of a dialogue, by the words that the model was trained on.
  public Prediction predict(Conversation conversation) {
    return predict(facts.text().of(conversation));
  }

  /// What is known of its making.
  public TrainingFacts facts() {
    return facts;
  }

  LinearModel linear() {
    return model;
  }

  double slope() {
    return slope;
  }

  private static String fingerprint(List<Example> examples) {
    MessageDigest digest = sha256();
    for (Example example : examples) {
      for (String text :
          List.of(example.label(), example.words().opening(), example.words().whole())) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java platform has it
    }
  }
}
