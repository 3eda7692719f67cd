package io.mosskit.generator;

import io.mosskit.generator.GenerationSummary.Family;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Traffic;
import io.mosskit.generator.money.Cost;
import io.mosskit.generator.money.Dollars;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.store.StageUsage;
import java.time.Duration;
import java.util.List;

/// What a whole run will take, if the rest of it goes like what is there: each stage grows with the
/// prompts, or with the dialogues, that it serves.
///
/// @param stages one line for each stage that had an answer
/// @param prompts the new prompts
/// @param dialogues the dialogues
/// @param left how long the rest takes with as many requests under way as the plan allows and
///   answers as fast as in this start, no faster than the plan's rates; zero where this start asked
///   nothing
public record Forecast(List<Stage> stages, Yield prompts, Yield dialogues, Duration left) {

  public Forecast {
    stages = List.copyOf(stages);
  }

  /// One stage.
  ///
  /// @param name `expand-prompts`, `user-turn`, `reply`
  /// @param answers so far
  /// @param allAnswers in the end
  /// @param cost so far
  /// @param allCost in the end
  public record Stage(String name, long answers, long allAnswers, Cost cost, Cost allCost) {}

  /// What comes of prompts or dialogues.
  ///
  /// @param begun how many were proposed, or held to their end
  /// @param kept how many of them were accepted, or written
  /// @param wanted how many will have been accepted, or held, in the end
  public record Yield(long begun, long kept, long wanted) {}

  /// Extrapolates from what a run has by now.
  public static Forecast of(GenerationPlan plan, GenerationSummary summary) {
    long wanted = plan.quotas().stream().mapToLong(Quota::prompts).sum();
    long accepted = summary.acceptedPrompts();
    long proposed = summary.families().stream().mapToLong(Family::proposed).sum();
    long rejected =
        summary.rejectedDialogues().entrySet().stream()
            .filter(reason -> !reason.getKey().equals(Inquiry.TEACHER_UNAVAILABLE))
            .mapToLong(reason -> reason.getValue())
            .sum();
    long held = summary.writtenDialogues() + rejected;
    Yield prompts = new Yield(proposed, accepted, wanted);
    Yield dialogues =
        new Yield(
            held, summary.writtenDialogues(), summary.ending().openings() - accepted + wanted);
    double morePrompts = growth(wanted, accepted);
    double moreDialogues = growth(dialogues.wanted(), held);
    List<Stage> stages =
        summary.accounts().stages().stream()
            .map(stage -> stage(stage, stage.ofDialogues() ? moreDialogues : morePrompts))
            .toList();
    return new Forecast(stages, prompts, dialogues, left(plan, summary, stages));
  }

  private static double growth(long all, long done) {
    return done == 0 ? 1 : Math.max(1, all / (double) done);
  }

  private static Stage stage(StageUsage usage, double growth) {
    Cost cost = usage.cost();
    Cost all =
        new Cost(
            Math.round(cost.promptTokens() * growth),
            Math.round(cost.completionTokens() * growth),
            new Dollars(Math.round(cost.dollars().pico() * growth)));
    return new Stage(
        usage.stage(), usage.answers(), Math.round(usage.answers() * growth), cost, all);
  }

  private static Duration left(GenerationPlan plan, GenerationSummary summary, List<Stage> stages) {
    double nanos = 0;
    double answers = 0;
    double tokens = 0;
    for (Stage stage : stages) {
      Traffic.Latency latency = summary.accounts().latencies().get(stage.name());
      if (latency != null) {
        long more = stage.allAnswers() - stage.answers();
        nanos += more * (double) latency.mean().toNanos() / plan.concurrency();
        answers += more;
        tokens += stage.allCost().tokens() - stage.cost().tokens();
      }
    }
    double minute = Duration.ofMinutes(1).toNanos();
    double byRequests = minute * answers / sum(plan, true);
    double byTokens = minute * tokens / sum(plan, false);
    return Duration.ofNanos((long) Math.max(nanos, Math.max(byRequests, byTokens)));
  }

  /// What all teachers together bear in a minute; infinite where one has no limit.
  private static double sum(GenerationPlan plan, boolean requests) {
    double sum = 0;
    for (TeacherPlan teacher : plan.teachers()) {
      long limit = requests ? teacher.rates().requests() : teacher.rates().tokens();
      sum += limit == 0 ? Double.POSITIVE_INFINITY : limit;
    }
    return sum;
  }

  /// What all stages together take in the end.
  public Cost cost() {
    return stages.stream().map(Stage::allCost).reduce(Cost.NOTHING, Cost::plus);
  }
}
