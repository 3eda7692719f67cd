package io.mosskit.generator.teacher;

import io.mosskit.generator.store.BatchKey;
import io.mosskit.generator.store.BatchOutcome;
import io.mosskit.generator.teacher.Ticket.Load;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The outcomes of a batch on their way from the server's files to those who wait: into the journal
/// first, then into their hands. Not thread-safe.
final class Outcomes {

  /// Outcomes that are written down together.
  private static final int PAGE = 500;

  private final BatchDesk desk;
  private final BatchLine lines;
  private final StructuredLevel structured;
  private final String batch;
  private final BatchRun run;
  private final SequencedMap<String, Ticket> waiting = new LinkedHashMap<>();
  private final Map<BatchKey, BatchOutcome> page = new LinkedHashMap<>();
  private final List<Runnable> deliveries = new ArrayList<>();

  Outcomes(BatchDesk desk, OpenAiTeacher teacher, Courier.Mission mission) {
    this.desk = desk;
    this.lines = new BatchLine(teacher.protocol(), teacher.failures());
    this.structured = teacher.structured();
    this.batch = mission.batch();
    this.run = mission.run();
    mission.tickets().forEach(ticket -> waiting.put(ticket.key().request(), ticket));
  }

  /// How many requests have no outcome yet.
  int missing() {
    return waiting.size();
  }

  /// Takes in a line of a file; one of a request that has its outcome already says nothing.
  void line(String line) throws IOException, InterruptedException {
    Optional<BatchLine.Said> said = BatchLine.read(line);
    Ticket ticket = said.isEmpty() ? null : waiting.remove(said.get().request());
    if (ticket != null) {
      take(ticket, said.get());
      if (page.size() == PAGE) {
        flush();
      }
    }
  }

  private void take(Ticket ticket, BatchLine.Said said) {
    try {
      ChatReply reply = lines.reply(said);
      ticket.load().filter(Load::lowered).ifPresent(load -> structured.settle(load.level()));
      add(ticket, new BatchOutcome.Answered(reply), () -> run.hand(ticket, reply));
    } catch (ChatException e) {
      Optional<Structured> lower =
          ticket.load().flatMap(load -> structured.below(load.level(), BatchLine.error(said)));
      if (lower.isPresent()) {
        add(ticket, new BatchOutcome.Failed(), () -> run.again(ticket.at(lower.get())));
      } else {
        boolean refused = e.kind() == Kind.BAD_REQUEST;
        String words = String.valueOf(e.getMessage());
        add(
            ticket,
            refused ? new BatchOutcome.Refused(words) : new BatchOutcome.Failed(),
            () -> run.fail(ticket, e));
      }
    }
  }

  private void add(Ticket ticket, BatchOutcome outcome, Runnable delivery) {
    page.put(ticket.key(), outcome);
    deliveries.add(delivery);
  }

  /// Writes down what was taken in, then hands it out.
  void flush() throws IOException, InterruptedException {
    desk.journal().keep(batch, desk.clock().instant(), page);
    deliveries.forEach(Runnable::run);
    page.clear();
    deliveries.clear();
  }

  /// Tells all who still wait that nothing will come.
  void fail(ChatException e) {
    waiting.values().forEach(ticket -> run.fail(ticket, e));
    waiting.clear();
  }
}
