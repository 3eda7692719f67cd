package io.mosskit.generator.prompt;

import io.mosskit.generator.taxonomy.Taxon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the dice gave a request for prompts to ask for, besides their category and language.
///
/// @param taxon their place in the taxonomy; null where their category has none
/// @param persona who is to write them, null for nobody in particular
/// @param constraints what they are to demand or to turn on, by the names in the template; empty
///   where the category leaves that open
/// @param circumstance what becomes of the plugin calls that they lead to; of consequence in the
///   categories that call plugins alone
public record Brief(
    @Nullable Taxon taxon,
    @Nullable Persona persona,
    List<String> constraints,
    Circumstance circumstance) {

  /// Nothing further is asked for.
  public static final Brief NONE = new Brief(null, null, List.of());

  public Brief {
    constraints = List.copyOf(constraints);
  }

  /// A request for prompts that plugins answer, or have nothing to do with.
  public Brief(@Nullable Taxon taxon, @Nullable Persona persona, List<String> constraints) {
    this(taxon, persona, constraints, Circumstance.ANSWERED);
  }

  /// The same with another circumstance.
  public Brief with(Circumstance other) {
    return new Brief(taxon, persona, constraints, other);
  }
}
