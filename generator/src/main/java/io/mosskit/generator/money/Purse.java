package io.mosskit.generator.money;

/// What a run may still spend. Before a request is sent, the most that it can cost is set aside, so
/// that the budget cannot be exceeded by what is under way. Thread-safe.
public final class Purse {

  private final Budget budget;
  private Spent spent;
  private Cost setAside = Cost.NOTHING;
  private int underWay;
  private boolean empty;

  /// @param spent what earlier starts have cost
  public Purse(Budget budget, Spent spent) {
    this.budget = budget;
    this.spent = spent;
  }

  /// Sets the worst case of a request aside. Where it does not fit, waits for what the requests
  /// under way leave over.
  ///
  /// @return whether the request may be sent: not where nothing is under way that could leave
  ///   anything over, and not after that
  public synchronized boolean setAside(Cost worst) throws InterruptedException {
    while (!empty && !fits(worst)) {
      if (underWay == 0) {
        empty = true;
        notifyAll();
      } else {
        wait();
      }
    }
    if (!empty) {
      setAside = setAside.plus(worst);
      underWay++;
    }
    return !empty;
  }

  private boolean fits(Cost worst) {
    return budget.covers(spent.atMost().plus(setAside).plus(worst));
  }

  /// Puts down what came of a request for which the worst case was set aside.
  public synchronized void settle(Cost worst, Bill bill) {
    setAside = setAside.minus(worst);
    underWay--;
    spent = spent.and(bill);
    notifyAll();
  }

  public Budget budget() {
    return budget;
  }

  public synchronized Spent spent() {
    return spent;
  }

  /// What is set aside for the requests under way.
  public synchronized Cost setAside() {
    return setAside;
  }
}
