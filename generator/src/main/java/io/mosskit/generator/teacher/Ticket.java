package io.mosskit.generator.teacher;

import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.store.BatchKey;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// What somebody who waits for a batch holds in their hands.
///
/// @param key what the request is in the journal
/// @param load what is to be sent; empty where an earlier start has sent it
/// @param done the reply, once it is there
record Ticket(BatchKey key, Optional<Load> load, CompletableFuture<ChatReply> done) {

  /// A request and what it is sent with.
  ///
  /// @param lowered whether it was refused at a higher level before
  record Load(ChatRequest request, Structured level, boolean lowered) {}

  static Ticket of(BatchKey key, ChatRequest request, Structured level) {
    return new Ticket(key, Optional.of(new Load(request, level, false)), new CompletableFuture<>());
  }

  /// For a request that is under way already.
  static Ticket of(BatchKey key) {
    return new Ticket(key, Optional.empty(), new CompletableFuture<>());
  }

  /// The same at another level.
  Ticket at(Structured lower) {
    return new Ticket(key, load.map(it -> new Load(it.request(), lower, true)), done);
  }

  static BatchKey key(ChatRequest request) {
    List<Object> body = new ArrayList<>();
    body.add(request.sampling());
    body.add(request.form());
    for (ChatRequest.Message message : request.messages()) {
      body.add(message.role());
      body.add(message.content());
    }
    return new BatchKey(request.id(), Ids.sha256(body.toArray()));
  }

  /// Blocks until the batch is there.
  ChatReply await() throws ChatException, InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ChatException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new AssertionError(e);
      }
    }
  }
}
