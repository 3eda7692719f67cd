package io.mosskit.inference.model;

import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.sampling.History;
import io.mosskit.inference.sampling.Sampler;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes sequences on, one at a time. It keeps the keys and values of the last one, so that a
/// prompt that begins like it costs only what is new in it.
public final class Generator implements AutoCloseable {

  private final Backend backend;
  private final int vocabularySize;
  private final InstantSource clock;
  private final KvCache cache;
  private final float[] logits;
  private int[] cached;

  /// Makes a generator.
  ///
  /// @param vocabularySize how many tokens there are; the model's rows beyond stand for none and
  ///   are never drawn
  /// @param clock for time limits and times
  public Generator(Backend backend, int vocabularySize, InstantSource clock) {
    this.backend = backend;
    this.vocabularySize = Math.min(vocabularySize, backend.config().vocabSize());
    this.clock = clock;
    this.cache = backend.newCache();
    this.logits = new float[backend.config().vocabSize()];
    this.cached = new int[backend.config().nPositions()];
  }

  /// What is asked for.
  ///
  /// @param prompt at least one token
  /// @param settings how tokens are drawn
  /// @param limits how many
  /// @param stopTokens any of them ends the reply and belongs to it; the first is the one that a
  ///   length penalty is about
  public record Request(
      int[] prompt, SamplingSettings settings, TokenLimits limits, List<Integer> stopTokens) {

    public Request {
      stopTokens = List.copyOf(stopTokens);
      if (prompt.length == 0) {
        throw new IllegalArgumentException("a prompt has at least one token");
      }
    }
  }

  /// Takes tokens as they are drawn.
  @FunctionalInterface
  public interface Listener {

    /// Takes a token.
    ///
    /// @return whether to go on
    boolean accept(int id);
  }

  /// What was written.
  ///
  /// @param ids the new tokens
  /// @param cachedTokens how many tokens of the prompt were known from before
  /// @param reading how long the rest of the prompt took
  /// @param writing how long the new tokens took
  public record Reply(
      int[] ids, Ending ending, int cachedTokens, Duration reading, Duration writing) {}

  /// Why a reply ended.
  public enum Ending {
    STOP_TOKEN,
    TOKEN_LIMIT,
    /// The model reads no more.
    CONTEXT_LIMIT,
    TIME_LIMIT,
    /// The listener wanted no more.
    CANCELLED
  }

  /// Writes a prompt on.
  ///
  /// @param random decides the draws
  /// @throws ContextLimitException if the prompt alone leaves no room for a token
  public Reply generate(Request request, RandomGenerator random, Listener listener) {
    int[] prompt = request.prompt();
    int room = backend.config().nPositions() - prompt.length;
    if (room < 1) {
      throw new ContextLimitException(prompt.length + 1L, backend.config().nPositions());
    }
    Instant start = clock.instant();
    int known = forgetWhatDiffers(prompt);
    feed(Arrays.copyOfRange(prompt, known, prompt.length));
    Instant read = clock.instant();
    int most = Math.min(request.limits().newTokens(), request.limits().allTokens() - prompt.length);
    Draws draws = new Draws(request, random, Math.min(Math.max(most, 0), room), most > room);
    Ending ending = draws.run(listener, start);
    return new Reply(
        draws.written(),
        ending,
        known,
        Duration.between(start, read),
        Duration.between(read, clock.instant()));
  }

  /// Truncates the cache to what it shares with the prompt, less the prompt's last token, whose
  /// logits are needed.
  private int forgetWhatDiffers(int[] prompt) {
    int most = Math.min(cache.length(), prompt.length - 1);
    int same = Arrays.mismatch(cached, 0, most, prompt, 0, most);
    int known = same < 0 ? most : same;
    cache.truncate(known);
    return known;
  }

  private void feed(int[] ids) {
    System.arraycopy(ids, 0, cached, cache.length(), ids.length);
    Chunk chunk = new Chunk(cache, ids, Wanted.LAST);
    backend.forward(List.of(chunk), (_, _, row) -> row.copyTo(logits));
  }

  @Override
  public void close() {
    cache.close();
  }

  /// The tokens of one reply.
  private final class Draws {

    private final Request request;
    private final Sampler sampler;
    private final History history = new History();
    private final int[] ids;
    private final Ending whenFull;
    private int count;

    Draws(Request request, RandomGenerator random, int most, boolean roomIsLess) {
      this.request = request;
      int stop = request.stopTokens().isEmpty() ? vocabularySize : request.stopTokens().getFirst();
      sampler = new Sampler(request.settings(), vocabularySize, stop, random);
      ids = new int[most];
      whenFull = roomIsLess ? Ending.CONTEXT_LIMIT : Ending.TOKEN_LIMIT;
      history.addAll(request.prompt());
    }

    Ending run(Listener listener, Instant start) {
      while (count < ids.length) {
        int id = sampler.next(logits, history, count);
        ids[count++] = id;
        history.add(id);
        boolean goOn = listener.accept(id);
        if (request.stopTokens().contains(id)) {
          return Ending.STOP_TOKEN;
        }
        if (!goOn) {
          return Ending.CANCELLED;
        }
        if (request.limits().time().isPresent()
            && Duration.between(start, clock.instant()).compareTo(request.limits().time().get())
                > 0) {
          return Ending.TIME_LIMIT;
        }
        if (count < ids.length) {
          feed(new int[] {id});
        }
      }
      return whenFull;
    }

    int[] written() {
      return Arrays.copyOf(ids, count);
    }
  }
}
