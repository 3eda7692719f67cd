package io.mosskit.generator.dialogue;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.PluginPlan.Shares;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.schema.Capability;
import io.mosskit.schema.MetaInstruction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which plugins a dialogue may call, settled before it is held.
///
/// @param meta the meta instruction, which switches them on
/// @param off whether the plugins are switched off that the dialogue is about
record Tools(MetaInstruction meta, boolean off) {

  /// @param dice for this dialogue and nothing else
  static Tools of(Prompt opening, PluginPlan plan, Dice dice) {
    Shares shares = plan.shares();
    // Thrown in any case, so that one share does not shift the chances of another.
    boolean off = dice.share() < shares.off() && opening.circumstance() == Circumstance.ANSWERED;
    boolean sixLines = dice.share() < shares.sixLines();
    boolean othersOn = dice.share() < shares.othersOn();
    Set<Capability> wanted = PluginPlan.of(opening.category());
    List<Capability> others = new ArrayList<>(plan.available());
    others.removeAll(wanted);
    Set<Capability> on = off ? EnumSet.noneOf(Capability.class) : EnumSet.copyOf(wanted);
    if (othersOn && !others.isEmpty()) {
      on.addAll(dice.sample(others, 1 + dice.below(others.size())));
    }
    return new Tools(sixLines ? MetaInstruction.sixLines(on) : sevenLines(on), off);
  }

  private static MetaInstruction sevenLines(Set<Capability> on) {
    Set<Capability> thinking = EnumSet.of(Capability.INNER_THOUGHTS);
    thinking.addAll(on);
    return MetaInstruction.sevenLines(thinking);
  }

  /// The plugins that are switched on.
  Set<Capability> on() {
    Set<Capability> on = EnumSet.noneOf(Capability.class);
    on.addAll(meta.enabled());
    on.remove(Capability.INNER_THOUGHTS);
    return on;
  }
}
