package io.mosskit.generator.template;

import io.mosskit.generator.chance.Ids;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words in which the teacher is asked for the calls of a turn and for the reply that rests on
/// their results, in one language. Built as those of [Wording] are.
public final class PluginWording {

  public static final String CALLS = "plugin-calls";
  public static final String REPLY = "plugin-reply";

  private static final PluginWording ZH = new PluginWording(Language.ZH);
  private static final PluginWording EN = new PluginWording(Language.EN);
  private static final Form CALLS_FORM = AnswerSchema.load(CALLS);

  private final Language language;
  private final Template calls;
  private final Template reply;

  private PluginWording(Language language) {
    this.language = language;
    this.calls = Template.load(CALLS, language.label());
    this.reply = Template.load(REPLY, language.label());
  }

  /// The words in that language.
  ///
  /// @param language [Language#ZH] or [Language#EN]
  public static PluginWording in(Language language) {
    return switch (language) {
      case ZH -> ZH;
      case EN -> EN;
      case MIXED, OTHER -> throw new IllegalArgumentException("no words in " + language.label());
    };
  }

  /// Names and versions of the two templates, as they stand in a lineage.
  public static String versions() {
    return "%s@%d, %s@%d"
        .formatted(EN.calls.name(), EN.calls.version(), EN.reply.name(), EN.reply.version());
  }

  /// What the answer to [#calls] must look like.
  public static Form callsForm() {
    return CALLS_FORM;
  }

  /// Tells these templates from those of another version.
  public static String fingerprint() {
    return "%s, sha256 %s"
        .formatted(
            versions(),
            Ids.sha256(
                ZH.calls.sha256(),
                EN.calls.sha256(),
                ZH.reply.sha256(),
                EN.reply.sha256(),
                CALLS_FORM));
  }

  /// Asks for thoughts and calls.
  ///
  /// @param on the plugins that are switched on
  /// @param needed whether a call is to be made
  /// @param most how many may be made
  /// @param turn the number of the turn, from 1
  /// @param said user and assistant in turns, the user's words last
  public Message calls(
      Category category,
      Set<Capability> on,
      boolean needed,
      int most,
      int turn,
      List<Message> said) {
    Map<String, String> values = turn(calls, category, turn, said);
    values.put("plugins", on.isEmpty() ? "none" : join(on, "; ", PluginWording::api));
    values.put("plugin-guidance", guidance(on));
    values.put("need", needed ? "call" : "none");
    values.put("need-guidance", need(category, needed));
    values.put("most", Integer.toString(most));
    return new Message(Role.USER, calls.fill("request", values));
  }

  private String guidance(Set<Capability> on) {
    return on.isEmpty()
        ? calls.section("plugins none")
        : calls.section("plugins")
            + "\n"
            + join(on, "\n", each -> calls.section("plugin " + each.command().orElseThrow()));
  }

  private String need(Category category, boolean needed) {
    Map<String, String> how =
        Map.of("category-guidance", calls.section("category " + category.label()));
    return needed ? calls.fill("need call", how) : calls.section("need none");
  }

  private static String api(Capability plugin) {
    return plugin.api().orElseThrow();
  }

  private static String join(
      Set<Capability> plugins, String separator, Function<Capability, String> words) {
    return plugins.stream().sorted().map(words).collect(Collectors.joining(separator));
  }

  /// Asks for the reply.
  ///
  /// @param outcome what became of the calls: `answered`, `partly`, `failed`, `unneeded`, `off`
  /// @param results one line for each, numbered as it may be cited
  /// @param turn the number of the turn, from 1
  /// @param said user and assistant in turns, the user's words last
  public Message reply(
      Category category, String outcome, List<String> results, int turn, List<Message> said) {
    Map<String, String> values = turn(reply, category, turn, said);
    values.put("outcome", outcome);
    values.put("outcome-guidance", reply.section("outcome " + outcome));
    values.put("results", results.isEmpty() ? reply.section("none") : String.join("\n", results));
    return new Message(Role.USER, reply.fill("request", values));
  }

  private Map<String, String> turn(
      Template names, Category category, int turn, List<Message> said) {
    Map<String, String> values = new HashMap<>();
    values.put("category", category.label());
    values.put("language", language.label());
    values.put("turn", Integer.toString(turn));
    values.put("dialogue", Transcript.of(said, names, language));
    return values;
  }

  /// The reply to a picture that was made, always the same in the published dialogues. Source: MOSS
  /// reference, section A.7.
  public String imageReply() {
    return reply.section("image");
  }
}
