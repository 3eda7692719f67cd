package io.mosskit.generator.testing;

import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.teacher.BatchSettings;
import io.mosskit.generator.teacher.BatchTeacher;
import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// The rehearsal teacher as the teacher of small runs, asked as chat or in batches.
public final class BatchRuns implements AutoCloseable {

  /// Nobody waits long here: what comes within a fifth of a second is one batch.
  private static final BatchSettings QUICK =
      new BatchSettings(
          "24h",
          Duration.ofMillis(200),
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          50_000,
          200_000_000);

  private final OpenAiTeacher teacher;
  private final Consumer<String> notes;

  private BatchRuns(OpenAiTeacher teacher, Consumer<String> notes) {
    this.teacher = teacher;
    this.notes = notes;
  }

  public static BatchRuns at(RehearsalTeacher server, Consumer<String> notes) throws ChatException {
    return at(URI.create(server.baseUrl()), notes);
  }

  public static BatchRuns at(URI server, Consumer<String> notes) throws ChatException {
    TeacherSettings settings = TeacherSettings.of(server, RehearsalTeacher.MODEL);
    return new BatchRuns(OpenAiTeacher.connect(settings, Map.of(), notes), notes);
  }

  /// A small plan with all its dialogues in one wave.
  public static GenerationPlan plan(Path folder) throws IOException {
    GenerationPlan plan = Plans.plan(folder, 6, Category.WRITING, Category.BRAINSTORMING);
    return plan.withTeachers(plan.teachers().getFirst().withConcurrency(1000).withAttempts(30));
  }

  public static Map<String, ChatModel> teacher(ChatModel model) {
    return Plans.teacher(model);
  }

  public ChatModel chat() {
    return teacher;
  }

  public BatchTeacher batches() {
    return new BatchTeacher(teacher, QUICK, notes);
  }

  @Override
  public void close() {
    teacher.close();
  }
}
