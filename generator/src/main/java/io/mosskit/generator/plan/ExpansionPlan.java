package io.mosskit.generator.plan;

import io.mosskit.schema.chat.Sampling;

/// How seeds are multiplied.
///
/// @param examples what one request shows and asks for
/// @param rounds how requests are bundled
/// @param admission what a proposed prompt must be
/// @param evolution how accepted prompts are evolved after the rounds
/// @param personas who writes prompts
/// @param retries how often a request is made again whose answer could not be read, at least 0
/// @param sampling how answers are drawn; each request has a seed of its own
public record ExpansionPlan(
    Examples examples,
    Rounds rounds,
    Admission admission,
    EvolutionPlan evolution,
    PersonaPlan personas,
    int retries,
    Sampling sampling) {

  /// The settings of Self-Instruct, its threshold included, with temperature 1.
  public static final ExpansionPlan DEFAULT =
      new ExpansionPlan(
          new Examples(6, 2, 5),
          new Rounds(20, 3),
          new Admission(4, 2000, 0.7),
          EvolutionPlan.NONE,
          PersonaPlan.NONE,
          2,
          new Sampling(1, 1, 2048, 0));

  public ExpansionPlan {
    if (retries < 0) {
      throw new IllegalArgumentException("retries are at least 0, not " + retries);
    }
  }

  /// What one request shows and asks for.
  ///
  /// @param seeds how many seed prompts it shows, at least 1
  /// @param generated how many accepted new prompts it shows; seeds stand in while there are too
  ///   few
  /// @param wanted how many prompts an answer is asked to hold, at least 1
  public record Examples(int seeds, int generated, int wanted) {

    public Examples {
      if (seeds < 1 || generated < 0 || wanted < 1) {
        throw new IllegalArgumentException(
            "examples: seeds %d must be at least 1, generated %d at least 0, wanted %d at least 1"
                .formatted(seeds, generated, wanted));
      }
    }
  }

  /// How requests are bundled: what a round accepts may serve as an example from the next one on.
  ///
  /// @param answers how many answers a round asks for, for one category and language, at most
  /// @param stallAfter after so many rounds in a row that brought nothing, no more are begun
  public record Rounds(int answers, int stallAfter) {

    public Rounds {
      if (answers < 1 || stallAfter < 1) {
        throw new IllegalArgumentException(
            "rounds: answers %d and stallAfter %d must be at least 1"
                .formatted(answers, stallAfter));
      }
    }
  }

  /// What a proposed prompt must be.
  ///
  /// @param minCharacters its least length in code points
  /// @param maxCharacters its greatest
  /// @param maxRougeL the ROUGE-L F1 with any seed or accepted prompt that it may not exceed, in
  ///   [0, 1]
  public record Admission(int minCharacters, int maxCharacters, double maxRougeL) {

    public Admission {
      if (minCharacters < 1
          || maxCharacters < minCharacters
          || !(maxRougeL >= 0 && maxRougeL <= 1)) {
        throw new IllegalArgumentException(
            "admission: 1 <= minCharacters %d <= maxCharacters %d, 0 <= maxRougeL %s <= 1"
                .formatted(minCharacters, maxCharacters, maxRougeL));
      }
    }
  }

  public ExpansionPlan withExamples(Examples examples) {
    return new ExpansionPlan(examples, rounds, admission, evolution, personas, retries, sampling);
  }

  public ExpansionPlan withRounds(Rounds rounds) {
    return new ExpansionPlan(examples, rounds, admission, evolution, personas, retries, sampling);
  }

  public ExpansionPlan withAdmission(Admission admission) {
    return new ExpansionPlan(examples, rounds, admission, evolution, personas, retries, sampling);
  }

  public ExpansionPlan withEvolution(EvolutionPlan evolution) {
    return new ExpansionPlan(examples, rounds, admission, evolution, personas, retries, sampling);
  }

  public ExpansionPlan withPersonas(PersonaPlan personas) {
    return new ExpansionPlan(examples, rounds, admission, evolution, personas, retries, sampling);
  }

  public ExpansionPlan withRetries(int retries) {
    return new ExpansionPlan(examples, rounds, admission, evolution, personas, retries, sampling);
  }

  public ExpansionPlan withSampling(Sampling sampling) {
    return new ExpansionPlan(examples, rounds, admission, evolution, personas, retries, sampling);
  }
}
