package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.EvolvePrompt;
import io.mosskit.generator.rehearsal.script.Task.ExpandPrompts;
import io.mosskit.generator.rehearsal.script.Task.Judge;
import io.mosskit.generator.rehearsal.script.Task.PluginCalls;
import io.mosskit.generator.rehearsal.script.Task.PluginReply;
import io.mosskit.generator.rehearsal.script.Task.Reply;
import io.mosskit.generator.rehearsal.script.Task.Unreadable;
import io.mosskit.generator.rehearsal.script.Task.UserTurn;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What the rehearsal teacher answers: a pure function of its seed and the request. Thread-safe.
public final class Script {

  private final long seed;
  private final double flawShare;
  private final Books books = Books.read();
  private final ReplyWriter replies = new ReplyWriter(books);
  private final TurnWriter turns = new TurnWriter(books, replies);
  private final JudgeWriter judges = new JudgeWriter(books, replies);

  /// @param flawShare the share of replies, in [0, 1], that are spoilt on purpose
  public Script(long seed, double flawShare) {
    this.seed = seed;
    this.flawShare = flawShare;
  }

  /// A request that announces a task but cannot be read as one. The message says which header is
  /// wrong and what was expected.
  public static final class UnreadableTask extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableTask(String message) {
      super(message);
    }
  }

  /// The answer to a conversation.
  ///
  /// @param identity a text that is equal for equal requests and for no others; all chance comes
  ///   from it
  /// @param maxTokens the longest answer; a unit of [Units] counts as a token
  public Answer answer(List<Message> messages, String identity, int maxTokens)
      throws UnreadableTask {
    SplittableRandom random = Chance.of(seed, "answer", identity);
    Answer answer =
        switch (TaskReader.read(messages)) {
          case ExpandPrompts task -> whole(prompts(task, random));
          case EvolvePrompt task ->
              whole(
                  Json.of(
                      Map.of("prompt", Json.of(PromptEvolver.write(task, book(task), random)))));
          case UserTurn task -> whole(Json.of(Map.of("user", Json.of(turns.write(task, random)))));
          case Judge task -> whole(judges.write(task));
          case Task.Compare task -> whole(judges.compare(task));
          case PluginCalls task -> calls(task, identity, random);
          case PluginReply task -> reply(task, identity, random);
          case Reply task -> reply(task, identity, random);
          case Unreadable(String problem) -> throw new UnreadableTask(problem);
        };
    return limited(answer, maxTokens);
  }

  private Json prompts(ExpandPrompts task, SplittableRandom random) {
    Book book = books.of(task.language());
    List<String> prompts = PromptWriter.write(task, book, random);
    return Json.object().put("prompts", prompts).build();
  }

  private Book book(EvolvePrompt task) {
    return books.of(task.language());
  }

  private static Answer whole(Json json) {
    return new Answer(json.text(), false);
  }

  private Answer calls(PluginCalls task, String identity, SplittableRandom random) {
    Book book = books.of(task.language());
    CallWriter.Proposal proposal = CallWriter.write(task, book, random);
    SplittableRandom fate = Chance.of(seed, "flaw", identity);
    return fate.nextDouble() >= flawShare
        ? whole(proposal.json())
        : CallFlaw.spoil(proposal, book, fate);
  }

  private Answer reply(PluginReply task, String identity, SplittableRandom random) {
    Book book = books.of(task.language());
    String text = new ToolReply(task, book, random).write();
    SplittableRandom fate = Chance.of(seed, "flaw", identity);
    return fate.nextDouble() >= flawShare
        ? new Answer(text, false)
        : new Answer(ToolReplyFlaw.spoil(task, text, book, fate), false);
  }

  private Answer reply(Reply task, String identity, SplittableRandom random) {
    Talk talk = task.talk();
    SplittableRandom fate = Chance.of(seed, "flaw", identity);
    if (fate.nextDouble() >= flawShare) {
      return new Answer(replies.write(talk, task.guide(), random), false);
    }
    Book book = books.of(talk.language());
    String text = replies.write(talk, task.guide(), random);
    return switch (Flaw.values()[fate.nextInt(Flaw.values().length)]) {
      case CUT -> new Answer(text.substring(0, text.length() * 3 / 5), true);
      case EMPTY -> new Answer("", false);
      case WRONG_LANGUAGE ->
          new Answer(replies.writeInOtherLanguage(talk, task.guide(), random), false);
      case REPEATED -> new Answer(repeated(talk, text), false);
      case VENDOR ->
          new Answer(book.join(book.grammar().write("as.ai", Map.of(), fate), text), false);
      case CONTRARY -> new Answer(contrary(task.guide(), book, fate), false);
    };
  }

  /// Agrees where it ought to decline, and declines everywhere else.
  private static String contrary(Guide guide, Book book, SplittableRandom fate) {
    String list = guide.declines() ? "comply.open" : "refuse.flat";
    return book.grammar().write(list, Map.of(), fate);
  }

  /// The last reply once more, or a first reply over and over.
  private static String repeated(Talk talk, String text) {
    return talk.lastReply().isEmpty()
        ? String.join("\n", List.of(text, text, text, text))
        : talk.lastReply();
  }

  /// Cuts an answer that is too long where the last token fits.
  private static Answer limited(Answer answer, int maxTokens) {
    String content = answer.content();
    if (content.length() <= maxTokens || Units.of(content).size() <= maxTokens) {
      return answer;
    }
    int fits = 0;
    int tooMuch = content.length();
    while (tooMuch - fits > 1) {
      int middle = (fits + tooMuch) >>> 1;
      if (Units.of(content.substring(0, middle)).size() <= maxTokens) {
        fits = middle;
      } else {
        tooMuch = middle;
      }
    }
    return new Answer(content.substring(0, fits), true);
  }
}
