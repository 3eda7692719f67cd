package io.mosskit.generator.store;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.SequencedMap;

/// The memory of a run: the file `run.db` in its folder. Every method returns when its work is on
/// disk.
///
/// Thread-safe. One process writes at a time; others may read the file.
public final class RunStore implements AutoCloseable {

  private final RunLock lock;
  private final Committer committer;

  private RunStore(RunLock lock, Committer committer) {
    this.lock = lock;
    this.committer = committer;
  }

  /// Opens the run in a folder, or begins one there.
  ///
  /// @param parameters everything that the run's result depends on, by name
  /// @throws GenerationException where another process has the folder, or where it holds a run with
  ///   other parameters; the message names what differs
  public static RunStore open(Path folder, SequencedMap<String, String> parameters)
      throws GenerationException, IOException, InterruptedException {
    Files.createDirectories(folder);
    RunStore store = open(folder);
    try {
      List<String> differences =
          store.committer.commit(
              connection -> ParameterTable.keepOrCompare(connection, parameters));
      if (!differences.isEmpty()) {
        throw new GenerationException(
            Kind.RUN_DIFFERS,
            "%s holds a run with other parameters: %s. Give the earlier ones to go on with it, or name"
                    .formatted(folder, String.join("; ", differences))
                + " another folder");
      }
      return store;
    } catch (GenerationException | IOException | InterruptedException e) {
      store.close();
      throw e;
    }
  }

  private static RunStore open(Path folder) throws GenerationException, IOException {
    RunLock lock = RunLock.take(folder);
    try {
      Connection connection = Database.open(folder);
      return new RunStore(lock, new Committer(connection));
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// Looks a request up, and where nothing keeps it from being sent, writes down that it is now
  /// sent.
  public JournalEntry lookUpOrSend(JournalKey key, Instant now)
      throws IOException, InterruptedException {
    return committer.commit(connection -> {
      var settled = RequestTable.settled(connection, key);
      return settled.isPresent() ? settled.get() : RequestTable.send(connection, key, now);
    });
  }

  /// Keeps the answer to a request that was sent.
  public void answered(String id, ChatReply reply, Instant now)
      throws IOException, InterruptedException {
    committer.commit(connection -> RequestTable.answered(connection, id, reply, now));
  }

  /// Keeps why a request that was sent has no answer. A request that can never succeed is not sent
  /// again; any other may be.
  public void failed(String id, ChatException.Kind kind, String error)
      throws IOException, InterruptedException {
    committer.commit(connection -> RequestTable.failed(connection, id, kind, error));
  }

  /// What has been asked of the teacher so far.
  public Usage usage() throws IOException, InterruptedException {
    return committer.commit(RequestTable::usage);
  }

  /// Keeps a dialogue that has ended, in place of an earlier end.
  public void put(DialogueRow dialogue) throws IOException, InterruptedException {
    committer.commit(connection -> DialogueTable.put(connection, dialogue));
  }

  /// The positions of the dialogues that need no further work.
  public BitSet settledDialogues() throws IOException, InterruptedException {
    return committer.commit(DialogueTable::settled);
  }

  /// Up to `size` dialogues that have ended, from a position on, in their order.
  public List<DialogueRow> dialogues(int from, int size) throws IOException, InterruptedException {
    return committer.commit(connection -> DialogueTable.page(connection, from, size));
  }

  /// The books of teachers who are asked in batches.
  public BatchJournal batches() throws IOException, InterruptedException {
    return BatchJournal.of(committer);
  }

  @Override
  public void close() throws IOException {
    try {
      committer.close();
    } finally {
      lock.close();
    }
  }
}
