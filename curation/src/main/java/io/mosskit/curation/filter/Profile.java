package io.mosskit.curation.filter;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The rules that dialogues are held against, each with what follows from a breach. Immutable.
///
/// @param rules in the order in which they are asked
public record Profile(List<Rule> rules) {

  /// What follows from a breach.
  public enum Action {
    /// The dialogue is rejected.
    DROP,
    /// It stays, and says so.
    TAG,
    /// The rule is not asked.
    OFF;

    /// The name in settings: `drop`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A rule and what follows from its breach.
  public record Rule(Filter filter, Action action) {

    /// As it stands in reports.
    public Json.Obj json() {
      return Json.object()
          .put("rule", filter.name())
          .put("action", action.label())
          .put("limits", filter.limits())
          .build();
    }
  }

  /// The member of `mosskit` that says which rules a record breaks and stays all the same.
  public static final String MEMBER = "filters";

  private static final Profile STANDARD = new Profile(standardRules());

  public Profile {
    rules = List.copyOf(rules);
  }

  /// Drops what is plainly broken, and tags what a corpus may well hold on purpose.
  public static Profile standard() {
    return STANDARD;
  }

  private static List<Rule> standardRules() {
    List<Rule> rules = new ArrayList<>();
    Filter.DIALOGUE.forEach(filter -> rules.add(new Rule(filter, Action.DROP)));
    for (Filter filter :
        List.of(
            new EmptyUser(),
            new RoleLength(RoleLength.Role.USER, 20_000),
            new RoleLength(RoleLength.Role.REPLY, 20_000),
            new CharacterShare(CharacterShare.Kind.SYMBOLS, 0.5, 100),
            new CharacterShare(CharacterShare.Kind.DIGITS, 0.6, 100),
            new TurnSign(TurnSign.Kind.BROKEN_ENCODING, 0),
            new TurnSign(TurnSign.Kind.UNBALANCED_FENCE, 0),
            new TurnSign(TurnSign.Kind.TRUNCATED_END, 0),
            new TurnSign(TurnSign.Kind.OTHER_VENDOR, 0))) {
      rules.add(new Rule(filter, Action.DROP));
    }
    for (Filter filter :
        List.of(
            new TurnSign(TurnSign.Kind.OPEN_END, 0),
            new TurnSign(TurnSign.Kind.SELF_REFERENCE, 0),
            new LanguageMismatch(0, 10))) {
      rules.add(new Rule(filter, Action.TAG));
    }
    return rules;
  }

  /// The same profile with another limit of one rule, or with another action where the setting says
  /// one: `symbols=0.3`, `self_reference=drop`. Dashes in the name are read as underscores.
  ///
  /// @throws IllegalArgumentException saying what is wrong with the setting and what to write
  public Profile with(String setting) {
    int equals = setting.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "expected a rule and its limit or action, such as symbols=0.3 or self_reference=drop,"
              + " not "
              + setting);
    }
    String name = setting.substring(0, equals);
    String value = setting.substring(equals + 1).strip();
    for (Action action : Action.values()) {
      if (action.label().equals(value.toLowerCase(Locale.ROOT))) {
        return with(name, action);
      }
    }
    try {
      return with(name, Double.parseDouble(value));
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(
          "the rule %s wants a number, drop, tag or off, not %s".formatted(name, value));
    }
  }

  /// The same profile with another limit of one rule.
  ///
  /// @throws IllegalArgumentException if there is no rule of that name, or no such limit
  public Profile with(String name, double limit) {
    return changed(name, rule -> new Rule(rule.filter().withLimit(limit), rule.action()));
  }

  /// The same profile with another action of one rule.
  ///
  /// @throws IllegalArgumentException if there is no rule of that name
  public Profile with(String name, Action action) {
    return changed(name, rule -> new Rule(rule.filter(), action));
  }

  /// The same profile with one rule off.
  ///
  /// @throws IllegalArgumentException if there is no rule of that name
  public Profile without(String name) {
    return with(name, Action.OFF);
  }

  private Profile changed(String name, UnaryOperator<Rule> change) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    if (rules.stream().noneMatch(rule -> rule.filter().name().equals(wanted))) {
      throw new IllegalArgumentException(
          "there is no rule %s; the rules are %s".formatted(name, names()));
    }
    return new Profile(
        rules.stream()
            .map(rule -> rule.filter().name().equals(wanted) ? change.apply(rule) : rule)
            .toList());
  }

  /// The names of all rules in their order.
  public List<String> names() {
    return rules.stream().map(rule -> rule.filter().name()).toList();
  }

  /// The rules with that action.
  public List<Filter> filters(Action action) {
    return rules.stream().filter(rule -> rule.action() == action).map(Rule::filter).toList();
  }

  /// Why the dialogue is to be rejected: the first breach of a rule that drops.
  public Optional<Breach> drops(Conversation conversation, Measures measures) {
    return Filter.firstBreach(filters(Action.DROP), conversation, measures);
  }

  /// What is to be said of a dialogue that stays: all breaches of rules that tag.
  public List<Breach> tags(Conversation conversation, Measures measures) {
    return filters(Action.TAG).stream()
        .flatMap(filter -> filter.check(conversation, measures).stream())
        .toList();
  }

  /// Such breaches as they stand in a record under `mosskit.filters`: the values by the rule's
  /// name.
  public static Json.Obj json(List<Breach> tags) {
    ObjBuilder json = Json.object();
    tags.forEach(breach -> json.put(breach.filter(), breach.values()));
    return json.build();
  }

  /// The settings of a run.
  public Json.Arr settings() {
    return Json.of(rules.stream().map(Rule::json).toList());
  }
}
