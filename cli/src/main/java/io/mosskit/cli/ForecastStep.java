package io.mosskit.cli;

import io.mosskit.cli.recipe.Recipe;
import io.mosskit.generator.Forecast;
import io.mosskit.generator.GenerationSummary;
import io.mosskit.generator.money.Dollars;
import io.mosskit.schema.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says after a preview what the whole run will take; used by `generate` and `run`.
final class ForecastStep {

  private ForecastStep() {}

  /// @param command what goes on with the run
  static List<String> lines(
      Recipe.Generation generation, GenerationSummary summary, String command) {
    Forecast forecast = Forecast.of(generation.plan(), summary);
    boolean priced = !forecast.cost().dollars().equals(Dollars.ZERO);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("If the rest goes like this:");
    Table stages = new Table("stage", "answers", "in all", "tokens in", "tokens out", "US$");
    for (Forecast.Stage stage : forecast.stages()) {
      stages.row(
          stage.name(),
          number(stage.answers()),
          number(stage.allAnswers()),
          number(stage.allCost().promptTokens()),
          number(stage.allCost().completionTokens()),
          priced ? dollars(stage.allCost().dollars()) : "-");
    }
    stages.row(
        "all",
        number(forecast.stages().stream().mapToLong(Forecast.Stage::answers).sum()),
        number(forecast.stages().stream().mapToLong(Forecast.Stage::allAnswers).sum()),
        number(forecast.cost().promptTokens()),
        number(forecast.cost().completionTokens()),
        priced ? dollars(forecast.cost().dollars()) : "-");
    lines.addAll(stages.lines());
    lines.add(came("prompts accepted", forecast.prompts()));
    lines.add(came("dialogues written", forecast.dialogues()));
    lines.add(
        "Time for the rest: "
            + (forecast.left().isZero()
                ? "unknown, this start asked nothing"
                : "about " + time(forecast.left())));
    lines.add("What there is counts. Go on with:");
    lines.add("  " + command);
    return lines;
  }

  static Json.Obj json(Recipe.Generation generation, GenerationSummary summary) {
    Forecast forecast = Forecast.of(generation.plan(), summary);
    List<Json> stages =
        forecast.stages().stream()
            .<Json>map(stage ->
                Json.object()
                    .put("stage", stage.name())
                    .put("answers", stage.answers())
                    .put("answers_in_all", stage.allAnswers())
                    .put("cost", Costs.json(stage.cost()))
                    .put("cost_in_all", Costs.json(stage.allCost()))
                    .build())
            .toList();
    return Json.object()
        .put("stages", Json.of(stages))
        .put("cost_in_all", Costs.json(forecast.cost()))
        .put("seconds_left", forecast.left().toSeconds())
        .build();
  }

  private static String came(String what, Forecast.Yield yield) {
    return String.format(
        Locale.ROOT,
        "Yield: %,d of %,d %s%s; %,d wanted in all",
        yield.kept(),
        yield.begun(),
        what,
        yield.begun() == 0 ? "" : " (" + 100 * yield.kept() / yield.begun() + " %)",
        yield.wanted());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String dollars(Dollars dollars) {
    return dollars.toString().substring(1);
  }

  private static String time(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
