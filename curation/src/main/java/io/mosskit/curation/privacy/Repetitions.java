package io.mosskit.curation.privacy;

import io.mosskit.schema.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds again what only a word before it has told: whoever gives a name and an address in a form
/// is addressed by them in the reply.
final class Repetitions {
  /// So many are looked for in a dialogue, so that a hostile one takes no longer than others.
  private static final int MOST = 32;

  /// Shorter ones mean other things as well.
  private static final int SHORTEST = 2;

  private final Map<String, Candidate> told;

  private Repetitions(Map<String, Candidate> told) {
    this.told = told;
  }

  /// @param secrets those of each text, in the order in which [Texts] visits them
  static Repetitions of(List<List<Candidate>> secrets, Conversation conversation) {
    Map<String, Candidate> told = new LinkedHashMap<>();
    Iterator<List<Candidate>> found = secrets.iterator();
    Texts.map(
        conversation,
        (_, _, text) -> {
          for (Candidate secret : found.next()) {
            boolean byWord = secret.kind() == Kind.ADDRESS || secret.kind() == Kind.NAME;
            if (byWord && secret.end() - secret.start() >= SHORTEST && told.size() < MOST) {
              told.putIfAbsent(text.substring(secret.start(), secret.end()), secret);
            }
          }
          return text;
        });
    return new Repetitions(told);
  }

  /// The secrets of a text with the repetitions among them, in their order.
  List<Candidate> added(List<Candidate> secrets, String text) {
    if (told.isEmpty()) {
      return secrets;
    }
    List<Candidate> all = new ArrayList<>(secrets);
    told.forEach((words, secret) -> {
      for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
        Candidate again =
            Candidate.secret(secret.kind(), at, at + words.length(), secret.identity());
        if (isWhole(text, again)) {
          all.add(again);
        }
      }
    });
    all.sort(Comparator.comparingInt(Candidate::start).thenComparingInt(secret -> -secret.end()));
    return withoutOverlaps(all);
  }

  private static boolean isWhole(String text, Candidate again) {
    boolean before = Characters.isLetter(Characters.at(text, again.start() - 1));
    boolean after = Characters.isLetter(Characters.at(text, again.end()));
    return !(before && Characters.isLetter(text.charAt(again.start())))
        && !(after && Characters.isLetter(text.charAt(again.end() - 1)));
  }

  private static List<Candidate> withoutOverlaps(List<Candidate> sorted) {
    List<Candidate> free = new ArrayList<>();
    int end = 0;
    for (Candidate candidate : sorted) {
      if (candidate.start() >= end) {
        free.add(candidate);
        end = candidate.end();
      }
    }
    return free;
  }
}
