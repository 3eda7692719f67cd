package uk.ac.manchester.tornado.api;

/// What members answer that have a signature only.
final class Signatures {

  private Signatures() {}

  static UnsupportedOperationException only() {
    return new UnsupportedOperationException(
        "these are the signatures of TornadoVM alone; its SDK brings what runs");
  }
}
