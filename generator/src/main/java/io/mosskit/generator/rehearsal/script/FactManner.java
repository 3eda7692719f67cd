package io.mosskit.generator.rehearsal.script;

import java.util.function.Function;

/// Questions with one plain answer: it is given, and later turns add a fact each.
///
/// @param answer the answer
/// @param more the list of sentences on words that the user takes up
/// @param fact the list of facts
/// @param close the list of last sentences
record FactManner(Function<Scene, String> answer, String more, String fact, String close)
    implements Manner {

  @Override
  public String open(Scene scene) {
    return answer.apply(scene);
  }

  @Override
  public String goOn(Scene scene, Move move) {
    Book book = scene.book();
    String taken = book.join(scene.say(move.opening()), scene.sayOfQuote(more));
    return book.join(taken, scene.say(fact), scene.say(close));
  }
}
