package io.mosskit.generator.dialogue;

import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What has been said in a dialogue so far. Not thread-safe.
final class History {

  private final List<Said> said;

  /// Words of one of the two.
  ///
  /// @param cut whether they end before they are whole
  /// @param act what the assistant then did, before it replied; null where it did nothing
  private record Said(Message message, boolean cut, @Nullable Act act) {}

  History() {
    this(List.of());
  }

  private History(List<Said> said) {
    this.said = new ArrayList<>(said);
  }

  void say(Role role, String text, boolean cut) {
    said.add(new Said(new Message(role, text), cut, null));
  }

  /// Takes in what the assistant did after the user's last words.
  void did(Act act) {
    said.add(new Said(said.removeLast().message(), false, act));
  }

  /// What the assistant did last.
  Act lastAct() {
    return Objects.requireNonNull(said.getLast().act());
  }

  /// What was said last.
  String lastWords() {
    return said.getLast().message().content();
  }

  /// All that was said, in its order.
  List<Message> said() {
    return said.stream().map(Said::message).toList();
  }

  /// Whether what was said last ends before it is whole.
  boolean endsCut() {
    return !said.isEmpty() && said.getLast().cut();
  }

  /// What was said up to the last whole reply.
  History whole() {
    int end = said.size();
    while (end > 0 && !endsWhole(said.get(end - 1))) {
      end--;
    }
    return new History(said.subList(0, end));
  }

  private static boolean endsWhole(Said words) {
    return words.message().role() == Role.ASSISTANT && !words.cut();
  }

  /// The dialogue as the assistant sees it: the meta instruction, then all that was said.
  ///
  /// @param remark what the assistant is told besides, mostly nothing
  List<Message> underMetaInstruction(String remark) {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message(Role.SYSTEM, MetaInstruction.plain().text() + remark));
    messages.addAll(said());
    return messages;
  }

  /// The turns; one that waits for its reply has an empty one.
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < said.size(); i += 2) {
      Said user = said.get(i);
      String reply = i + 1 < said.size() ? said.get(i + 1).message().content() : "";
      int number = turns.size() + 1;
      String human = user.message().content();
      Act act = user.act();
      turns.add(act == null ? Turn.plain(number, human, reply) : act.turn(number, human, reply));
    }
    return turns;
  }

  /// The turns that have their reply.
  List<Turn> turnsBefore() {
    return turns().subList(0, said.size() / 2);
  }

  /// What the plugins were asked, in its order.
  List<Receipt> receipts() {
    return acts().flatMap(act -> act.receipts().stream()).toList();
  }

  /// What the assistant did, turn by turn.
  Stream<Act> acts() {
    return said.stream().flatMap(each -> Stream.ofNullable(each.act()));
  }

  /// The turns, and an empty one behind them.
  List<Turn> turnsAndOneMore() {
    List<Turn> turns = turns();
    turns.add(Turn.plain(turns.size() + 1, "", ""));
    return turns;
  }

  /// All that was said and done, as it stands in a rejection.
  Json json() {
    List<Json> all = new ArrayList<>();
    for (Said words : said) {
      all.add(
          Json.object()
              .put("role", words.message().role() == Role.USER ? "user" : "assistant")
              .put("content", words.message().content())
              .build());
      Stream.ofNullable(words.act()).map(Act::json).forEach(all::add);
    }
    return Json.of(all);
  }
}
