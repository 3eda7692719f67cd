package uk.ac.manchester.tornado.api;

/// The runtime and its backends.
public interface TornadoRuntime {

  TornadoBackend getBackend(int index);

  int getNumBackends();
}
