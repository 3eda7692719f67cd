package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Characters;
import io.mosskit.generator.asking.JsonAnswer;
import io.mosskit.generator.asking.Reading;
import io.mosskit.generator.check.Place;
import io.mosskit.generator.check.TurnChecks;
import io.mosskit.generator.check.TurnChecks.Words;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Capability;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.PluginCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads thoughts and calls from an answer, `{"thoughts": "…", "calls": [{"plugin": "Calculate",
/// "argument": "6*7"}]}`, and executes the calls, unless something is wrong with them.
///
/// @param on the plugins that are switched on
/// @param wanted those of which one at least has to be called; none where nothing may be
/// @param place what the thoughts have to fit
/// @param proof whether nothing is said that could not be known
record CallReading(
    PluginPlan plan,
    Set<Capability> on,
    Set<Capability> wanted,
    Place place,
    Function<Act, Optional<Fault>> proof)
    implements Reading<Act> {

  /// A run that is made again is to have the same bytes, so its receipts tell no time.
  private static final InstantSource NO_TIME = InstantSource.fixed(Instant.EPOCH);

  private static final Set<Reason> UNREADABLE =
      EnumSet.of(Reason.MALFORMED_ARGUMENT, Reason.UNKNOWN_NAME);

  private static final String BROKEN_ANSWER = "broken_answer";
  private static final String UNREADABLE_ARGUMENT = "unreadable_argument";

  @Override
  public Read<Act> of(ChatReply answer) {
    try {
      Json.Obj object = object(answer.content());
      String thoughts = thoughts(object);
      List<PluginCall> calls = calls(object);
      requireWanted(calls);
      Act act = new Act(thoughts, calls, execute(calls));
      Optional<Fault> fault = proof.apply(act);
      return fault.<Read<Act>>map(Fault::read).orElseGet(() -> new Usable<>(act));
    } catch (FaultException e) {
      return e.fault.read();
    }
  }

  private static Json.Obj object(String answer) throws FaultException {
    return switch (JsonAnswer.of(answer)) {
      case JsonAnswer.Broken(String why) -> throw new FaultException(BROKEN_ANSWER, why);
      case JsonAnswer.Read(Json.Obj object) -> object;
    };
  }

  private String thoughts(Json.Obj object) throws FaultException {
    String text = object.string("thoughts");
    if (text == null) {
      throw new FaultException(BROKEN_ANSWER, "\"thoughts\" is no text");
    }
    return switch (TurnChecks.thoughts(Characters.whole(text), place)) {
      case Usable<Words>(Words words) -> words.text();
      case Faulty<Words>(String fault, String detail) -> throw new FaultException(fault, detail);
    };
  }

  private List<PluginCall> calls(Json.Obj object) throws FaultException {
    if (!(object.get("calls") instanceof Json.Arr(List<Json> elements))) {
      throw new FaultException(BROKEN_ANSWER, "\"calls\" is no array");
    }
    List<PluginCall> calls = new ArrayList<>();
    for (Json element : elements) {
      calls.add(call(element));
    }
    return calls;
  }

  private PluginCall call(Json element) throws FaultException {
    String name = element instanceof Json.Obj call ? call.string("plugin") : null;
    String argument = element instanceof Json.Obj call ? call.string("argument") : null;
    if (name == null || argument == null) {
      throw new FaultException(BROKEN_ANSWER, "a call has the texts \"plugin\" and \"argument\"");
    }
    if (on.stream().noneMatch(plugin -> plugin.command().equals(Optional.of(name)))) {
      throw new FaultException("unknown_plugin", name);
    }
    String text = Characters.whole(argument.strip());
    if (text.isEmpty() || text.indexOf('"') >= 0 || text.lines().count() > 1) {
      throw new FaultException(
          UNREADABLE_ARGUMENT,
          "the argument of %s has to be one line of text without double quotes".formatted(name));
    }
    return new PluginCall(name, text);
  }

  private void requireWanted(List<PluginCall> calls) throws FaultException {
    if (wanted.isEmpty() && !calls.isEmpty()) {
      throw new FaultException("needless_call", calls.getFirst().toString());
    }
    Set<String> names = new HashSet<>();
    wanted.forEach(plugin -> plugin.command().ifPresent(names::add));
    if (!wanted.isEmpty() && calls.stream().noneMatch(call -> names.contains(call.name()))) {
      throw new FaultException("missing_call", String.join(", ", names.stream().sorted().toList()));
    }
    if (calls.size() > plan.mostCalls()) {
      throw new FaultException(
          "too_many_calls", "%d, at most %d".formatted(calls.size(), plan.mostCalls()));
    }
    Set<PluginCall> different = new HashSet<>();
    for (PluginCall call : calls) {
      if (!different.add(call)) {
        throw new FaultException("repeated_call", call.toString());
      }
    }
  }

  private Round execute(List<PluginCall> calls) throws FaultException {
    Round round = Round.of(calls, plan.plugins(), plan.limits(), NO_TIME);
    for (Execution execution : round.executions()) {
      if (execution.outcome() instanceof Outcome.Failure(Reason reason, String detail)
          && UNREADABLE.contains(reason)) {
        throw new FaultException(
            UNREADABLE_ARGUMENT, "%s: %s".formatted(execution.block().call(), detail));
      }
    }
    return round;
  }

  /// What is wrong with an answer, and what exactly was found.
  record Fault(String name, String detail) {

    <T> Read<T> read() {
      return new Faulty<>(name, detail);
    }
  }

  /// Leads out of the middle of an answer to what is wrong with it; never leaves this class.
  private static final class FaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    FaultException(String name, String detail) {
      super(name + ": " + detail);
      this.fault = new Fault(name, detail);
    }
  }
}
