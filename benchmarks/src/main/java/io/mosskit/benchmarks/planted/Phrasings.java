package io.mosskit.benchmarks.planted;

import io.mosskit.benchmarks.planted.Phrasing.Draw;
import io.mosskit.benchmarks.planted.Phrasing.PhrasedCall;
import io.mosskit.benchmarks.planted.Phrasing.PhrasedTurn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads `phrasings.txt`, whose head says what its lines mean.
final class Phrasings {

  private static final String THOUGHTS_ZH = "看看用户需要什么，再决定怎么回答。";
  private static final String THOUGHTS_EN = "I see what the user needs and then answer.";

  private final List<Phrasing> phrasings = new ArrayList<>();
  private int line;
  private int start;
  private String family = "";
  private String language = "";
  private List<Draw> draws = new ArrayList<>();
  private List<PhrasedTurn> turns = new ArrayList<>();
  private String user = "";
  private String thoughts = "";
  private List<PhrasedCall> calls = new ArrayList<>();

  private Phrasings() {}

  /// All of them, in the order of the file.
  static List<Phrasing> all() {
    Phrasings reader = new Phrasings();
    resource("phrasings.txt").lines().forEach(reader::read);
    reader.endDialogue();
    return List.copyOf(reader.phrasings);
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Phrasings.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String text) {
    line++;
    String rest = text.length() > 2 ? text.substring(2) : "";
    if (text.startsWith("## ")) {
      endDialogue();
      String[] head = text.substring(3).split(" ");
      family = head[0];
      language = head[1];
      start = line;
    } else if (text.isBlank() || text.startsWith("# ")) {
      return;
    } else if (text.startsWith("U ")) {
      user = rest;
    } else if (text.startsWith("T ")) {
      thoughts = rest;
    } else if (text.startsWith("C ")) {
      calls.add(new PhrasedCall("Calculate", rest, List.of()));
    } else if (text.startsWith("S ")) {
      calls.add(new PhrasedCall("Solve", rest, List.of()));
    } else if (text.startsWith("Q ")) {
      calls.add(new PhrasedCall("Search", rest, List.of()));
    } else if (text.startsWith("> ")) {
      addSnippet(rest);
    } else if (text.startsWith("R ")) {
      endTurn(rest);
    } else if (text.startsWith("#")) {
      return;
    } else {
      addDraws(text);
    }
  }

  private void addSnippet(String snippet) {
    PhrasedCall search = calls.removeLast();
    List<String> snippets = new ArrayList<>(search.snippets());
    snippets.add(snippet);
    calls.add(new PhrasedCall(search.plugin(), search.argument(), snippets));
  }

  private void addDraws(String text) {
    for (String draw : text.split(" ")) {
      int equals = draw.indexOf('=');
      if (equals < 1) {
        throw new IllegalStateException("phrasings.txt:" + line + ": expected a=1..9: " + text);
      }
      draws.add(new Draw(draw.substring(0, equals), draw.substring(equals + 1)));
    }
  }

  private void endTurn(String reply) {
    String thought =
        !thoughts.isEmpty() ? thoughts : language.equals("zh") ? THOUGHTS_ZH : THOUGHTS_EN;
    turns.add(new PhrasedTurn(user, thought, calls, reply.replace("\\n", "\n")));
    thoughts = "";
    calls = new ArrayList<>();
  }

  private void endDialogue() {
    if (!turns.isEmpty()) {
      phrasings.add(new Phrasing(start, family, language, draws, turns));
    }
    draws = new ArrayList<>();
    turns = new ArrayList<>();
  }
}
