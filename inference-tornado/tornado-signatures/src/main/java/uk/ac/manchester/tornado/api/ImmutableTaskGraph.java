package uk.ac.manchester.tornado.api;

/// A graph of tasks that changes no more. A signature alone.
public class ImmutableTaskGraph {

  ImmutableTaskGraph() {
    throw Signatures.only();
  }
}
