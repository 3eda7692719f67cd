package io.mosskit.plugins;

import io.mosskit.schema.lineage.Artifact;
import io.mosskit.schema.lineage.Receipt;
import io.mosskit.schema.trace.Results.Block;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A call that was really executed, with what a dialogue and its lineage keep of it.
///
/// @param block the outcome as it stands among the results of a turn
/// @param receipt enough to execute the call again and compare; its hash is of [Outcome#printed()],
///   and its failure the name of the [Outcome.Reason]
public record Execution(Outcome outcome, Block block, Receipt receipt) {

  /// Executes a call.
  ///
  /// @param clock read before and after, for the receipt alone
  public static Execution of(Plugin plugin, String argument, Limits limits, InstantSource clock) {
    Instant start = clock.instant();
    Outcome outcome = plugin.execute(argument, limits);
    long micros = Math.max(0, start.until(clock.instant(), ChronoUnit.MICROS));
    Receipt receipt =
        new Receipt(
            plugin.name(),
            plugin.version(),
            argument,
            sha256(outcome.printed()),
            micros,
            reason(outcome),
            artifact(outcome));
    return new Execution(outcome, plugin.block(argument, outcome), receipt);
  }

  private static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Result _ -> null;
      case Outcome.Failure failure -> failure.reason().name();
    };
  }

  private static @Nullable Artifact artifact(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Result(_, Artifact artifact) -> artifact;
      case Outcome.Failure _ -> null;
    };
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
