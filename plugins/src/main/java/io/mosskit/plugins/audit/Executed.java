package io.mosskit.plugins.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What does not stand of a call that was made again.
final class Executed {

  private Executed() {}

  static List<AuditFinding> findings(CallAudit call) {
    List<AuditFinding> findings = new ArrayList<>();
    verdict(call).ifPresent(detail -> findings.add(finding(call, call.verdict().label(), detail)));
    receipt(call)
        .ifPresent(
            detail -> findings.add(finding(call, "receipt_" + call.receipt().label(), detail)));
    return findings;
  }

  private static AuditFinding finding(CallAudit call, String kind, String detail) {
    String made = "%s(\"%s\")".formatted(call.plugin(), call.argument());
    return new AuditFinding(Stage.EXECUTION, call.turn(), kind, made, made + " " + detail);
  }

  /// Empty where the record stands, and where the format has said already what is wrong.
  private static Optional<String> verdict(CallAudit call) {
    String found = Objects.requireNonNullElse(call.found(), "").replace("\n", "; ");
    String recorded = Objects.requireNonNullElse(call.recorded(), "").replace("\n", "; ");
    return switch (call.verdict()) {
      case EQUAL, WITHIN_TOLERANCE, FAILURE_CONFIRMED, NOT_REPLAYED, NO_RESULT, UNPARSEABLE ->
          Optional.empty();
      case DIFFERENT -> Optional.of("is " + found + ", the record says " + recorded);
      case FAILURE_SUCCEEDS -> Optional.of("is " + found + ", the record says " + recorded);
      case FAILS_HERE ->
          Optional.of("has no answer here (" + found + "), the record says " + recorded);
      case UNKNOWN_PLUGIN -> Optional.of("calls a plugin that is not installed");
    };
  }

  private static Optional<String> receipt(CallAudit call) {
    return switch (call.receipt()) {
      case NONE, EQUAL, OTHER_VERSION -> Optional.empty();
      case OTHER_VERSION_OTHER_OUTPUT ->
          Optional.of("was made by another version of the plugin, and is answered otherwise here");
      case OTHER_OUTPUT -> Optional.of("is answered otherwise than its receipt says");
      case MISSING -> Optional.of("has no receipt, though the record carries receipts");
    };
  }
}
