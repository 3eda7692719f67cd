package io.mosskit.generator.testing;

import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// Lets waiting requests go in a random order, whatever the order was in which they came.
public final class ShufflingTeacher implements ChatModel, AutoCloseable {

  private final ChatModel teacher;
  private final Random random;
  private final BlockingQueue<CountDownLatch> arrivals = new LinkedBlockingQueue<>();
  private final Thread doorkeeper;

  public ShufflingTeacher(ChatModel teacher, long seed) {
    this.teacher = teacher;
    this.random = new Random(seed);
    this.doorkeeper = Thread.ofPlatform().daemon().start(this::letIn);
  }

  private void letIn() {
    List<CountDownLatch> waiting = new ArrayList<>();
    try {
      while (true) {
        if (waiting.isEmpty()) {
          waiting.add(arrivals.take());
        }
        for (int i = 0; i < 100; i++) {
          Thread.yield();
          arrivals.drainTo(waiting);
        }
        waiting.remove(random.nextInt(waiting.size())).countDown();
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    CountDownLatch turn = new CountDownLatch(1);
    arrivals.add(turn);
    turn.await();
    return teacher.reply(request);
  }

  @Override
  public void close() {
    doorkeeper.interrupt();
  }
}
