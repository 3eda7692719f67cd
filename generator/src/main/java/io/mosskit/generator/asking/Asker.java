package io.mosskit.generator.asking;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.store.JournalEntry;
import io.mosskit.generator.store.JournalRequest;
import io.mosskit.generator.store.RunStore;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/// Asks teachers, each question until it has an answer and not again after that. Thread-safe;
/// blocks while it waits, so that it is called from virtual threads.
public final class Asker {

  private final RunStore store;
  private final Teachers teachers;
  private final Time time;
  private final LongAdder sent = new LongAdder();
  private final LongAdder reused = new LongAdder();

  public Asker(RunStore store, Teachers teachers, Time time) {
    this.store = store;
    this.teachers = teachers;
    this.time = time;
  }

  /// The name of the teacher who is asked about a thing.
  String teacherFor(String thing) {
    return teachers.drawnFor(thing);
  }

  /// How often this asker has sent a request.
  public long sent() {
    return sent.sum();
  }

  /// How many questions it has answered from the journal.
  public long reused() {
    return reused.sum();
  }

  /// What came of a question: from the journal where it has ended before, else from the teacher.
  ///
  /// @throws GenerationException where no request to this teacher can succeed
  public Answer ask(Question question)
      throws GenerationException, IOException, InterruptedException {
    Teachers.Seat seat = teachers.named(question.teacher());
    JournalRequest request = question.journalRequest();
    for (int failures = 1; ; failures++) {
      try {
        return once(question, request, seat);
      } catch (ChatException e) {
        if (failures == seat.plan().attempts()) {
          return new Answer.Missing(message(e));
        }
        pause(e, failures, request.id(), seat.pace());
      }
    }
  }

  /// @throws ChatException where the teacher failed in a way that may pass
  private Answer once(Question question, JournalRequest request, Teachers.Seat seat)
      throws ChatException, GenerationException, IOException, InterruptedException {
    seat.pace().go();
    try {
      JournalEntry entry = store.lookUpOrSend(request, time.now());
      (entry instanceof JournalEntry.Sent ? sent : reused).increment();
      return switch (entry) {
        case JournalEntry.Answered(ChatReply reply) -> new Answer.Given(reply);
        case JournalEntry.Refused(String error) -> new Answer.Refused(error);
        case JournalEntry.Sent _ -> send(question, request, seat);
      };
    } finally {
      seat.pace().back();
    }
  }

  private Answer send(Question question, JournalRequest request, Teachers.Seat seat)
      throws ChatException, GenerationException, IOException, InterruptedException {
    ChatReply reply;
    try {
      reply = wellFormed(seat.model().reply(question.request()));
    } catch (ChatException e) {
      store.failed(request, e.kind(), message(e));
      return switch (e.kind()) {
        case MISCONFIGURED ->
            throw new GenerationException(
                GenerationException.Kind.TEACHER_MISCONFIGURED, message(e));
        case BAD_REQUEST -> new Answer.Refused(message(e));
        case RATE_LIMITED, UNAVAILABLE, BROKEN_ANSWER -> throw e;
      };
    }
    store.answered(request, reply, time.now());
    return new Answer.Given(reply);
  }

  /// The reply as it will be read back.
  private static ChatReply wellFormed(ChatReply reply) {
    return new ChatReply(
        Characters.whole(reply.content()),
        reply.finish(),
        reply.promptTokens(),
        reply.completionTokens(),
        reply.model());
  }

  private static String message(ChatException e) {
    return Objects.requireNonNullElse(e.getMessage(), e.kind().name());
  }

  /// Too many requests are everybody's doing, so everybody waits; any other failure is this
  /// request's.
  private void pause(ChatException e, int failures, String requestId, Pace pace)
      throws InterruptedException {
    Duration pause = e.retryAfter().orElseGet(() -> pace.pauseAfter(failures, requestId));
    if (e.kind() == ChatException.Kind.RATE_LIMITED) {
      pace.quiet(pause);
    } else {
      time.sleep(pause);
    }
  }
}
