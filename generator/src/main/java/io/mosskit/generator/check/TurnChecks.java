package io.mosskit.generator.check;

import io.mosskit.generator.asking.Characters;
import io.mosskit.generator.asking.JsonAnswer;
import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.stream.Stream;

/// The checks that every turn goes through before it becomes history: the cheapest first, and the
/// first that finds something decides.
public final class TurnChecks {

  private static final String BROKEN_ANSWER = "broken_answer";

  private static final List<Check> REPLY =
      List.of(
          new EmptyText(),
          new CutOff(),
          new Filtered(),
          new TooLong(),
          new WrongLanguage(),
          new Repetition(),
          new BeginsAgain(),
          new ForeignIdentity(),
          new TemplateLeftover(),
          new Degeneration());

  private static final List<Check> USER_TURN =
      List.of(
          new EmptyText(),
          new TooLong(),
          new WrongLanguage(),
          new Repetition(),
          new SpeaksAsAssistant(),
          new AnswersItself(),
          new TemplateLeftover(),
          new CopiesReply(),
          new Degeneration());

  /// Thoughts are no turn, but have to be words in the user's language all the same.
  private static final List<Check> THOUGHTS =
      List.of(
          new EmptyText(),
          new TooLong(),
          new WrongLanguage(),
          new TemplateLeftover(),
          new Degeneration());

  private TurnChecks() {}

  /// A turn that can become history.
  ///
  /// @param cut whether it ends before it is whole, and may
  public record Words(String text, boolean cut) {}

  /// The names of everything that can be wrong with a turn.
  public static List<String> faults() {
    return Stream.concat(
            Stream.of(BROKEN_ANSWER),
            Stream.of(REPLY, USER_TURN).flatMap(List::stream).map(Check::fault))
        .distinct()
        .toList();
  }

  /// The assistant's words in an answer.
  public static Read<Words> reply(ChatReply answer, Place place) {
    boolean cut = answer.finish() == Finish.LENGTH;
    // Where bytes are counted, the last character of a cut text may be broken.
    String text = cut ? answer.content().replaceAll("\uFFFD+$", "") : answer.content();
    return judged(REPLY, new Candidate(Role.ASSISTANT, text.strip(), answer.finish(), place));
  }

  /// What the assistant thinks before it calls plugins.
  public static Read<Words> thoughts(String text, Place place) {
    // Thoughts are one line in the published dialogues.
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return judged(THOUGHTS, new Candidate(Role.ASSISTANT, line, Finish.STOP, place));
  }

  /// The user's words in an answer, `{"user": "…"}`.
  public static Read<Words> userTurn(ChatReply answer, Place place) {
    return switch (JsonAnswer.of(answer.content())) {
      case JsonAnswer.Broken(String why) -> new Faulty<>(BROKEN_ANSWER, why);
      case JsonAnswer.Read(Json.Obj object) -> {
        String text = object.string("user");
        yield text == null
            ? new Faulty<>(BROKEN_ANSWER, "\"user\" is no text")
            : judged(
                USER_TURN,
                new Candidate(Role.USER, Characters.whole(text.strip()), answer.finish(), place));
      }
    };
  }

  private static Read<Words> judged(List<Check> checks, Candidate turn) {
    return checks.stream()
        .flatMap(check ->
            check.find(turn).stream()
                .<Read<Words>>map(detail -> new Faulty<>(check.fault(), detail)))
        .findFirst()
        .orElseGet(() -> new Usable<>(new Words(turn.text(), turn.finish() == Finish.LENGTH)));
  }
}
