package io.mosskit.generator.teacher;

import io.mosskit.generator.store.BatchJournal;
import io.mosskit.generator.store.BatchKey;
import io.mosskit.generator.store.OpenBatch;
import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes one batch to the server and its answers home. The journal knows of each step before the
/// next one begins, so that another process can go on after any of them.
final class Courier {

  /// How often a batch is made at most, while the server fails in a way that may pass.
  private static final int ATTEMPTS = 6;

  private final BatchClient client;
  private final Failures failures;
  private final BatchSettings settings;
  private final BatchDesk desk;
  private final BatchJournal journal;
  private final BatchBoard board;
  private final Mission mission;
  private final Outcomes outcomes;

  /// What is carried for whom.
  ///
  /// @param batch our name for it
  /// @param tickets of its requests
  /// @param run where outcomes are handed out
  record Mission(String batch, List<Ticket> tickets, BatchRun run) {}

  Courier(
      OpenAiTeacher teacher,
      BatchSettings settings,
      BatchDesk desk,
      BatchBoard board,
      Mission mission) {
    this.client = teacher.batchClient();
    this.failures = teacher.failures();
    this.settings = settings;
    this.desk = desk;
    this.journal = desk.journal();
    this.board = board;
    this.mission = mission;
    this.outcomes = new Outcomes(desk, teacher, mission);
  }

  /// Sends a new batch and brings its answers.
  ///
  /// @throws ChatException where the server does not take it, or cannot be asked about it
  void send(BatchFile file) throws ChatException, IOException, InterruptedException {
    List<BatchKey> keys = mission.tickets().stream().map(Ticket::key).toList();
    OpenBatch batch = new OpenBatch(mission.batch(), "", desk.clock().instant(), keys);
    journal.prepare(desk.teacher(), batch);
    String input = upload(file);
    journal.uploaded(batch.id(), input);
    ServerBatch made = make(batch, input);
    journal.submitted(batch.id(), made.id());
    note("%d requests submitted as %s".formatted(keys.size(), made.id()));
    bringHome(made.id());
  }

  private String upload(BatchFile file) throws ChatException, IOException, InterruptedException {
    try {
      return client.upload(file.finished());
    } catch (ChatException e) {
      end("not sent");
      throw e;
    }
  }

  /// Has the server make the batch. Where no answer came, the server may have made it all the same,
  /// so it is looked for before it is made again.
  private ServerBatch make(OpenBatch batch, String input)
      throws ChatException, IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return client.create(input, settings.window(), batch.id());
      } catch (ChatException e) {
        Optional<ServerBatch> there = e.kind().isPassing() ? find(batch) : Optional.empty();
        if (there.isPresent()) {
          return there.get();
        }
        if (!e.kind().isPassing() || attempt == ATTEMPTS) {
          end("not sent");
          throw e;
        }
        Thread.sleep(pause(attempt));
      }
    }
  }

  /// Looks for a batch until the server says whether it is there.
  private Optional<ServerBatch> find(OpenBatch batch) throws ChatException, InterruptedException {
    for (int failed = 1; ; failed++) {
      try {
        return client.find(batch.id(), batch.preparedAt());
      } catch (ChatException e) {
        pauseIfPassing(e, failed);
      }
    }
  }

  /// Brings the answers of a batch that an earlier start has prepared, if it has sent it.
  void goOn(OpenBatch batch) throws ChatException, IOException, InterruptedException {
    String serverId = batch.serverId();
    if (serverId.isEmpty()) {
      Optional<ServerBatch> there = find(batch);
      if (there.isEmpty()) {
        lose("not sent", "it never reached the server");
        return;
      }
      serverId = there.get().id();
      journal.submitted(batch.id(), serverId);
    }
    note("waiting for %d requests of %s".formatted(outcomes.missing(), serverId));
    bringHome(serverId);
  }

  private void bringHome(String serverId) throws ChatException, IOException, InterruptedException {
    board.at(mission.batch(), 0, mission.tickets().size());
    Optional<ServerBatch> ended = await(serverId);
    if (ended.isEmpty()) {
      lose("lost", "the server does not know " + serverId + " any more");
      return;
    }
    fetch(ended.get());
    close(ended.get());
  }

  /// The batch when it has ended; empty where the server does not know it.
  private Optional<ServerBatch> await(String serverId) throws ChatException, InterruptedException {
    int failed = 0;
    for (int looks = 1; ; looks++) {
      try {
        Optional<ServerBatch> batch = client.retrieve(serverId);
        if (batch.isEmpty() || batch.get().hasEnded()) {
          return batch;
        }
        board.at(mission.batch(), batch.get().done(), mission.tickets().size());
        failed = 0;
        Thread.sleep(pause(looks));
      } catch (ChatException e) {
        pauseIfPassing(e, ++failed);
      }
    }
  }

  /// Reads all outcomes. A download that breaks off begins again; what it brought is kept.
  private void fetch(ServerBatch batch) throws ChatException, IOException, InterruptedException {
    for (String file : batch.files()) {
      boolean whole = false;
      for (int failed = 1; !whole; failed++) {
        try {
          client.download(file, outcomes::line);
          whole = true;
        } catch (ChatException e) {
          pauseIfPassing(e, failed);
        }
      }
      outcomes.flush();
    }
  }

  private void close(ServerBatch batch) throws IOException, InterruptedException {
    int all = mission.tickets().size();
    String how = batch.errors().isEmpty() ? batch.status() : batch.status() + ", " + batch.errors();
    note("%s; %d of %d requests came back".formatted(how, all - outcomes.missing(), all));
    end(batch.status());
    // A batch that failed as a whole met a limit of the account, as a rule: time helps.
    @Nullable Duration wait = batch.status().equals("failed") ? settings.longestPoll() : null;
    outcomes.fail(failures.leftOut("batch %s ended (%s)".formatted(batch.id(), how), wait));
  }

  private void lose(String status, String why) throws IOException, InterruptedException {
    note(why);
    end(status);
    outcomes.fail(failures.leftOut("batch %s: %s".formatted(mission.batch(), why), null));
  }

  private void end(String status) throws IOException, InterruptedException {
    journal.end(mission.batch(), status);
    board.ended(mission.batch());
  }

  private void pauseIfPassing(ChatException e, int failed)
      throws ChatException, InterruptedException {
    if (!e.kind().isPassing()) {
      throw e;
    }
    if (failed == 1) {
      note("the server cannot be asked now, and is asked again: " + e.getMessage());
    }
    Thread.sleep(e.retryAfter().orElse(pause(failed)));
  }

  /// Half as long again each time, up to the longest.
  private Duration pause(int times) {
    double longest = settings.longestPoll().toNanos();
    double nanos = settings.firstPoll().toNanos() * Math.pow(1.5, Math.min(times, 60) - 1.0);
    return Duration.ofNanos((long) Math.min(nanos, longest));
  }

  private void note(String words) {
    desk.notes().accept("batch " + mission.batch() + ": " + words);
  }
}
