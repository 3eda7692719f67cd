package io.mosskit.schema;

import io.mosskit.schema.json.Json;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a dialogue trains: MOSS-003's own kinds. The published spelling differs between the samples
/// (`advice`, `rp`, `awesome_zh` …) and the full sets (`Brainstorming`, …); [#of] knows both.
///
/// Source: MOSS reference, sections A.2 and A.10.
public enum Category {
  BRAINSTORMING("brainstorming"),
  CODE("code"),
  COMPLEX_INSTRUCTION("complex-instruction"),
  ROLE_PLAYING("role-playing"),
  WRITING("writing"),
  HARMLESS("harmless"),
  HONEST("honest"),
  /// The user asks to go on with an answer that was cut.
  CONTINUE("continue"),
  /// The user changes the language.
  SWITCHING("switching"),
  WEB_SEARCH("web-search"),
  CALCULATOR("calculator"),
  EQUATION_SOLVER("equation-solver"),
  TEXT_TO_IMAGE("text-to-image"),
  /// Several plugins in one dialogue.
  MIX("mix");

  /// MOSS's five kinds of helpful dialogues.
  public static final Set<Category> HELPFUL =
      Set.copyOf(EnumSet.of(BRAINSTORMING, CODE, COMPLEX_INSTRUCTION, ROLE_PLAYING, WRITING));

  /// The kinds whose dialogues call plugins.
  public static final Set<Category> PLUGIN =
      Set.copyOf(EnumSet.of(WEB_SEARCH, CALCULATOR, EQUATION_SOLVER, TEXT_TO_IMAGE, MIX));

  /// The member of `mosskit` that says of a generated dialogue which of them it is, its published
  /// category being `tool` or none: `{"category": "calculator", …}`.
  public static final String PLUGINS_MEMBER = "plugins";

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /// The name that the toolkit writes: `complex-instruction`.
  public String label() {
    return label;
  }

  /// The category of that name, in the toolkit's spelling or any published one; upper and lower
  /// case, blanks, `_` and `-` do not matter. `tool` names no single category.
  public static Optional<Category> named(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (Category category : values()) {
      if (category.label.equals(key)) {
        return Optional.of(category);
      }
    }
    return Optional.ofNullable(
        switch (key) {
          case "advice", "helpful-brainstorming" -> BRAINSTORMING;
          case "helpful-code" -> CODE;
          case "awesome-en", "awesome-zh", "helpful-complex-instruction" -> COMPLEX_INSTRUCTION;
          case "rp", "helpful-role-playing" -> ROLE_PLAYING;
          case "helpful-writing" -> WRITING;
          case "harmless-en", "harmless-zh" -> HARMLESS;
          case "text2img", "text2image" -> TEXT_TO_IMAGE;
          case "search" -> WEB_SEARCH;
          case "solver" -> EQUATION_SOLVER;
          default -> null;
        });
  }

  /// The category of a record: by its `category` string, or for plugin dialogues by what the
  /// generator says of them, or by the plugins that the meta instruction switches on. Empty where
  /// none of these says.
  public static Optional<Category> of(Conversation conversation) {
    String declared = conversation.categoryText();
    return Optional.ofNullable(declared)
        .flatMap(Category::named)
        .or(() -> generated(conversation))
        .or(() -> ofPlugins(conversation.meta().enabled()));
  }

  private static Optional<Category> generated(Conversation conversation) {
    return conversation.mosskit().get(PLUGINS_MEMBER) instanceof Json.Obj plugins
        ? Optional.ofNullable(plugins.string("category")).flatMap(Category::named)
        : Optional.empty();
  }

  private static Optional<Category> ofPlugins(Set<Capability> enabled) {
    Set<Capability> plugins = EnumSet.noneOf(Capability.class);
    plugins.addAll(enabled);
    plugins.removeIf(capability -> capability.api().isEmpty());
    if (plugins.size() > 1) {
      return Optional.of(MIX);
    }
    return plugins.stream()
        .findFirst()
        .map(plugin ->
            switch (plugin) {
              case WEB_SEARCH -> WEB_SEARCH;
              case CALCULATOR -> CALCULATOR;
              case EQUATION_SOLVER -> EQUATION_SOLVER;
              case TEXT_TO_IMAGE -> TEXT_TO_IMAGE;
              case INNER_THOUGHTS, IMAGE_EDITION, TEXT_TO_SPEECH ->
                  throw new AssertionError(plugin);
            });
  }
}
