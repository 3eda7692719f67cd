package io.mosskit.inference.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/// Where a server listens and what it takes.
///
/// @param address where it listens
/// @param token what requests must bear; empty where anybody on this machine may ask
/// @param bodyBytes the longest body of a request
/// @param beat how long a whole answer may take before the first blank is sent ahead of it, and how
///   long until the next: only who writes notices that nobody listens any more
public record ServerOptions(
    InetSocketAddress address, Optional<String> token, int bodyBytes, Duration beat) {

  private static final int BODY_BYTES = 4 << 20;
  private static final Duration BEAT = Duration.ofSeconds(1);

  public ServerOptions {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("no host is called " + address.getHostString());
    }
    if (token.isEmpty() && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "at %s others can reach this server; give it a token that they must know"
              .formatted(address.getHostString()));
    }
    if (token.isPresent() && !token.get().matches("[!-~]{8,}")) {
      throw new IllegalArgumentException(
          "a token has at least 8 characters, all of them printable ASCII without blanks");
    }
    if (bodyBytes < 1 || !beat.isPositive()) {
      throw new IllegalArgumentException(
          "%d bytes of body, %s of beat; both must be positive".formatted(bodyBytes, beat));
    }
  }

  /// On loopback, which nothing outside this machine can reach.
  ///
  /// @param port 0 for any free one
  public static ServerOptions onLoopback(int port) {
    return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Optional.empty());
  }

  /// At an address.
  public static ServerOptions at(InetSocketAddress address, Optional<String> token) {
    return new ServerOptions(address, token, BODY_BYTES, BEAT);
  }

  /// These options with that limit on bodies.
  public ServerOptions withBodyBytes(int newBodyBytes) {
    return new ServerOptions(address, token, newBodyBytes, beat);
  }

  /// These options with that beat.
  public ServerOptions withBeat(Duration newBeat) {
    return new ServerOptions(address, token, bodyBytes, newBeat);
  }

  /// Without the token.
  @Override
  public String toString() {
    return "ServerOptions[" + address + "]";
  }
}
