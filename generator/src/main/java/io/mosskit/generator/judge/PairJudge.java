package io.mosskit.generator.judge;

import io.mosskit.generator.asking.JsonAnswer;
import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Has replies to one context judged: in pairs, each in both orders, and each alone by the rubric
/// of generation. Thread-safe as its model is.
public final class PairJudge {
  private static final int MAX_TOKENS = 512;

  private final ChatModel model;

  /// @param model of any maker; where its answers are kept, none is paid for twice
  public PairJudge(ChatModel model) {
    this.model = model;
  }

  /// Compares each two of the replies. A judge whose verdict follows the order, and not the
  /// replies, makes a tie of it.
  ///
  /// @throws ChatException where an answer could not be had, or cannot be read
  public List<Comparison> compare(ReplySet set) throws ChatException, InterruptedException {
    List<Comparison> comparisons = new ArrayList<>();
    for (int left = 0; left < set.replies().size(); left++) {
      for (int right = left + 1; right < set.replies().size(); right++) {
        comparisons.add(compare(set, left, right));
      }
    }
    return comparisons;
  }

  private record Said(Winner winner, String reason) {}

  private Comparison compare(ReplySet set, int left, int right)
      throws ChatException, InterruptedException {
    Said there = ask(set, left, right);
    Said back = ask(set, right, left);
    boolean consistent = there.winner() == back.winner().swapped();
    return new Comparison(
        left,
        right,
        consistent ? there.winner() : Winner.TIE,
        consistent,
        List.of(there.reason(), back.reason()));
  }

  private Said ask(ReplySet set, int first, int second) throws ChatException, InterruptedException {
    String id = Ids.of("r", 0, "compare", set.id() + " " + first + " " + second, 0);
    Message request =
        PairWords.request(
            set.context(), set.replies().get(first).text(), set.replies().get(second).text());
    Json.Obj answer = read(request(id, request, PairWords.form()));
    String winner = Objects.requireNonNullElse(answer.string("winner"), "");
    String reason = Objects.requireNonNullElse(answer.string("reason"), "").strip();
    return switch (winner) {
      case "A" -> new Said(Winner.LEFT, reason);
      case "B" -> new Said(Winner.RIGHT, reason);
      case "tie" -> new Said(Winner.TIE, reason);
      default -> throw broken("the winner is \"" + winner + "\", expected A, B or tie");
    };
  }

  /// Scores each of the replies from 1 to 5 by each criterion.
  ///
  /// @return a judgement a reply, empty where the judge's answer is none
  public List<Optional<Judgement>> score(ReplySet set) throws ChatException, InterruptedException {
    Language language =
        Language.of(set.context().getLast().content()) == Language.ZH ? Language.ZH : Language.EN;
    List<Optional<Judgement>> judgements = new ArrayList<>();
    for (int i = 0; i < set.replies().size(); i++) {
      List<Message> said = new ArrayList<>(set.context());
      said.add(new Message(Role.ASSISTANT, set.replies().get(i).text()));
      String id = Ids.of("r", 0, "score", set.id() + " " + i, 0);
      Message words = Wording.in(language).judge(set.category(), null, said);
      judgements.add(Judgement.of(model.reply(request(id, words, Wording.judgeForm())).content()));
    }
    return judgements;
  }

  private static ChatRequest request(String id, Message message, ChatRequest.Form form) {
    Sampling greedy = new Sampling(0, 1, MAX_TOKENS, Dice.serverSeed(id));
    return new ChatRequest(List.of(message), greedy, form, id);
  }

  private Json.Obj read(ChatRequest request) throws ChatException, InterruptedException {
    return switch (JsonAnswer.of(model.reply(request).content())) {
      case JsonAnswer.Broken(String why) -> throw broken(why);
      case JsonAnswer.Read(Json.Obj object) -> object;
    };
  }

  private static ChatException broken(String why) {
    return new ChatException(
        ChatException.Kind.BROKEN_ANSWER, "the judge's answer cannot be read: " + why);
  }
}
