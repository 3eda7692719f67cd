package io.mosskit.inference.chat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.schema.Capability;
import io.mosskit.schema.MetaInstruction;
import java.util.EnumSet;
import java.util.Set;

/// How a dialogue is written for the model.
public sealed interface ChatForm {

  /// What stands before the first turn.
  String preamble();

  /// As `moss_cli_demo.py` writes it: an indented meta instruction without switches, the user's
  /// words up to `<eoh>`, and nothing more; the model writes its own marker.
  record CliDemo() implements ChatForm {

    @Override
    public String preamble() {
      return MetaInstruction.PREAMBLE.replace("\n", "\n    ");
    }
  }

  /// As the training data have it, five fields a turn. The model writes inner thoughts and
  /// commands, the plugins are executed, the model replies.
  ///
  /// @param plugins those that the meta instruction switches on
  /// @param limits of each call
  record WithPlugins(Plugins plugins, Limits limits) implements ChatForm {

    @Override
    public String preamble() {
      Set<Capability> enabled = EnumSet.of(Capability.INNER_THOUGHTS);
      for (Capability capability : Capability.values()) {
        if (capability.command().flatMap(plugins::named).isPresent()) {
          enabled.add(capability);
        }
      }
      return MetaInstruction.sevenLines(enabled).text();
    }
  }
}
