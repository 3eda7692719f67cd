package io.mosskit.plugins;

import io.mosskit.schema.trace.PluginCall;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/// The plugins that a dialogue may call, by name.
public final class Plugins {

  private final SortedMap<String, Plugin> byName;

  private Plugins(SortedMap<String, Plugin> byName) {
    this.byName = byName;
  }

  /// Every plugin that a service file on the class path names.
  ///
  /// @throws IllegalArgumentException where two of them have one name
  public static Plugins installed() {
    return of(ServiceLoader.load(Plugin.class));
  }

  /// These plugins and no others.
  ///
  /// @throws IllegalArgumentException where two of them have one name
  public static Plugins of(Iterable<? extends Plugin> plugins) {
    SortedMap<String, Plugin> byName = new TreeMap<>();
    for (Plugin plugin : plugins) {
      Plugin other = byName.putIfAbsent(plugin.name(), plugin);
      if (other != null) {
        throw new IllegalArgumentException(
            "two plugins are named %s: %s and %s; remove one of them from the class path"
                .formatted(plugin.name(), other.getClass().getName(), plugin.getClass().getName()));
      }
    }
    return new Plugins(byName);
  }

  /// These and others, such as a search over one's own documents. One of the others takes the place
  /// of a plugin that bears its name.
  public Plugins with(Plugin... others) {
    SortedMap<String, Plugin> more = new TreeMap<>(byName);
    for (Plugin other : others) {
      more.put(other.name(), other);
    }
    return new Plugins(more);
  }

  /// The plugin that commands call by this name, upper and lower case told apart.
  public Optional<Plugin> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The plugin that answers a call of a turn.
  ///
  /// @param calls all calls of the turn
  public Optional<Plugin> answering(PluginCall call, List<PluginCall> calls) {
    int often = (int) calls.stream().filter(each -> each.name().equals(call.name())).count();
    return named(call.name()).map(plugin -> plugin.among(Math.max(1, often)));
  }

  /// All of them, in the order of their names.
  public List<Plugin> all() {
    return List.copyOf(byName.values());
  }
}
