package io.mosskit.plugins.audit;

import io.mosskit.schema.lineage.Receipt;
import java.util.Locale;
import java.util.Objects;

/// How the receipt of a call compares with one that was made again.
public enum ReceiptVerdict {
  /// The record carries no receipts, or the call was not made again.
  NONE,
  /// Version and output are those of the receipt.
  EQUAL,
  /// Another version of the plugin is installed here; it answers the same.
  OTHER_VERSION,
  /// Another version of the plugin is installed here, and it answers otherwise.
  OTHER_VERSION_OTHER_OUTPUT,
  /// The version is that of the receipt, the output is not.
  OTHER_OUTPUT,
  /// The record carries receipts, but none for this plugin with this argument.
  MISSING;

  /// How two receipts of one call compare.
  static ReceiptVerdict of(Receipt recorded, Receipt found) {
    boolean sameOutput =
        recorded.outputSha256().equals(found.outputSha256())
            && Objects.equals(recorded.failure(), found.failure())
            && Objects.equals(recorded.artifact(), found.artifact());
    if (!recorded.version().equals(found.version())) {
      return sameOutput ? OTHER_VERSION : OTHER_VERSION_OTHER_OUTPUT;
    }
    return sameOutput ? EQUAL : OTHER_OUTPUT;
  }

  /// The name in tables and files: `other_version`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the receipt can be relied upon.
  public boolean isGood() {
    return switch (this) {
      case NONE, EQUAL, OTHER_VERSION -> true;
      case OTHER_VERSION_OTHER_OUTPUT, OTHER_OUTPUT, MISSING -> false;
    };
  }
}
