package io.mosskit.generator.plan;

import static java.util.Map.entry;

import io.mosskit.generator.tokens.TokenBudget;
import io.mosskit.generator.tokens.TokenEstimate;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.convert.TrainingSample;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// How dialogues are held.
///
/// @param fromSeeds whether seed prompts open dialogues too, besides the new ones
/// @param turns how many turns dialogues of each category have
/// @param retries how often a turn is asked again that failed a check, at least 0
/// @param userTurns how the user's later turns are drawn; each request has a seed of its own
/// @param replies how replies are drawn, likewise
/// @param budget how many tokens a dialogue may be
/// @param cutAfter about how many tokens of the teacher's a reply has that is cut on purpose, at
///   least 16; each such reply gets between this and twice as many
/// @param judge how finished dialogues are judged, where they are
/// @param plugins how dialogues that call plugins are held
public record DialoguePlan(
    boolean fromSeeds,
    Map<Category, TurnTable> turns,
    int retries,
    Sampling userTurns,
    Sampling replies,
    TokenBudget budget,
    int cutAfter,
    Optional<JudgePlan> judge,
    PluginPlan plugins) {

  /// Turns as measured on MOSS-003's 1,120 published dialogues (range, median and mean of each
  /// kind), except continue and switching, of which none are published.
  public static final DialoguePlan DEFAULT =
      new DialoguePlan(
          false,
          Map.ofEntries(
              entry(Category.BRAINSTORMING, TurnTable.from(4, 8, 43, 19, 17, 9, 4)),
              entry(Category.CODE, TurnTable.from(3, 2, 14, 15, 31, 20, 10, 6, 2)),
              entry(
                  Category.COMPLEX_INSTRUCTION,
                  TurnTable.from(3, 5, 22, 15, 30, 17, 4, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 1)),
              entry(
                  Category.ROLE_PLAYING,
                  TurnTable.from(3, 3, 19, 19, 17, 20, 12, 2, 3, 3, 1, 0, 1)),
              entry(Category.WRITING, TurnTable.from(3, 7, 22, 29, 18, 17, 5, 2)),
              entry(Category.HARMLESS, TurnTable.from(2, 50, 26, 9, 8, 3, 3, 1)),
              entry(Category.HONEST, TurnTable.from(2, 6, 7, 6, 1)),
              entry(Category.CONTINUE, TurnTable.from(3, 1, 2, 1)),
              entry(Category.SWITCHING, TurnTable.from(3, 1, 2, 1)),
              entry(Category.WEB_SEARCH, TurnTable.fixed(3)),
              entry(Category.CALCULATOR, TurnTable.fixed(2)),
              entry(Category.EQUATION_SOLVER, TurnTable.fixed(1)),
              entry(Category.TEXT_TO_IMAGE, TurnTable.fixed(1)),
              entry(Category.MIX, TurnTable.from(2, 1, 1))),
          2,
          new Sampling(1, 1, 512, 0),
          new Sampling(0.7, 1, 1024, 0),
          new TokenBudget(TrainingSample.ORIGINAL_MAX_TOKENS, TokenEstimate.INSTANCE),
          128,
          Optional.empty(),
          PluginPlan.DEFAULT);

  private static final int LEAST_CUT = 16;

  public DialoguePlan {
    Map<Category, TurnTable> sorted = new EnumMap<>(Category.class);
    sorted.putAll(turns);
    turns = Collections.unmodifiableMap(sorted);
    if (turns.size() < Category.values().length) {
      throw new IllegalArgumentException(
          "a table of turns for each category, not for " + turns.keySet() + " alone");
    }
    for (Category category : new Category[] {Category.CONTINUE, Category.SWITCHING}) {
      if (Objects.requireNonNull(turns.get(category)).least() < 2) {
        throw new IllegalArgumentException(
            "a dialogue of category " + category.label() + " has at least two turns");
      }
    }
    if (retries < 0) {
      throw new IllegalArgumentException("retries are at least 0, not " + retries);
    }
    if (cutAfter < LEAST_CUT) {
      throw new IllegalArgumentException(
          "cut-after is at least " + LEAST_CUT + ", not " + cutAfter);
    }
  }

  /// How many turns dialogues of that category have.
  public TurnTable turnsOf(Category category) {
    return Objects.requireNonNull(turns.get(category), category::label);
  }

  /// Everything here that the dialogues of a category depend on, by name. A new setting that
  /// changes what is said in dialogues has its place here: where it changes, they are held anew.
  public SequencedMap<String, String> parameters(Category category) {
    SequencedMap<String, String> parameters = new LinkedHashMap<>();
    parameters.put("turns " + category.label(), turnsOf(category).toString());
    parameters.put("dialogue retries", Integer.toString(retries));
    parameters.put("user turn sampling", GenerationPlan.text(userTurns));
    parameters.put("reply sampling", GenerationPlan.text(replies));
    parameters.put("dialogue budget", budget.text());
    parameters.put("replies cut after", Integer.toString(cutAfter));
    parameters.put("judge", judge.map(JudgePlan::text).orElse("none"));
    if (Category.PLUGIN.contains(category)) {
      parameters.put("plugins", plugins.text());
    }
    return parameters;
  }

  public DialoguePlan withFromSeeds(boolean fromSeeds) {
    return new DialoguePlan(
        fromSeeds, turns, retries, userTurns, replies, budget, cutAfter, judge, plugins);
  }

  /// The same plan with another table for one category.
  public DialoguePlan withTurns(Category category, TurnTable table) {
    Map<Category, TurnTable> changed = new EnumMap<>(turns);
    changed.put(category, table);
    return new DialoguePlan(
        fromSeeds, changed, retries, userTurns, replies, budget, cutAfter, judge, plugins);
  }

  public DialoguePlan withRetries(int retries) {
    return new DialoguePlan(
        fromSeeds, turns, retries, userTurns, replies, budget, cutAfter, judge, plugins);
  }

  public DialoguePlan withUserTurns(Sampling sampling) {
    return new DialoguePlan(
        fromSeeds, turns, retries, sampling, replies, budget, cutAfter, judge, plugins);
  }

  public DialoguePlan withReplies(Sampling sampling) {
    return new DialoguePlan(
        fromSeeds, turns, retries, userTurns, sampling, budget, cutAfter, judge, plugins);
  }

  public DialoguePlan withBudget(TokenBudget budget) {
    return new DialoguePlan(
        fromSeeds, turns, retries, userTurns, replies, budget, cutAfter, judge, plugins);
  }

  public DialoguePlan withCutAfter(int cutAfter) {
    return new DialoguePlan(
        fromSeeds, turns, retries, userTurns, replies, budget, cutAfter, judge, plugins);
  }

  public DialoguePlan withJudge(JudgePlan judge) {
    return new DialoguePlan(
        fromSeeds,
        turns,
        retries,
        userTurns,
        replies,
        budget,
        cutAfter,
        Optional.of(judge),
        plugins);
  }

  public DialoguePlan withPlugins(PluginPlan plugins) {
    return new DialoguePlan(
        fromSeeds, turns, retries, userTurns, replies, budget, cutAfter, judge, plugins);
  }
}
