package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlastsTroubleTest {

  private static final ChatModel PURE = new PureTeacher(0);

  @TempDir Path folder;

  private final FakeTime time = new FakeTime();

  private GenerationPlan plan(int prompts) throws Exception {
    GenerationPlan plan = Plans.plan(folder, prompts, Category.CODE);
    return plan.withTeachers(
        plan.teachers()
            .getFirst()
            .withConcurrency(4)
            .withPauses(Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  private GenerationSummary run(GenerationPlan plan, ChatModel teacher, String name)
      throws Exception {
    return Generator.run(plan, Plans.teacher(teacher), folder.resolve(name), Progress.NONE, time);
  }

  private static boolean isReply(ChatRequest request) {
    return request.form() == ChatRequest.Form.TEXT;
  }

  @Test
  void aTeacherThatIsDownForAMinuteCostsNoDialogue() throws Exception {
    AtomicInteger replies = new AtomicInteger();
    Instant[] up = {Instant.MAX};
    ChatModel restarting =
        request -> {
          synchronized (up) {
            if (isReply(request) && replies.incrementAndGet() == 5) {
              up[0] = time.now().plusSeconds(60);
            }
            if (isReply(request) && replies.get() >= 5 && time.now().isBefore(up[0])) {
              throw new ChatException(Kind.UNAVAILABLE, "restarting, 正在重启");
            }
          }
          return PURE.reply(request);
        };
    GenerationSummary summary = run(plan(20), restarting, "run");
    assertThat(summary.rejectedDialogues()).isEmpty();
    assertThat(summary.requests().sent() - summary.usage().answered()).isLessThan(40);
    run(plan(20), PURE, "calm");
    assertThat(RunFiles.of(folder.resolve("run"))).isEqualTo(RunFiles.of(folder.resolve("calm")));
  }

  @Test
  void aTeacherThatOnlySaysTooManyEndsTheRun() throws Exception {
    Instant begin = time.now();
    ChatModel busy =
        request -> {
          if (isReply(request)) {
            throw new ChatException(
                Kind.RATE_LIMITED, "too many, 太多了", Duration.ofSeconds(1), null);
          }
          return PURE.reply(request);
        };
    assertThatThrownBy(() -> run(plan(50), busy, "run"))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(GenerationException.Kind.TEACHER_UNAVAILABLE))
        .hasMessageContaining("too many, 太多了")
        .hasMessageContaining("start the run again");
    assertThat(Duration.between(begin, time.now())).isLessThan(Duration.ofMinutes(15));
  }

  @Test
  void aPauseBeyondTheLongestWaitEndsTheRunAndWritesWhatThereIs() throws Exception {
    AtomicInteger replies = new AtomicInteger();
    ChatModel exhausted =
        request -> {
          if (isReply(request) && replies.incrementAndGet() > 12) {
            throw new ChatException(
                Kind.RATE_LIMITED, "daily limit, 今日已用完", Duration.ofHours(3), null);
          }
          return PURE.reply(request);
        };
    GenerationPlan small = plan(6);
    assertThatThrownBy(() -> run(small, exhausted, "run"))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(GenerationException.Kind.TEACHER_UNAVAILABLE))
        .hasMessageContaining("10,800 seconds")
        .hasMessageContaining("start the run again");
    assertThat(time.slept()).noneMatch(slept -> slept.compareTo(Duration.ofHours(1)) > 0);
    assertThat(run(small, PURE, "run").writtenDialogues()).isEqualTo(12);
  }
}
