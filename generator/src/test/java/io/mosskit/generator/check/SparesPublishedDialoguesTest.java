package io.mosskit.generator.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.check.TurnChecks.Words;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.SharedFolder;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the checks find in dialogues that people published as good ones.
class SparesPublishedDialoguesTest {

  private static final SortedMap<String, List<String>> REPLIES = new TreeMap<>();
  private static final SortedMap<String, List<String>> USER_TURNS = new TreeMap<>();
  private static int turns;

  @BeforeAll
  static void checkAll() throws Exception {
    Path folder = SharedFolder.resolve("data/moss-003-samples");
    List<Path> files =
        Corpus.of(folder).files().stream().filter(file -> folder.equals(file.getParent())).toList();
    for (Path file : files) {
      try (Scan<Entry> scan = Corpus.of(file).entries()) {
        for (Entry entry : scan) {
          check(file.getFileName().toString(), ((Entry.Accepted) entry).conversation());
        }
      }
    }
  }

  private static void check(String file, Conversation dialogue) {
    List<String> said = new ArrayList<>();
    for (Turn turn : dialogue.turns()) {
      String where = file + " " + dialogue.idText() + ", turn " + turn.number();
      String user = turn.human().strip();
      Language spoken = Language.of(user) == Language.ZH ? Language.ZH : Language.EN;
      if (turn.number() > 1) {
        String json = Json.object().put("user", user).build().text();
        note(USER_TURNS, where, TurnChecks.userTurn(whole(json), place(spoken, said)));
      }
      said.add(user);
      note(REPLIES, where, TurnChecks.reply(whole(turn.reply()), place(spoken, said)));
      said.add(turn.reply().strip());
      turns++;
    }
  }

  private static Place place(Language spoken, List<String> said) {
    return Places.wide(Places.after(spoken, said.toArray(String[]::new)));
  }

  private static ChatReply whole(String text) {
    return new ChatReply(text, Finish.STOP, 0, 0, "m");
  }

  private static void note(Map<String, List<String>> found, String where, Read<Words> read) {
    if (read instanceof Faulty<Words>(String fault, String detail)) {
      found.computeIfAbsent(fault, _ -> new ArrayList<>()).add(where + ": " + detail);
    }
  }

  private static Map<String, Integer> counts(SortedMap<String, List<String>> found) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    found.forEach((fault, where) -> counts.put(fault, where.size()));
    return counts;
  }

  /// - degenerate: one reply writes a factorial of 5,376 digits.
  /// - repeated: one reply gives the answer of the turn before once more.
  /// - template_leftover: three replies of one dialogue end with a stray end token; the five
  ///   replies of another begin with a speaker's name, the first of them a false alarm, for the
  ///   user asked for a conversation.
  /// - wrong_language: seven Chinese wishes got English texts; none asked for that.
  @Test
  void findsInRepliesLittleButWhatIsThere() {
    assertThat(turns).isEqualTo(2999);
    assertThat(counts(REPLIES))
        .as("%s", REPLIES)
        .isEqualTo(
            Map.of("degenerate", 1, "repeated", 1, "template_leftover", 8, "wrong_language", 7));
  }

  /// - repeated: one user asks the same question twice.
  @Test
  void findsInUserTurnsAlmostNothing() {
    assertThat(counts(USER_TURNS)).as("%s", USER_TURNS).isEqualTo(Map.of("repeated", 1));
  }
}
