package io.mosskit.generator.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The licence of what is made from texts that have licences of their own: all of theirs apply,
/// which an SPDX expression says as `CC-BY-4.0 AND MIT`.
public final class Licences {

  /// The SPDX word for a source that says nothing.
  private static final String UNSTATED = "NOASSERTION";

  private static final String AND = " AND ";

  private Licences() {}

  /// The licence of what is made from all these sources: the distinct ones in alphabetical order;
  /// null where no source states any.
  ///
  /// @param stated the licence of each source, null where it names none
  public static @Nullable String of(List<@Nullable String> stated) {
    if (stated.stream().allMatch(Objects::isNull)) {
      return null;
    }
    List<String> all = new ArrayList<>();
    for (String licence : stated) {
      all.addAll(licence == null ? List.of(UNSTATED) : Arrays.asList(licence.split(AND)));
    }
    SequencedSet<String> distinct = new TreeSet<>(all);
    return String.join(AND, distinct);
  }
}
