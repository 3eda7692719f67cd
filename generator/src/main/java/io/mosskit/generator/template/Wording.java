package io.mosskit.generator.template;

import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words in which the teacher is asked, in one language. Every instruction begins with lines
/// `Key: value`, which say the same to a program; then a blank line, then the words.
public final class Wording {

  public static final String EXPAND_PROMPTS = "expand-prompts";
  public static final String EVOLVE_PROMPT = "evolve-prompt";
  public static final String USER_TURN = "user-turn";
  public static final String JUDGE = "judge";

  /// On the short side, so that a reply of that length is not cut.
  private static final double WORDS_OF_A_TOKEN = 0.6;

  private static final double CHARACTERS_OF_A_TOKEN = 0.9;

  private static final Wording ZH = new Wording(Language.ZH);
  private static final Wording EN = new Wording(Language.EN);

  private static final Form PROMPTS_FORM = AnswerSchema.load(EXPAND_PROMPTS);
  private static final Form JUDGE_FORM = AnswerSchema.load(JUDGE);
  private static final Form EVOLVE_FORM = AnswerSchema.load(EVOLVE_PROMPT);
  private static final Form USER_TURN_FORM = AnswerSchema.load(USER_TURN);

  private final Language language;
  private final Template expandPrompts;
  private final Template evolve;
  private final Template userTurn;
  private final Template reply;
  private final Template judge;
  private final Template again;
  private final Template taxonomy;

  private Wording(Language language) {
    this.language = language;
    this.expandPrompts = Template.load(EXPAND_PROMPTS, language.label());
    this.evolve = Template.load("evolve", language.label());
    this.userTurn = Template.load(USER_TURN, language.label());
    this.reply = Template.load("reply", language.label());
    this.judge = Template.load(JUDGE, language.label());
    this.again = Template.load("again", language.label());
    this.taxonomy = Template.load("taxonomy", language.label());
  }

  /// The words in that language.
  ///
  /// @param language [Language#ZH] or [Language#EN]
  public static Wording in(Language language) {
    return switch (language) {
      case ZH -> ZH;
      case EN -> EN;
      case MIXED, OTHER -> throw new IllegalArgumentException("no words in " + language.label());
    };
  }

  /// Name and version of the template that asks for prompts, as it stands in a lineage.
  public static String expandPromptsVersion() {
    return EN.expandPrompts.name() + "@" + EN.expandPrompts.version();
  }

  /// Name and version of the template that asks to evolve prompts, as it stands in a lineage.
  public static String evolveVersion() {
    return EN.evolve.name() + "@" + EN.evolve.version();
  }

  /// Name and version of the template that asks for user turns, as it stands in a lineage.
  public static String userTurnVersion() {
    return EN.userTurn.name() + "@" + EN.userTurn.version();
  }

  /// What the answer to [#expandPrompts] must look like.
  public static Form expandPromptsForm() {
    return PROMPTS_FORM;
  }

  /// What the answer to [#evolve] must look like.
  public static Form evolveForm() {
    return EVOLVE_FORM;
  }

  /// What the answer to [#userTurn] must look like.
  public static Form userTurnForm() {
    return USER_TURN_FORM;
  }

  /// What the answer to [#judge] must look like.
  public static Form judgeForm() {
    return JUDGE_FORM;
  }

  /// Name and version of the template that asks for a judgement, as it stands in a verdict.
  public static String judgeVersion() {
    return EN.judge.name() + "@" + EN.judge.version();
  }

  /// Name and version of the template that says what kinds and grades mean, as it stands in a
  /// lineage.
  public static String taxonomyVersion() {
    return EN.taxonomy.name() + "@" + EN.taxonomy.version();
  }

  /// Tells these templates from those of another version.
  public static String fingerprint() {
    return "%s, %s, %s, %s, sha256 %s"
        .formatted(
            expandPromptsVersion(),
            evolveVersion(),
            userTurnVersion(),
            taxonomyVersion(),
            Ids.sha256(
                ZH.expandPrompts.sha256(),
                EN.expandPrompts.sha256(),
                ZH.evolve.sha256(),
                EN.evolve.sha256(),
                ZH.userTurn.sha256(),
                EN.userTurn.sha256(),
                ZH.judge.sha256(),
                EN.judge.sha256(),
                ZH.reply.sha256(),
                EN.reply.sha256(),
                ZH.again.sha256(),
                EN.again.sha256(),
                ZH.taxonomy.sha256(),
                EN.taxonomy.sha256(),
                PROMPTS_FORM,
                EVOLVE_FORM,
                USER_TURN_FORM));
  }

  /// Asks for so many new prompts of a category, showing examples.
  ///
  /// @param round of the run, from 1
  /// @param draw of the round, from 1
  /// @param brief what is asked for besides
  public Message expandPrompts(
      Category category, int number, int round, int draw, List<String> examples, Brief brief) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < examples.size(); i++) {
      String example = examples.get(i).strip().replace("\n", "\n   ");
      list.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(example);
    }
    return new Message(
        Role.USER,
        expandPrompts.fill(
            "request",
            Map.of(
                "category", category.label(),
                "language", language.label(),
                "number", Integer.toString(number),
                "round", Integer.toString(round),
                "draw", Integer.toString(draw),
                "labels", labels(brief),
                "able", expandPrompts.section(of(category, "able")),
                "guidance", guidance(category, brief) + besides(category, brief),
                "examples", list.toString())));
  }

  /// The section on dialogues that call plugins, or that on all others.
  private static String of(Category category, String section) {
    return Category.PLUGIN.contains(category) ? section + " plugins" : section;
  }

  /// What kind of prompt is wanted: that of its place in the taxonomy, where it has one, or what
  /// becomes of the calls that it leads to.
  private String guidance(Category category, Brief brief) {
    Taxon taxon = brief.taxon();
    if (taxon == null) {
      boolean answered = brief.circumstance() == Circumstance.ANSWERED;
      String kind = answered ? "" : " " + brief.circumstance().label();
      return expandPrompts.section(category.label() + kind);
    }
    Risk risk = taxon.risk();
    return taxonomy.fill(
        "kind " + taxon.kind().label(),
        Map.of("risk", risk == null ? "" : taxonomy.section("risk " + risk.label())));
  }

  /// The header lines that name a place in the taxonomy.
  private static String labels(Taxon taxon) {
    Risk risk = taxon.risk();
    return "Kind: " + taxon.kind().label() + (risk == null ? "" : "\nRisk: " + risk.label());
  }

  /// The header lines of a brief.
  private static String labels(Brief brief) {
    StringBuilder labels = new StringBuilder();
    if (brief.taxon() != null) {
      labels.append('\n').append(labels(brief.taxon()));
    }
    if (brief.circumstance() != Circumstance.ANSWERED) {
      labels.append("\nCircumstance: ").append(brief.circumstance().label());
    }
    if (brief.persona() != null) {
      labels.append("\nPersona: ").append(brief.persona().text());
    }
    if (!brief.constraints().isEmpty()) {
      labels.append("\nConstraints: ").append(String.join(", ", brief.constraints()));
    }
    return labels.toString();
  }

  /// The same in words, paragraphs of their own.
  private String besides(Category category, Brief brief) {
    StringBuilder words = new StringBuilder();
    if (!brief.constraints().isEmpty()) {
      words.append("\n\n").append(expandPrompts.section("constraints " + category.label()));
      for (String constraint : brief.constraints()) {
        words.append("\n- ").append(expandPrompts.section("constraint " + constraint));
      }
    }
    if (brief.persona() != null) {
      Map<String, String> who = Map.of("persona", brief.persona().text());
      words.append("\n\n").append(expandPrompts.fill("persona", who));
    }
    return words.toString();
  }

  /// Asks to evolve a prompt.
  ///
  /// @param operation what is to be done with it, a name for which the template has words
  /// @param round of evolution, from 1
  public Message evolve(Category category, String operation, int round, String prompt) {
    return new Message(
        Role.USER,
        evolve.fill(
            "request",
            Map.of(
                "category", category.label(),
                "language", language.label(),
                "operation", operation,
                "round", Integer.toString(round),
                "operation-guidance", evolve.section(operation),
                "guidance", expandPrompts.section(category.label()),
                "prompt", prompt)));
  }

  /// Asks for what the user says next.
  ///
  /// @param intent what the user wants with it, a name for which the template has words
  /// @param turn the number of the turn that it opens, at least 2
  /// @param history user and assistant in turns
  public Message userTurn(Category category, String intent, int turn, List<Message> history) {
    Map<String, String> values = turn(category, intent, turn, history);
    values.put("labels", "");
    values.put("intent-guidance", userTurn.section(intent(category, intent)));
    values.put("category-guidance", userTurn.section("category " + category.label()));
    return new Message(Role.USER, userTurn.fill("request", values));
  }

  /// The section on an intent; what belongs to a plugin's work is asked for in other words.
  private static String intent(Category category, String intent) {
    boolean either = intent.equals("deepen") || intent.equals("clarify");
    return either ? of(category, "intent " + intent) : "intent " + intent;
  }

  /// Asks for what the user says next in a dialogue that began at a place in the taxonomy.
  ///
  /// @param intent what the user wants with it, a name for which the template has words
  /// @param right whether the user is right, null where it is no correction
  /// @param turn the number of the turn that it opens, at least 2
  /// @param history user and assistant in turns
  public Message userTurn(
      Taxon taxon, String intent, @Nullable Boolean right, int turn, List<Message> history) {
    Map<String, String> values = turn(taxon.kind().category(), intent, turn, history);
    String answer = right == null ? "" : right ? "yes" : "no";
    values.put("labels", "\n" + labels(taxon) + (right == null ? "" : "\nRight: " + answer));
    values.put(
        "intent-guidance",
        right == null ? userTurn.section("intent " + intent) : taxonomy.section("right " + answer));
    values.put("category-guidance", taxonomy.section("user " + taxon.kind().label()));
    return new Message(Role.USER, userTurn.fill("request", values));
  }

  private Map<String, String> turn(
      Category category, String intent, int turn, List<Message> history) {
    Map<String, String> values = new HashMap<>();
    values.put("category", category.label());
    values.put("language", language.label());
    values.put("intent", intent);
    values.put("turn", Integer.toString(turn));
    values.put("dialogue", Transcript.of(history, userTurn, language));
    return values;
  }

  /// Says how the next reply is meant, at the end of the request for it.
  ///
  /// @param grade one of the place's; null for the reply to a user who corrects before anything was
  ///   said, which has to weigh for itself
  public Message reply(Taxon taxon, @Nullable Grade grade) {
    Risk risk = taxon.risk();
    String goal = grade == null ? "weigh" : grade.label();
    String help = taxonomy.section("help " + (risk == null ? "any" : risk.label()));
    String guidance =
        taxonomy.fill("grade " + taxon.kind().label() + " " + goal, Map.of("help", help));
    String labels = "Task: reply\n" + labels(taxon) + "\nGrade: " + goal;
    return new Message(
        Role.SYSTEM, taxonomy.fill("reply", Map.of("labels", labels, "guidance", guidance)));
  }

  /// Asks what to think of a dialogue.
  ///
  /// @param kind a finer kind inside the category, or null
  /// @param said all of it, user and assistant in turns
  public Message judge(Category category, @Nullable String kind, List<Message> said) {
    return new Message(
        Role.USER,
        judge.fill(
            "request",
            Map.of(
                "category", category.label(),
                "language", language.label(),
                "wanted",
                    kind == null ? "" : "\n" + judge.fill("wanted", Map.of("kind", kind)).strip(),
                "dialogue", Transcript.of(said, judge, language))));
  }

  /// Says how long a reply may be.
  ///
  /// @param tokens of the teacher's; they are told as words, or as characters in Chinese
  public String room(int tokens) {
    double textOfAToken = language == Language.ZH ? CHARACTERS_OF_A_TOKEN : WORDS_OF_A_TOKEN;
    long length = Math.round(tokens * textOfAToken / 10) * 10;
    return reply.fill("room", Map.of("length", Long.toString(length)));
  }

  /// Says why an answer could not be used, at the end of the request that asks for it again.
  ///
  /// @param fault its name; one for which the template has no words of its own is told by its
  ///   detail
  /// @param detail what exactly was found
  public Message again(String fault, String detail) {
    String section = again.sections().containsKey(fault) ? fault : "unproved";
    return new Message(Role.SYSTEM, again.fill(section, Map.of("detail", detail)));
  }
}
