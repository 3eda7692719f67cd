package io.mosskit.generator.teacher;

import io.mosskit.generator.store.BatchJournal;
import io.mosskit.generator.store.OpenBatch;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// A teacher who is asked through the Batch API: requests that wait at the same time travel in one
/// file, and all answers come together, hours later and cheaper.
///
/// That needs books, so it happens in a run only ([#begin]); outside of one, each request is asked
/// as chat. See <https://platform.openai.com/docs/guides/batch>.
public final class BatchTeacher implements ChatModel {

  private final OpenAiTeacher teacher;
  private final BatchSettings settings;
  private final Consumer<String> notes;

  /// @param notes told in a sentence what becomes of each batch; from any thread
  public BatchTeacher(OpenAiTeacher teacher, BatchSettings settings, Consumer<String> notes) {
    this.teacher = teacher;
    this.settings = settings;
    this.notes = notes;
  }

  /// Asks as chat.
  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    return teacher.reply(request);
  }

  /// Begins to gather requests, and to look after the batches that an earlier start has left.
  ///
  /// @param name of the teacher in the run
  BatchRun begin(String name, BatchJournal journal, Progress progress)
      throws IOException, InterruptedException {
    List<OpenBatch> left = journal.open(name);
    BatchDesk desk =
        new BatchDesk(
            name, journal, progress, notes, BatchTeacher::newName, InstantSource.system());
    BatchRun run = new BatchRun(teacher, settings, desk);
    run.begin(left);
    return run;
  }

  private static String newName() {
    return "b-" + UUID.randomUUID();
  }
}
