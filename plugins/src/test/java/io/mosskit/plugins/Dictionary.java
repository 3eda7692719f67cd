package io.mosskit.plugins;

import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import java.util.Map;

/// A plugin as a user would add one, named in a service file of the tests.
public final class Dictionary implements Plugin {

  private static final Map<String, String> WORDS =
      Map.of("苔藓", "moss", "moss", "苔藓", "don't", "别\n不要");

  @Override
  public String name() {
    return "Translate";
  }

  @Override
  public String apiLine() {
    return "Translate(word)";
  }

  @Override
  public String version() {
    return "7";
  }

  @Override
  public Outcome execute(String argument, Limits limits) {
    String word = WORDS.get(argument);
    return word == null
        ? new Failure(Reason.NOTHING_FOUND, "no entry '" + argument + "'")
        : new Result(word);
  }
}
