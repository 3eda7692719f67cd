package io.mosskit.generator.store;

import io.mosskit.generator.money.Bill;
import io.mosskit.generator.money.Cost;
import io.mosskit.generator.money.Spent;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;

/// The memory of a run: the file `run.db` in its folder. Every method returns when its work is on
/// disk.
///
/// Thread-safe. One process writes at a time; others may read the file, see [RunView].
public final class RunStore implements AutoCloseable {

  private final RunLock lock;
  private final Committer committer;
  private final SortedMap<String, String> former;

  private RunStore(RunLock lock, Committer committer, SortedMap<String, String> former) {
    this.lock = lock;
    this.committer = committer;
    this.former = Collections.unmodifiableSortedMap(former);
  }

  /// Opens the run in a folder, or begins one there.
  ///
  /// @param parameters everything that the run's result depends on, by name
  /// @throws GenerationException where another process has the folder, or another version of the
  ///   toolkit made it
  public static RunStore open(Path folder, SequencedMap<String, String> parameters)
      throws GenerationException, IOException, InterruptedException {
    Files.createDirectories(folder);
    RunLock lock = RunLock.take(folder);
    try {
      Connection connection = Database.open(folder);
      Committer committer = new Committer(connection);
      try {
        return new RunStore(
            lock,
            committer,
            committer.commit(statements -> {
              StartTable.stop(statements);
              return ParameterTable.replace(statements, parameters);
            }));
      } catch (IOException | InterruptedException e) {
        committer.close();
        throw e;
      }
    } catch (GenerationException | IOException | InterruptedException e) {
      lock.close();
      throw e;
    }
  }

  /// The parameters that the run had before it was opened with others; none where it is new.
  public SortedMap<String, String> formerParameters() {
    return former;
  }

  /// Notes that a start begins.
  public void begin(Instant now) throws IOException, InterruptedException {
    committer.commit(statements -> StartTable.begin(statements, now));
  }

  /// Notes that this start has done all there was to do.
  public void end(Instant now) throws IOException, InterruptedException {
    committer.commit(statements -> StartTable.end(statements, now));
  }

  /// What keeps a request from being sent; empty where nothing does.
  public Optional<JournalEntry> lookUp(JournalRequest request)
      throws IOException, InterruptedException {
    return committer.commit(statements -> RequestTable.settled(statements, request));
  }

  /// Looks a request up, and where nothing keeps it from being sent, writes down that it is now
  /// sent.
  public JournalEntry lookUpOrSend(JournalRequest request, Instant now)
      throws IOException, InterruptedException {
    return lookUpOrSend(request, Cost.NOTHING, now);
  }

  /// The same, with the most that the request can cost.
  public JournalEntry lookUpOrSend(JournalRequest request, Cost worst, Instant now)
      throws IOException, InterruptedException {
    return committer.commit(statements -> {
      var settled = RequestTable.settled(statements, request);
      if (settled.isPresent()) {
        return settled.get();
      }
      JournalEntry.Sent sent = RequestTable.send(statements, request, now);
      SpendingTable.send(statements, request, sent.attempts(), worst);
      return sent;
    });
  }

  /// Keeps the answer to a request that was sent.
  public void answered(JournalRequest request, ChatReply reply, Instant now)
      throws IOException, InterruptedException {
    answered(request, reply, Bill.free(), now);
  }

  /// The same, with what it took.
  public void answered(JournalRequest request, ChatReply reply, Bill bill, Instant now)
      throws IOException, InterruptedException {
    committer.commit(statements -> {
      SpendingTable.settle(statements, request, bill);
      return RequestTable.answered(statements, request, reply, now);
    });
  }

  /// Keeps why a request that was sent has no answer. A request that can never succeed is not sent
  /// again; any other may be.
  public void failed(JournalRequest request, ChatException.Kind kind, String error)
      throws IOException, InterruptedException {
    failed(request, kind, error, Bill.free());
  }

  /// The same, with what it took all the same.
  public void failed(JournalRequest request, ChatException.Kind kind, String error, Bill bill)
      throws IOException, InterruptedException {
    committer.commit(statements -> {
      SpendingTable.settle(statements, request, bill);
      return RequestTable.failed(statements, request, kind, error);
    });
  }

  /// What earlier starts have spent. To be asked once, before anything is sent: what counts as
  /// under way by then was lost.
  public Spent spentBefore() throws IOException, InterruptedException {
    return committer.commit(SpendingTable::before);
  }

  /// What the answers took, by stage.
  public List<StageUsage> usageByStage() throws IOException, InterruptedException {
    return committer.commit(SpendingTable::byStage);
  }

  /// What has been asked of the teachers so far.
  public Usage usage() throws IOException, InterruptedException {
    return committer.commit(RequestTable::usage);
  }

  /// Keeps which dialogues the run has now, in their order; those of an earlier start that are not
  /// among them no longer count.
  public void open(List<DialogueKey> openings) throws IOException, InterruptedException {
    committer.commit(statements -> DialogueTable.open(statements, openings));
  }

  /// Keeps a dialogue that has ended, in place of an earlier end.
  public void put(DialogueKey key, DialogueRow dialogue) throws IOException, InterruptedException {
    committer.commit(statements -> DialogueTable.put(statements, key, dialogue));
  }

  /// The positions among the openings of the dialogues that need no further work.
  public BitSet settledDialogues() throws IOException, InterruptedException {
    return committer.commit(DialogueTable::settled);
  }

  /// The dialogues that have ended from a position among the openings to before another, in their
  /// order.
  public List<DialogueRow> dialogues(int from, int to) throws IOException, InterruptedException {
    return committer.commit(statements -> DialogueTable.page(statements, from, to));
  }

  /// What is there for a start with other parameters.
  ///
  /// @param settings of the dialogues of each family as that start has them
  public Stock stock(SequencedMap<String, String> settings)
      throws IOException, InterruptedException {
    return committer.commit(statements -> Stock.of(statements, settings));
  }

  /// The books of teachers who are asked in batches.
  public BatchJournal batches() throws IOException, InterruptedException {
    return BatchJournal.of(committer);
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } finally {
      try {
        committer.close();
      } finally {
        lock.close();
      }
    }
  }

  /// Handed in without waiting for it: closing waits, even where this thread was told to stop.
  private void stop() {
    committer.handIn(StartTable::stop);
  }
}
