package uk.ac.manchester.tornado.api.runtime;

import uk.ac.manchester.tornado.api.TornadoRuntime;

/// Gives the runtime. A signature alone.
public class TornadoRuntimeProvider {

  public TornadoRuntimeProvider() {}

  @SuppressWarnings("DoNotCallSuggester") // not so in the SDK
  public static TornadoRuntime getTornadoRuntime() {
    throw new UnsupportedOperationException(
        "these are the signatures of TornadoVM alone; its SDK brings what runs");
  }
}
