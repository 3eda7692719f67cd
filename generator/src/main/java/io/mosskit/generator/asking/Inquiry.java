package io.mosskit.generator.asking;

import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Asks about a topic until an answer can be used: each further question says at its end what was
/// wrong with the answer before. Thread-safe.
public final class Inquiry {

  /// Why a topic failed that the teacher refused.
  public static final String TEACHER_REFUSED = "teacher_refused";

  /// Why a topic is left for now: the teacher could not be had.
  public static final String TEACHER_UNAVAILABLE = "teacher_unavailable";

  private final Asker asker;
  private final long runSeed;

  public Inquiry(Asker asker, long runSeed) {
    this.asker = asker;
    this.runSeed = runSeed;
  }

  /// The name of the teacher who is asked about a thing, the same in every start of the run.
  public String teacherFor(String thing) {
    return asker.teacherFor(thing);
  }

  /// How long it is asked, and how.
  ///
  /// @param retries how many further questions are asked at most
  /// @param wording in whose language they say what was wrong
  public record Manner(int retries, Wording wording) {}

  /// What came of a topic.
  public <T> Outcome<T> ask(Topic topic, List<Message> messages, Manner manner, Reading<T> reading)
      throws GenerationException, IOException, InterruptedException {
    List<Try> tries = new ArrayList<>();
    List<Message> asked = messages;
    for (int number = 0; ; number++) {
      Question question = topic.question(runSeed, number, asked);
      String id = question.request().id();
      switch (asker.ask(question)) {
        case Answer.Missing(String error) -> {
          tries.add(new Try(id, "", "", TEACHER_UNAVAILABLE));
          return new Outcome.Missed<>(error, tries);
        }
        case Answer.Refused(String error) -> {
          tries.add(new Try(id, "", "", TEACHER_REFUSED));
          return new Outcome.Failed<>(TEACHER_REFUSED, error, tries);
        }
        case Answer.Given(ChatReply reply) -> {
          switch (reading.of(reply)) {
            case Usable<T>(T value) -> {
              tries.add(new Try(id, reply.model(), reply.content(), ""));
              return new Outcome.Had<>(value, tries);
            }
            case Faulty<T>(String fault, String detail) -> {
              tries.add(new Try(id, reply.model(), reply.content(), fault));
              if (number == manner.retries()) {
                return new Outcome.Failed<>(fault, detail, tries);
              }
              asked = new ArrayList<>(messages);
              asked.add(manner.wording().again(fault, detail));
            }
          }
        }
      }
    }
  }
}
