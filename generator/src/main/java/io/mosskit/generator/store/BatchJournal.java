package io.mosskit.generator.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The books of teachers who are asked in batches: which requests are under way in which batch, and
/// what came of them, before anybody uses it. Every method returns when its work is on disk.
/// Thread-safe.
public final class BatchJournal {

  private final Committer committer;

  private BatchJournal(Committer committer) {
    this.committer = committer;
  }

  static BatchJournal of(Committer committer) throws IOException, InterruptedException {
    committer.commit(BatchTable::create);
    return new BatchJournal(committer);
  }

  /// Writes down a batch that is about to be sent, in place of earlier batches of its requests.
  public void prepare(String teacher, OpenBatch batch) throws IOException, InterruptedException {
    committer.commit(connection -> BatchTable.prepare(connection, teacher, batch));
  }

  /// Writes down the file that holds the requests at the server.
  public void uploaded(String id, String file) throws IOException, InterruptedException {
    committer.commit(connection -> BatchTable.set(connection, id, "input_file", file));
  }

  /// Writes down the name under which the server has it.
  public void submitted(String id, String serverId) throws IOException, InterruptedException {
    committer.commit(connection -> BatchTable.set(connection, id, "server_id", serverId));
  }

  /// Keeps what a batch brought, for requests that are not in a later one.
  public void keep(String id, Instant now, Map<BatchKey, BatchOutcome> outcomes)
      throws IOException, InterruptedException {
    committer.commit(connection -> BatchTable.keep(connection, id, now, outcomes));
  }

  /// Closes a batch; requests in it that have no outcome may be sent again.
  ///
  /// @param status how it ended: `completed`, `expired`, `not sent`
  public void end(String id, String status) throws IOException, InterruptedException {
    committer.commit(connection -> BatchTable.end(connection, id, status));
  }

  /// The batches of a teacher that have not ended, oldest first.
  public List<OpenBatch> open(String teacher) throws IOException, InterruptedException {
    return committer.commit(connection -> BatchTable.open(connection, teacher));
  }

  /// Whether a teacher has been asked in batches before.
  public boolean holds(String teacher) throws IOException, InterruptedException {
    return committer.commit(connection -> BatchTable.holds(connection, teacher));
  }

  /// What came of a request; empty where it may be sent, or is under way.
  public Optional<BatchOutcome> outcome(String teacher, BatchKey key)
      throws IOException, InterruptedException {
    return committer.commit(connection -> BatchTable.outcome(connection, teacher, key));
  }
}
