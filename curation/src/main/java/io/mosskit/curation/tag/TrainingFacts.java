package io.mosskit.curation.tag;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a model says about its making, as it stands in its file.
///
/// @param plan how it was trained
/// @param labels what it can say
/// @param examples how many it has learned from
/// @param fingerprint of the examples; another text, label or order has another
/// @param macroF1 measured by cross-validation on the examples
/// @param accuracy likewise
/// @param calibrationError likewise
public record TrainingFacts(
    TrainingPlan plan,
    List<String> labels,
    long examples,
    String fingerprint,
    double macroF1,
    double accuracy,
    double calibrationError) {

  public TrainingFacts {
    labels = List.copyOf(labels);
  }

  static TrainingFacts of(
      TrainingPlan plan,
      List<String> labels,
      long examples,
      String fingerprint,
      Evaluation evaluation) {
    return new TrainingFacts(
        plan,
        labels,
        examples,
        fingerprint,
        Decimals.rounded(evaluation.macroF1()),
        Decimals.rounded(evaluation.accuracy()),
        Decimals.rounded(evaluation.calibrationError()));
  }

  /// What its labels are about.
  public String facet() {
    return plan.facet();
  }

  /// The words it looks at.
  public TextChoice text() {
    return plan.text();
  }

  /// The facts, as they stand in the file.
  public Json.Obj json() {
    return Json.object()
        .put("facet", plan.facet())
        .put("text", plan.text().label())
        .put("trained", plan.date().toString())
        .put("seed", plan.seed())
        .put("examples", examples)
        .put("fingerprint", fingerprint)
        .put("folds", plan.folds())
        .put("macro_f1", macroF1)
        .put("accuracy", accuracy)
        .put("calibration_error", calibrationError)
        .put("labels", labels)
        .build();
  }

  /// The facts in such an object; empty where one is missing.
  static Optional<TrainingFacts> of(Json json) {
    if (!(json instanceof Json.Obj facts)) {
      return Optional.empty();
    }
    try {
      Optional<TextChoice> text = TextChoice.named(text(facts, "text"));
      return text.map(choice ->
          new TrainingFacts(
              new TrainingPlan(
                  text(facts, "facet"),
                  choice,
                  LocalDate.parse(text(facts, "trained")),
                  (int) whole(facts, "folds"),
                  whole(facts, "seed")),
              labels(facts),
              whole(facts, "examples"),
              text(facts, "fingerprint"),
              number(facts, "macro_f1"),
              number(facts, "accuracy"),
              number(facts, "calibration_error")));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String text(Json.Obj facts, String name) {
    String text = facts.string(name);
    if (text == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return text;
  }

  private static long whole(Json.Obj facts, String name) {
    if (facts.get(name) instanceof Json.Num number) {
      return number.decimal().longValue();
    }
    throw new IllegalArgumentException("no " + name);
  }

  private static double number(Json.Obj facts, String name) {
    if (facts.get(name) instanceof Json.Num number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("no " + name);
  }

  private static List<String> labels(Json.Obj facts) {
    List<String> labels = new ArrayList<>();
    if (facts.get("labels") instanceof Json.Arr(List<Json> elements)) {
      for (Json element : elements) {
        labels.add(element instanceof Json.Str(String label) ? label : "");
      }
    }
    if (labels.size() < 2 || labels.contains("")) {
      throw new IllegalArgumentException("no labels");
    }
    return labels;
  }
}
