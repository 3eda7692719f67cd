package io.mosskit.generator.teacher;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.store.BatchJournal;
import io.mosskit.generator.store.BatchOutcome;
import io.mosskit.generator.store.RunStore;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The teachers of a run while it runs: those who are asked in batches are at work, and nobody asks
/// anew what a batch of an earlier start has brought.
public final class Batches implements AutoCloseable {

  private final Map<String, ChatModel> models = new LinkedHashMap<>();
  private final Deque<BatchRun> runs = new ArrayDeque<>();

  private Batches() {}

  /// Puts the teachers to work; those who are asked as chat stay as they are.
  ///
  /// @throws GenerationException where one is to be asked as chat who has batches at the server:
  ///   their answers are paid, and would be paid again
  public static Batches open(
      Map<String, ? extends ChatModel> teachers, RunStore store, Progress progress)
      throws GenerationException, IOException, InterruptedException {
    BatchJournal journal = store.batches();
    Batches batches = new Batches();
    try {
      for (Map.Entry<String, ? extends ChatModel> teacher : teachers.entrySet()) {
        batches.open(teacher.getKey(), teacher.getValue(), journal, progress);
      }
      return batches;
    } catch (GenerationException | IOException | InterruptedException e) {
      batches.close();
      throw e;
    }
  }

  private void open(String name, ChatModel model, BatchJournal journal, Progress progress)
      throws GenerationException, IOException, InterruptedException {
    if (model instanceof BatchTeacher teacher) {
      BatchRun run = teacher.begin(name, journal, progress);
      runs.push(run);
      models.put(name, run);
    } else {
      int open = journal.open(name).size();
      if (open > 0) {
        throw new GenerationException(
            GenerationException.Kind.RUN_DIFFERS,
            "%s has open batches (%d) at the server, whose answers are paid; go on with --batch (in a"
                    .formatted(name, open)
                + " recipe, batch: true), which fetches them");
      }
      models.put(name, journal.holds(name) ? remembering(name, model, journal) : model);
    }
  }

  /// A teacher who is asked only what the journal does not hold.
  private static ChatModel remembering(String name, ChatModel model, BatchJournal journal) {
    return request -> {
      Optional<BatchOutcome> kept;
      try {
        kept = journal.outcome(name, Ticket.key(request));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return kept.isPresent() ? reply(kept.get()) : model.reply(request);
    };
  }

  /// The reply that an outcome is.
  static ChatReply reply(BatchOutcome outcome) throws ChatException {
    return switch (outcome) {
      case BatchOutcome.Answered(ChatReply reply) -> reply;
      case BatchOutcome.Refused(String error) -> throw new ChatException(Kind.BAD_REQUEST, error);
      case BatchOutcome.Failed() ->
          throw new ChatException(Kind.UNAVAILABLE, "no answer in the last batch");
    };
  }

  /// The teachers by their names.
  public Map<String, ChatModel> models() {
    return Collections.unmodifiableMap(models);
  }

  @Override
  public void close() {
    runs.forEach(BatchRun::close);
  }
}
