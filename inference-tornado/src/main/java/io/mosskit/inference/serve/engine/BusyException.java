package io.mosskit.inference.serve.engine;

/// So many askers wait already that one more is not taken; asking again later may help.
public final class BusyException extends Exception {

  private static final long serialVersionUID = 1L;

  BusyException(int waiting) {
    super(waiting + " requests are waiting already");
  }
}
