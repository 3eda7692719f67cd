package io.mosskit.cli.plan;

import io.mosskit.curation.privacy.AllowList;
import io.mosskit.curation.privacy.Kind;
import io.mosskit.curation.privacy.Salt;
import io.mosskit.curation.privacy.ScrubPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is scrubbed, as users say it.
public final class ScrubPlans {

  private ScrubPlans() {}

  /// What is scrubbed.
  ///
  /// @param option that names the kinds, for messages
  /// @param kinds by their labels; all where there are none
  /// @param allow a file of what stays
  /// @param salt a file that holds a key
  /// @throws IllegalArgumentException saying which of them is wrong, and what would be right
  public static ScrubPlan of(
      String option, List<String> kinds, @Nullable Path allow, @Nullable Path salt)
      throws IOException {
    ScrubPlan plan = ScrubPlan.standard();
    if (!kinds.isEmpty()) {
      Set<Kind> wanted = EnumSet.noneOf(Kind.class);
      for (String name : kinds) {
        wanted.add(Kind.named(name).orElseThrow(() -> unknownKind(option, name)));
      }
      plan = plan.withKinds(wanted);
    }
    if (allow != null) {
      plan = plan.withAllowed(AllowList.read(allow));
    }
    return salt == null ? plan : plan.withSalt(salt(salt));
  }

  private static Salt salt(Path file) throws IOException {
    byte[] key = Files.readAllBytes(file);
    try {
      return Salt.of(key);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException unknownKind(String option, String name) {
    return new IllegalArgumentException(
        "%s: '%s' is none of %s; say kinds as in %s=email,phone, and paths before it"
            .formatted(option, name, String.join(", ", Kind.labels()), option));
  }
}
