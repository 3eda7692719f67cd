package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Cost;
import io.mosskit.generator.money.Dollars;
import io.mosskit.generator.money.Price;
import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.rehearsal.Fault;
import io.mosskit.generator.rehearsal.Faults;
import io.mosskit.generator.rehearsal.Metered;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.text.Language;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs with the rehearsal teacher, which keeps a bill of its own.
class EndsWithinTheBudgetTest {

  /// Prices as of a dear model, so that a small run costs dollars.
  private static final Price PRICE = Price.ofMillion(new BigDecimal("15"), new BigDecimal("60"));

  @TempDir Path folder;

  private GenerationPlan plan() {
    Path seeds = Path.of("..", "datasets", "seeds");
    GenerationPlan plan =
        GenerationPlan.of(
            List.of(SeedFile.of(seeds.resolve("writing.jsonl"))),
            List.of(
                new Quota(Category.WRITING, Language.ZH, 8),
                new Quota(Category.WRITING, Language.EN, 8)),
            RehearsalTeacher.MODEL);
    return plan.withTeachers(
        plan.teachers()
            .getFirst()
            .withAttempts(12)
            .withPauses(Duration.ofMillis(1), Duration.ofMillis(2))
            .withPrice(PRICE));
  }

  private GenerationSummary run(RehearsalTeacher rehearsal, Bounds bounds, String name)
      throws Exception {
    TeacherSettings settings =
        TeacherSettings.of(URI.create(rehearsal.baseUrl()), RehearsalTeacher.MODEL);
    try (OpenAiTeacher teacher = OpenAiTeacher.connect(settings, Map.of())) {
      return Generator.run(
          plan(),
          bounds,
          Map.of(RehearsalTeacher.MODEL, teacher),
          folder.resolve(name),
          Progress.NONE,
          new FakeTime());
    }
  }

  private static RehearsalTeacher rehearsal(Faults faults) throws Exception {
    return RehearsalTeacher.start(RehearsalOptions.seeded(7).withFaults(faults));
  }

  private static Cost cost(Metered metered) {
    return Cost.of(Optional.of(PRICE), metered.promptTokens(), metered.completionTokens());
  }

  private static Bounds dollars(String amount) {
    return Bounds.NONE.withBudget(Budget.UNLIMITED.withDollars(Dollars.of(new BigDecimal(amount))));
  }

  @Test
  void theMeterShowsWhatTheTeacherBillsAndTheBudgetHolds() throws Exception {
    try (RehearsalTeacher rehearsal = rehearsal(Faults.NONE)) {
      for (String budget : List.of("0.10", "0.50", "0.51")) {
        GenerationSummary summary = run(rehearsal, dollars(budget), "run");
        Cost bill = cost(rehearsal.answered());
        assertThat(summary.accounts().spent().billed()).isEqualTo(bill);
        assertThat(summary.accounts().spent().lost()).isZero();
        assertThat(bill.dollars()).isLessThanOrEqualTo(Dollars.of(new BigDecimal(budget)));
        assertThat(summary.ending().stopped().orElseThrow()).contains("$" + budget + "00");
      }
      GenerationSummary whole = run(rehearsal, Bounds.NONE, "run");
      assertThat(whole.ending().stopped()).isEmpty();
      assertThat(whole.ending().left()).isZero();
      assertThat(whole.accounts().spent().billed()).isEqualTo(cost(rehearsal.answered()));

      run(rehearsal, Bounds.NONE, "undisturbed");
      assertThat(RunFiles.of(folder.resolve("run")))
          .isEqualTo(RunFiles.of(folder.resolve("undisturbed")));
    }
  }

  @Test
  void faultsAreCountedFromAboveAndTheBudgetStillHolds() throws Exception {
    Faults faults =
        Faults.NONE
            .with(Fault.RATE_LIMITED, 0.1)
            .with(Fault.FAILED, 0.05)
            .with(Fault.TRUNCATED, 0.1)
            .with(Fault.EMPTY, 0.05)
            .withRetryAfter(Duration.ZERO);
    try (RehearsalTeacher rehearsal = rehearsal(faults)) {
      GenerationSummary stopped = run(rehearsal, dollars("2"), "run");
      assertThat(stopped.ending().stopped()).isPresent();
      Cost heard = cost(rehearsal.answered());
      Cost all = heard.plus(cost(rehearsal.unheard()));
      assertThat(stopped.accounts().spent().billed()).isEqualTo(heard);
      assertThat(stopped.accounts().spent().lost()).isPositive();
      assertThat(all.dollars())
          .isGreaterThan(heard.dollars())
          .isLessThanOrEqualTo(stopped.accounts().spent().atMost().dollars())
          .isLessThanOrEqualTo(Dollars.of(new BigDecimal("2")));
    }
  }

  @Test
  void whatIsLeftIsSaidAndNothingIsLostFromTheFiles() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 10, Category.CODE, Category.HONEST);
    Bounds bounds = Bounds.NONE.withBudget(Budget.UNLIMITED.withTokens(60_000));
    PureTeacher pure = new PureTeacher(10);
    ChatModel metered =
        request -> {
          ChatReply reply = pure.reply(request);
          return new ChatReply(reply.content(), reply.finish(), 400, 100, reply.model());
        };
    GenerationSummary summary =
        Generator.run(
            plan,
            bounds,
            Plans.teacher(metered),
            folder.resolve("run"),
            Progress.NONE,
            new FakeTime());
    assertThat(summary.ending().stopped().orElseThrow()).contains("60,000 tokens");
    long rejected = summary.rejectedDialogues().values().stream().mapToLong(Long::longValue).sum();
    assertThat(summary.writtenDialogues() + rejected + summary.ending().left())
        .isEqualTo(summary.ending().openings());
    assertThat(summary.ending().left()).isPositive();
  }

  @Test
  void dollarsWantAPrice() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 2, Category.CODE);
    assertThatThrownBy(() ->
            Generator.run(
                plan,
                dollars("1"),
                Plans.teacher(new PureTeacher(0)),
                folder.resolve("run"),
                Progress.NONE,
                new FakeTime()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the price of \"pure-teacher\"");
  }
}
