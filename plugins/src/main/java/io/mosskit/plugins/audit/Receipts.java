package io.mosskit.plugins.audit;

import io.mosskit.plugins.Execution;
import io.mosskit.schema.lineage.Receipt;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The receipts of a record, of which each call takes its own. Not thread-safe.
final class Receipts {

  private final boolean any;
  private final List<Receipt> open;

  Receipts(List<Receipt> receipts) {
    this.any = !receipts.isEmpty();
    this.open = new ArrayList<>(receipts);
  }

  /// Takes the receipt of this call and compares it.
  ///
  /// @param found the call made again; empty where it was not
  ReceiptVerdict take(PluginCall call, Optional<Execution> found) {
    for (Receipt receipt : open) {
      if (receipt.plugin().equals(call.name()) && receipt.argument().equals(call.argument())) {
        open.remove(receipt);
        return found
            .map(execution -> ReceiptVerdict.of(receipt, execution.receipt()))
            .orElse(ReceiptVerdict.NONE);
      }
    }
    return any ? ReceiptVerdict.MISSING : ReceiptVerdict.NONE;
  }
}
