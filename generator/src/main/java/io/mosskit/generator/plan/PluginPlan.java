package io.mosskit.generator.plan;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.Sampling;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How dialogues that call plugins are held.
///
/// @param plugins those that can be called
/// @param limits what one call may cost
/// @param shares how often something is out of the ordinary
/// @param mostCalls how many calls a turn may make, at least 1
/// @param calls how thoughts and calls are drawn; each request has a seed of its own
public record PluginPlan(
    Plugins plugins, Limits limits, Shares shares, int mostCalls, Sampling calls) {

  /// The plugins that are installed. One dialogue in twenty has the plugin off that it would need,
  /// one prompt in ten needs none and one in ten has no answer; the rest as the published
  /// dialogues, of which a few have other plugins on.
  public static final PluginPlan DEFAULT =
      new PluginPlan(
          Plugins.installed(),
          Limits.DEFAULT,
          new Shares(0.05, 0.1, 0.1, 0.1, 0.2),
          4,
          new Sampling(0.7, 1, 512, 0));

  public PluginPlan {
    if (mostCalls < 1) {
      throw new IllegalArgumentException("most-calls is at least 1, not " + mostCalls);
    }
  }

  /// How often something is out of the ordinary, each in [0, 1].
  ///
  /// @param off of the dialogues whose opening needs a plugin: it is switched off
  /// @param unneeded of the requests for prompts: they ask for such as need no plugin
  /// @param fails of the requests for prompts: they ask for such as have no answer
  /// @param sixLines of the dialogues: the meta instruction has no line for inner thoughts
  /// @param othersOn of the dialogues: plugins of other categories are switched on too
  public record Shares(
      double off, double unneeded, double fails, double sixLines, double othersOn) {

    public Shares {
      require("off-share", off);
      require("unneeded-share", unneeded);
      require("fails-share", fails);
      require("six-lines-share", sixLines);
      require("others-on-share", othersOn);
      require("unneeded-share and fails-share together", unneeded + fails);
    }

    private static void require(String name, double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(name + " is in [0, 1], not " + share);
      }
    }

    /// Everything that dialogues depend on but their prompts, in one line.
    String text() {
      return "off-share %s, six-lines-share %s, others-on-share %s"
          .formatted(off, sixLines, othersOn);
    }
  }

  /// The plugins that dialogues of a category are about; none where they call none.
  public static Set<Capability> of(Category category) {
    return switch (category) {
      case WEB_SEARCH -> EnumSet.of(Capability.WEB_SEARCH);
      case CALCULATOR -> EnumSet.of(Capability.CALCULATOR);
      case EQUATION_SOLVER -> EnumSet.of(Capability.EQUATION_SOLVER);
      case TEXT_TO_IMAGE -> EnumSet.of(Capability.TEXT_TO_IMAGE);
      case MIX ->
          EnumSet.of(Capability.WEB_SEARCH, Capability.CALCULATOR, Capability.EQUATION_SOLVER);
      case BRAINSTORMING,
          CODE,
          COMPLEX_INSTRUCTION,
          ROLE_PLAYING,
          WRITING,
          HARMLESS,
          HONEST,
          CONTINUE,
          SWITCHING ->
          EnumSet.noneOf(Capability.class);
    };
  }

  /// The plugins that can be called and that a meta instruction can switch on.
  public Set<Capability> available() {
    Set<Capability> available = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.values()) {
      if (capability.command().flatMap(plugins::named).isPresent()) {
        available.add(capability);
      }
    }
    return available;
  }

  /// Whether dialogues of a category can be held: all plugins that they are about can be called.
  public boolean serves(Category category) {
    return available().containsAll(of(category));
  }

  /// The plugin that such a dialogue would want and that is not there; empty where none is wanting.
  Optional<String> missing(Category category) {
    Set<Capability> missing = of(category);
    missing.removeAll(available());
    return missing.stream().findFirst().flatMap(Capability::command);
  }

  /// What prompts depend on here, in one line.
  String circumstances() {
    return "unneeded-share %s, fails-share %s".formatted(shares.unneeded, shares.fails);
  }

  /// What dialogues depend on here, in one line.
  String text() {
    String versions =
        plugins.all().stream()
            .map(plugin -> plugin.name() + " " + plugin.version())
            .collect(Collectors.joining(", "));
    return "%s, %s, most-calls %d, %s, %s"
        .formatted(versions, shares.text(), mostCalls, GenerationPlan.text(calls), limits);
  }

  public PluginPlan withPlugins(Plugins plugins) {
    return new PluginPlan(plugins, limits, shares, mostCalls, calls);
  }

  public PluginPlan withLimits(Limits limits) {
    return new PluginPlan(plugins, limits, shares, mostCalls, calls);
  }

  public PluginPlan withShares(Shares shares) {
    return new PluginPlan(plugins, limits, shares, mostCalls, calls);
  }

  public PluginPlan withMostCalls(int mostCalls) {
    return new PluginPlan(plugins, limits, shares, mostCalls, calls);
  }

  public PluginPlan withCalls(Sampling calls) {
    return new PluginPlan(plugins, limits, shares, mostCalls, calls);
  }
}
