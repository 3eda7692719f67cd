package io.mosskit.generator.money;

/// What a run has cost so far, over all its starts.
///
/// @param billed what was answered
/// @param estimated how many answers among them did not say how many tokens they took: they count
///   with the most that they can have taken
/// @param possible what may have been billed without an answer having come: requests that ended in
///   a timeout, a broken connection or a kill, each with the most that it can have cost
/// @param lost how many such requests
public record Spent(Cost billed, long estimated, Cost possible, long lost) {

  public static final Spent NOTHING = new Spent(Cost.NOTHING, 0, Cost.NOTHING, 0);

  /// The most that it can have cost.
  public Cost atMost() {
    return billed.plus(possible);
  }

  Spent and(Bill bill) {
    Cost cost = bill.cost();
    return switch (bill.settlement()) {
      case BILLED -> new Spent(billed.plus(cost), estimated, possible, lost);
      case ESTIMATED -> new Spent(billed.plus(cost), estimated + 1, possible, lost);
      case LOST -> new Spent(billed, estimated, possible.plus(cost), lost + 1);
      case FREE -> this;
    };
  }
}
