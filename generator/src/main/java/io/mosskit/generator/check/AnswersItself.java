package io.mosskit.generator.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The user's words go on with the assistant's reply.
final class AnswersItself implements Check {

  private static final Pattern REPLY =
      Pattern.compile(
          "(?mi)(?<=\\n)[\\s*#]*(?:assistant|ai(?: assistant)?|moss|chatbot|answer|AI\\s?助手|助手|助理|答|回答)"
              + "[\\s*]*[:：]");

  @Override
  public String fault() {
    return "answers_itself";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    Matcher matcher = REPLY.matcher(turn.text());
    return matcher.find()
        ? Optional.of("a line begins with \"" + matcher.group().strip() + "\"")
        : Optional.empty();
  }
}
