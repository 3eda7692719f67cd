package io.mosskit.generator.teacher;

import io.mosskit.generator.store.BatchKey;
import io.mosskit.generator.store.BatchOutcome;
import io.mosskit.generator.store.OpenBatch;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A batch teacher at work. Who asks hands in a request and waits; when nothing further has come
/// for a while, everybody waits, and what was handed in leaves as one batch. Thread-safe.
final class BatchRun implements ChatModel, AutoCloseable {

  /// In how many batches a request goes in a row while its failures may pass. The many that one
  /// expired batch leaves are no sign of a server that is down, and go on together.
  private static final int BATCHES = 8;

  private final OpenAiTeacher teacher;
  private final BatchSettings settings;
  private final BatchDesk desk;
  private final BatchBoard board;
  private final BatchLine lines;
  private final Map<BatchKey, Ticket> tickets = new ConcurrentHashMap<>();
  private final BlockingQueue<Ticket> handedIn = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  BatchRun(OpenAiTeacher teacher, BatchSettings settings, BatchDesk desk) {
    this.teacher = teacher;
    this.settings = settings;
    this.desk = desk;
    this.board = new BatchBoard(desk.progress());
    this.lines = new BatchLine(teacher.protocol(), teacher.failures());
  }

  /// @param left batches that have not ended
  void begin(List<OpenBatch> left) {
    for (OpenBatch batch : left) {
      List<Ticket> under = batch.requests().stream().map(Ticket::of).toList();
      under.forEach(ticket -> tickets.put(ticket.key(), ticket));
      work(under, () -> courier(batch.id(), under).goOn(batch));
    }
    threads.execute(this::gather);
  }

  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    if (request.id().isEmpty()) {
      return teacher.reply(request);
    }
    for (int batch = 1; ; batch++) {
      try {
        return inOneBatch(request);
      } catch (ChatException e) {
        if (!e.kind().isPassing() || batch == BATCHES) {
          throw e;
        }
        Thread.sleep(e.retryAfter().orElse(Duration.ZERO));
      }
    }
  }

  private ChatReply inOneBatch(ChatRequest request) throws ChatException, InterruptedException {
    BatchKey key = Ticket.key(request);
    @Nullable Ticket under = tickets.get(key);
    if (under != null) {
      return under.await();
    }
    Optional<BatchOutcome> kept = outcome(key);
    if (kept.isPresent()) {
      return Batches.reply(kept.get());
    }
    Ticket ticket = Ticket.of(key, request, teacher.structured().of(request.form()));
    @Nullable Ticket other = tickets.putIfAbsent(key, ticket);
    if (other != null) {
      return other.await();
    }
    handedIn.add(ticket);
    return ticket.await();
  }

  private Optional<BatchOutcome> outcome(BatchKey key) throws InterruptedException {
    try {
      return desk.journal().outcome(desk.teacher(), key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void gather() {
    try {
      Ticket next = handedIn.take();
      while (true) {
        next = gather(next);
      }
    } catch (InterruptedException _) {
      // The run is over; what is still here was never sent.
    } catch (IOException e) {
      tickets.values().forEach(ticket -> fail(ticket, new UncheckedIOException(e)));
    } catch (RuntimeException e) {
      tickets.values().forEach(ticket -> fail(ticket, e));
    }
  }

  /// Fills a batch and sends it off.
  ///
  /// @return the first request of the next one
  private Ticket gather(Ticket first) throws IOException, InterruptedException {
    BatchFile file = BatchFile.create(settings);
    @Nullable Ticket next = first;
    try {
      while (next != null && file.take(next, lines.of(next))) {
        next = file.isFull() ? null : further();
      }
    } catch (InterruptedException e) {
      file.close();
      throw e;
    }
    work(
        file.tickets(),
        () -> {
          try (file) {
            courier(desk.names().get(), file.tickets()).send(file);
          }
        });
    return next != null ? next : handedIn.take();
  }

  /// What comes within the time to gather; null where nothing does.
  private @Nullable Ticket further() throws InterruptedException {
    return handedIn.poll(settings.gather().toNanos(), TimeUnit.NANOSECONDS);
  }

  private Courier courier(String batch, List<Ticket> under) {
    return new Courier(teacher, settings, desk, board, new Courier.Mission(batch, under, this));
  }

  /// What is done about a batch, in a thread of its own.
  @FunctionalInterface
  private interface Work {
    void go() throws ChatException, IOException, InterruptedException;
  }

  private void work(List<Ticket> under, Work work) {
    threads.execute(() -> {
      try {
        work.go();
      } catch (InterruptedException _) {
        // The run is over; the journal knows the batch.
      } catch (ChatException | RuntimeException e) {
        under.forEach(ticket -> fail(ticket, e));
      } catch (IOException e) {
        under.forEach(ticket -> fail(ticket, new UncheckedIOException(e)));
      }
    });
  }

  /// Sends a request once more, at the level of its new ticket.
  void again(Ticket ticket) {
    tickets.put(ticket.key(), ticket);
    handedIn.add(ticket);
  }

  /// To be called when the reply is in the journal. The ticket is taken back first: who asks again
  /// at once is to find the journal, or to hand in anew.
  void hand(Ticket ticket, ChatReply reply) {
    tickets.remove(ticket.key(), ticket);
    ticket.done().complete(reply);
  }

  void fail(Ticket ticket, Exception e) {
    tickets.remove(ticket.key(), ticket);
    ticket.done().completeExceptionally(e);
  }

  /// Stops all work here; batches at the server go on.
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
    String left = board.left();
    if (!left.isEmpty()) {
      desk.notes().accept("batches: " + left + "; the same command picks them up");
    }
  }
}
