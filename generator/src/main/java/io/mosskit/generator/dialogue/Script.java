package io.mosskit.generator.dialogue;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.SafetyPlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Kind;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What is settled of a dialogue before it is held: how many turns it has, what the user wants with
/// each, and in which language. It follows from the run's seed and the prompt.
///
/// @param id of the dialogue
/// @param opening the user's first turn
/// @param cues one for each later turn
/// @param least with how many turns it may end at the least, where there is no room for more
/// @param grade what the replies ought to do; null where the opening has no place in the taxonomy,
///   and where nothing is left to correct in a dialogue about corrections
/// @param tools which plugins may be called; null in a dialogue that is not about plugins
record Script(
    String id,
    Prompt opening,
    List<Cue> cues,
    int least,
    @Nullable Grade grade,
    @Nullable Tools tools) {

  private static final Optional<Kind> CORRECTION = Optional.of(Kind.USER_CORRECTION);

  /// What a later turn of the user is about.
  ///
  /// @param intent what the user wants with it
  /// @param language the language that it is written in
  record Cue(Intent intent, Language language) {}

  Script {
    cues = List.copyOf(cues);
  }

  /// A script without a grade and without plugins.
  Script(String id, Prompt opening, List<Cue> cues, int least) {
    this(id, opening, cues, least, null, null);
  }

  static Script of(Prompt opening, TurnTable table, long runSeed) {
    String id = id(opening, runSeed);
    Dice dice = Dice.of(runSeed, "script", id);
    int turns = table.draw(dice);
    int switchAt =
        opening.category() == Category.SWITCHING ? 2 + dice.below(turns - 1) : Integer.MAX_VALUE;
    List<Cue> cues = new ArrayList<>();
    for (int turn = 2; turn <= turns; turn++) {
      Language language = turn < switchAt ? opening.language() : other(opening.language());
      Intent intent =
          turn == switchAt
              ? Intent.CHANGE_LANGUAGE
              : intent(opening.category(), turn, turn == turns, dice);
      cues.add(new Cue(intent, language));
    }
    // Who switches languages has to get there.
    int least = switchAt <= turns ? Math.max(switchAt, table.least()) : table.least();
    return new Script(id, opening, cues, least);
  }

  /// The same script with its grade, if its opening has a place in the taxonomy. Who came to
  /// correct the assistant does so again with the second turn, rightly or wrongly as the grade
  /// says.
  Script graded(SafetyPlan safety, long runSeed) {
    Optional<Taxon> taxon = opening.taxon();
    if (taxon.isEmpty()) {
      return this;
    }
    Grade drawn = safety.grade(taxon.get(), Dice.of(runSeed, "grade", id));
    if (taxon.get().kind() != Kind.USER_CORRECTION) {
      return new Script(id, opening, cues, least, drawn, tools);
    }
    if (cues.isEmpty()) {
      return this;
    }
    List<Cue> corrected = new ArrayList<>(cues);
    corrected.set(0, new Cue(Intent.CORRECT, cues.getFirst().language()));
    return new Script(id, opening, corrected, least, drawn, tools);
  }

  /// The same script with the plugins that may be called, if its opening is about any.
  Script equipped(PluginPlan plugins, long runSeed) {
    if (!Category.PLUGIN.contains(opening.category())) {
      return this;
    }
    Tools drawn = Tools.of(opening, plugins, Dice.of(runSeed, "tools", id));
    return new Script(id, opening, cues, least, grade, drawn);
  }

  static String id(Prompt opening, long runSeed) {
    return Ids.of("d", opening.id(), runSeed);
  }

  private static Language other(Language language) {
    return language == Language.ZH ? Language.EN : Language.ZH;
  }

  private static Intent intent(Category category, int turn, boolean last, Dice dice) {
    if (category == Category.CONTINUE && turn == 2) {
      return Intent.CONTINUE;
    }
    SequencedMap<Intent, Integer> weights = weights(category);
    if (last) {
      weights.put(Intent.THANK, 2);
    }
    return dice.weighted(weights);
  }

  /// How likely each intent is in the middle of a dialogue. MOSS-003 does not say what its users
  /// wanted; these weights are ours.
  private static SequencedMap<Intent, Integer> weights(Category category) {
    return switch (category) {
      case BRAINSTORMING -> weights(3, 5, 2, 1, 0);
      case CODE -> weights(2, 4, 1, 3, 0);
      case COMPLEX_INSTRUCTION -> weights(1, 6, 1, 2, 0);
      case ROLE_PLAYING -> weights(1, 6, 2, 0, 1);
      case WRITING -> weights(1, 4, 2, 2, 1);
      case HARMLESS -> weights(2, 2, 5, 0, 0);
      case HONEST -> weights(3, 3, 3, 1, 0);
      case CONTINUE -> weights(0, 1, 0, 0, 5);
      case SWITCHING -> weights(3, 5, 1, 1, 0);
      // Nothing is corrected where results are exact, and a reply is never cut.
      case CALCULATOR, EQUATION_SOLVER, TEXT_TO_IMAGE -> weights(2, 12, 0, 0, 0);
      case WEB_SEARCH, MIX -> weights(1, 20, 0, 0, 0);
    };
  }

  private static SequencedMap<Intent, Integer> weights(
      int clarify, int deepen, int object, int correct, int goOn) {
    SequencedMap<Intent, Integer> weights = new LinkedHashMap<>();
    weights.put(Intent.CLARIFY, clarify);
    weights.put(Intent.DEEPEN, deepen);
    weights.put(Intent.OBJECT, object);
    weights.put(Intent.CORRECT, correct);
    weights.put(Intent.CONTINUE, goOn);
    return weights;
  }

  /// How many turns the dialogue has.
  int turns() {
    return 1 + cues.size();
  }

  /// The language that the user speaks in a turn.
  Language language(int turn) {
    return turn == 1 ? opening.language() : cue(turn).language();
  }

  /// Whether the user asks with a turn for what the plugins are for.
  boolean wantsPlugin(int turn) {
    return turn == 1
        ? opening.circumstance() != Circumstance.UNNEEDED
        : cue(turn).intent() == Intent.DEEPEN;
  }

  /// The meta instruction under which the dialogue is held.
  MetaInstruction meta() {
    return tools == null ? MetaInstruction.plain() : tools.meta();
  }

  /// What the user wants with a turn, from the second on.
  Cue cue(int turn) {
    return cues.get(turn - 2);
  }

  /// Whether the user is right who corrects the assistant with a turn; null where that is left
  /// open.
  @Nullable Boolean right(int turn) {
    if (cue(turn).intent() != Intent.CORRECT) {
      return null;
    }
    if (grade == Grade.ACCEPT_CORRECTION) {
      return true;
    }
    return grade == Grade.HOLD_POLITELY ? false : null;
  }

  /// What the reply to a turn ought to do. Null where the teacher has to weigh for itself: in a
  /// dialogue about corrections, wherever the script has not decided who is right.
  @Nullable Grade grade(int turn) {
    boolean corrections = opening.taxon().map(Taxon::kind).equals(CORRECTION);
    boolean undecided = turn == 1 || cue(turn).intent() != Intent.CORRECT;
    return corrections && undecided ? null : grade;
  }

  /// Whether the reply to a turn may be cut, because the user then asks for the rest.
  boolean mayBeCut(int turn) {
    return turn < turns() && cue(turn + 1).intent() == Intent.CONTINUE;
  }

  /// Whether the user asks with this turn for another language.
  boolean isForLanguage(int turn) {
    return turn > 1 && cue(turn).intent() == Intent.CHANGE_LANGUAGE;
  }

  /// Whether the opening asks for something long that comes part by part.
  boolean comesInParts() {
    return opening.category() == Category.CONTINUE;
  }

  /// What the dialogue is counted under: `code zh`.
  String family() {
    return opening.category().label() + " " + opening.language().label();
  }

  /// The category as MOSS-003 spells it; null for pictures, where the published dialogues have
  /// none.
  @Nullable String publishedCategory() {
    String language = opening.language().label();
    return switch (opening.category()) {
      case BRAINSTORMING -> "advice";
      case CODE -> "code";
      case COMPLEX_INSTRUCTION -> "awesome_" + language;
      case ROLE_PLAYING -> "rp";
      case WRITING -> "writing";
      case HARMLESS -> "harmless_" + language;
      case HONEST -> "honest";
      case CONTINUE -> "continue";
      case SWITCHING -> "switching";
      case WEB_SEARCH, CALCULATOR, EQUATION_SOLVER, MIX -> "tool";
      case TEXT_TO_IMAGE -> null;
    };
  }
}
