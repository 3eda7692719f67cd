package io.mosskit.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/// Hears Ctrl-C and lives. Java has one way to: `sun.misc.Signal`, which the compiler refuses to
/// know, so that it is found by name. Where a JVM lacks it, Ctrl-C does what it always does.
final class CtrlC implements AutoCloseable {

  private final Class<?> signalType;
  private final Class<?> handlerType;
  private final Object signal;
  private final Object before;

  private CtrlC(Runnable heard) throws ReflectiveOperationException {
    signalType = Class.forName("sun.misc.Signal");
    handlerType = Class.forName("sun.misc.SignalHandler");
    signal = signalType.getConstructor(String.class).newInstance("INT");
    MethodHandle run =
        MethodHandles.lookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
            .bindTo(heard);
    MethodHandle handler = MethodHandles.dropArguments(run, 0, signalType);
    before = handle(MethodHandleProxies.asInterfaceInstance(handlerType, handler));
  }

  /// Runs `heard` at each Ctrl-C from now on, on a thread of its own; null where this JVM cannot.
  static @Nullable CtrlC heardBy(Runnable heard) {
    try {
      return new CtrlC(heard);
    } catch (ReflectiveOperationException _) {
      return null;
    }
  }

  private Object handle(Object handler) throws ReflectiveOperationException {
    return signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
  }

  /// Does what Ctrl-C did before.
  void passOn() {
    try {
      handlerType.getMethod("handle", signalType).invoke(before, signal);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Hears no more.
  @Override
  public void close() {
    try {
      Object _ = handle(before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
