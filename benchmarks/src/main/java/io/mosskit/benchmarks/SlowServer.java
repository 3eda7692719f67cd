package io.mosskit.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// A teacher that costs next to nothing: it answers every chat completion after the same delay,
/// with a sentence of its own so that no check refuses it. It prints its port, and serves until its
/// standard input ends.
///
/// Arguments: the delay in milliseconds.
final class SlowServer {

  private static final int WAITING_CONNECTIONS = 4096;

  private final long delayMillis;
  private final AtomicLong answers = new AtomicLong();

  private SlowServer(long delayMillis) {
    this.delayMillis = delayMillis;
  }

  public static void main(String[] args) throws IOException {
    SlowServer server = new SlowServer(Long.parseLong(args[0]));
    ServerSocket socket =
        new ServerSocket(0, WAITING_CONNECTIONS, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(() -> server.accept(socket));
    System.out.println(socket.getLocalPort());
    while (System.in.read() >= 0) {
      // goes on until whoever started it is gone
    }
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      throw new IllegalStateException("nobody can connect any more", e);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
        Thread.sleep(delayMillis);
        socket.getOutputStream().write(response(body.contains("\"response_format\"")));
      }
    } catch (IOException _) {
      // the client is gone
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }

  /// The lines up to the empty one; nothing where the connection has ended.
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (c == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
        return head.toString();
      }
    }
    return "";
  }

  private static int length(String head) {
    String name = "\ncontent-length:";
    int at = head.toLowerCase(Locale.ROOT).indexOf(name) + name.length();
    return Integer.parseInt(head.substring(at, head.indexOf('\r', at)).strip());
  }

  private byte[] response(boolean userTurn) {
    String text = "This is answer number " + answers.incrementAndGet() + " of a very slow teacher.";
    String content = userTurn ? "{\\\"user\\\": \\\"" + text + "\\\"}" : text;
    String body =
        "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":0,\"model\":\"slow\",\"choices\":["
            + "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
            + content
            + "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":{"
            + "\"prompt_tokens\":400,\"completion_tokens\":20,\"total_tokens\":420}}";
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
