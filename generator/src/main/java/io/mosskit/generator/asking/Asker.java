package io.mosskit.generator.asking;

import io.mosskit.generator.money.Bill;
import io.mosskit.generator.money.Cost;
import io.mosskit.generator.money.Purse;
import io.mosskit.generator.money.Tokens;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.store.JournalEntry;
import io.mosskit.generator.store.JournalRequest;
import io.mosskit.generator.store.RunStore;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/// Asks teachers, each question until it has an answer and not again after that. Thread-safe;
/// blocks while it waits, so that it is called from virtual threads.
public final class Asker {

  private final RunStore store;
  private final Teachers teachers;
  private final Purse purse;
  private final Time time;
  private final Estimates estimates = new Estimates();
  private final Traffic traffic = new Traffic();
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});
  private final LongAdder sent = new LongAdder();
  private final LongAdder reused = new LongAdder();

  /// @param purse what may be spent
  public Asker(RunStore store, Teachers teachers, Purse purse, Time time) {
    this.store = store;
    this.teachers = teachers;
    this.purse = purse;
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

  /// Has this called after each answer, in place of an earlier one.
  public void onAnswer(Runnable listener) {
    this.listener.set(listener);
  }

  /// What has gone to the teachers and come back.
  public Traffic traffic() {
    return traffic;
  }

  /// What came of a question: from the journal where it has ended before, else from the teacher.
  ///
  /// @throws GenerationException where no request to this teacher can succeed, or where the budget
  ///   leaves too little
  public Answer ask(Question question)
      throws GenerationException, IOException, InterruptedException {
    Teachers.Seat seat = teachers.named(question.teacher());
    JournalRequest request = question.journalRequest();
    Optional<JournalEntry> settled = store.lookUp(request);
    if (settled.isPresent()) {
      return known(settled.get());
    }
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

  private Answer known(JournalEntry entry) {
    reused.increment();
    return switch (entry) {
      case JournalEntry.Answered(ChatReply reply) -> new Answer.Given(reply);
      case JournalEntry.Refused(String error) -> new Answer.Refused(error);
      case JournalEntry.Sent _ -> throw new IllegalArgumentException("not settled yet");
    };
  }

  /// @throws ChatException where the teacher failed in a way that may pass
  private Answer once(Question question, JournalRequest request, Teachers.Seat seat)
      throws ChatException, GenerationException, IOException, InterruptedException {
    Pace.Turn turn = seat.pace().go(estimates.of(question));
    Sign sign = Sign.NONE;
    long used = 0;
    String message = "";
    try {
      Optional<String> givenUp = seat.pace().givenUp();
      if (givenUp.isPresent()) {
        return new Answer.Missing(givenUp.get());
      }
      Answer answer = pay(question, request, seat);
      sign = Sign.ANSWERED;
      used = answer instanceof Answer.Given(ChatReply reply) ? tokens(reply) : 0;
      return answer;
    } catch (ChatException e) {
      sign = sign(e.kind());
      message = message(e);
      throw e;
    } finally {
      seat.pace().back(turn, sign, used, message);
      listener.get().run();
    }
  }

  private static long tokens(ChatReply reply) {
    return reply.promptTokens() + reply.completionTokens();
  }

  private static Sign sign(ChatException.Kind kind) {
    return switch (kind) {
      case RATE_LIMITED -> Sign.TOO_MANY;
      case UNAVAILABLE -> Sign.FAILED;
      case BROKEN_ANSWER, BAD_REQUEST, MISCONFIGURED -> Sign.ANSWERED;
    };
  }

  /// Sends a question for which there is money enough, and settles what it cost.
  private Answer pay(Question question, JournalRequest request, Teachers.Seat seat)
      throws ChatException, GenerationException, IOException, InterruptedException {
    Cost worst = worst(question, seat.plan());
    if (!purse.setAside(worst)) {
      throw budgetReached();
    }
    Bill bill = Bill.lost(worst);
    try {
      JournalEntry entry = store.lookUpOrSend(request, worst, time.now());
      if (!(entry instanceof JournalEntry.Sent)) {
        bill = Bill.free();
        return known(entry);
      }
      sent.increment();
      Instant sentAt = time.now();
      ChatReply reply = wellFormed(seat.model().reply(question.request()));
      bill = Bill.of(reply, seat.plan().price(), worst);
      store.answered(request, reply, bill, time.now());
      learn(question.stage(), reply, sentAt);
      return new Answer.Given(reply);
    } catch (ChatException e) {
      bill = isFree(e.kind()) ? Bill.free() : Bill.lost(worst);
      store.failed(request, e.kind(), message(e), bill);
      return refused(e);
    } finally {
      purse.settle(worst, bill);
    }
  }

  /// The most that a question can cost: no more tokens than bytes, and the longest answer.
  private static Cost worst(Question question, TeacherPlan plan) {
    return Cost.of(
        plan.price(), Tokens.atMost(question.request()), question.request().sampling().maxTokens());
  }

  private GenerationException budgetReached() {
    return new GenerationException(
        GenerationException.Kind.BUDGET_REACHED,
        "the budget of %s leaves too little for the next request; everything so far is kept, and the"
                .formatted(purse.budget())
            + " same command with a larger budget goes on");
  }

  private void learn(String stage, ChatReply reply, Instant sentAt) {
    traffic.answered(stage, tokens(reply), sentAt, time.now());
    if (reply.completionTokens() > 0) {
      estimates.learn(stage, reply.completionTokens());
    }
  }

  /// Whether a request that failed in this way cannot have been billed.
  private static boolean isFree(ChatException.Kind kind) {
    return switch (kind) {
      case RATE_LIMITED, BAD_REQUEST, MISCONFIGURED -> true;
      case UNAVAILABLE, BROKEN_ANSWER -> false;
    };
  }

  private static Answer refused(ChatException e) throws ChatException, GenerationException {
    return switch (e.kind()) {
      case MISCONFIGURED ->
          throw new GenerationException(GenerationException.Kind.TEACHER_MISCONFIGURED, message(e));
      case BAD_REQUEST -> new Answer.Refused(message(e));
      case RATE_LIMITED, UNAVAILABLE, BROKEN_ANSWER -> throw e;
    };
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

  private void pause(ChatException e, int failures, String requestId, Pace pace)
      throws InterruptedException {
    if (e.kind() == ChatException.Kind.RATE_LIMITED) {
      Duration alone = pace.quiet(e.retryAfter(), failures, requestId);
      if (alone.isPositive()) {
        time.sleep(alone);
      }
    } else if (e.retryAfter().map(pace::bears).orElse(true)) {
      time.sleep(e.retryAfter().orElseGet(() -> pace.pauseAfter(failures, requestId)));
    }
  }
}
