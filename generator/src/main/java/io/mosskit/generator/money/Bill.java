package io.mosskit.generator.money;

import io.mosskit.schema.chat.ChatReply;
import java.util.Optional;

/// What came of a request that was sent, for the accounts.
///
/// @param cost what it took, or the worst case where nobody knows
public record Bill(Cost cost, Settlement settlement) {

  /// The bill for an answer: by the tokens that it names, or by the worst case.
  public static Bill of(ChatReply reply, Optional<Price> price, Cost worst) {
    long tokens = reply.promptTokens() + reply.completionTokens();
    return tokens == 0
        ? new Bill(worst, Settlement.ESTIMATED)
        : new Bill(
            Cost.of(price, reply.promptTokens(), reply.completionTokens()), Settlement.BILLED);
  }

  /// What may have been billed although no answer came.
  public static Bill lost(Cost worst) {
    return new Bill(worst, Settlement.LOST);
  }

  /// Nothing.
  public static Bill free() {
    return new Bill(Cost.NOTHING, Settlement.FREE);
  }
}
