/// Logits enter, the next token leaves.
///
/// A [Sampler] draws by [SamplingSettings], of which [Preset] holds those of the published
/// programs. Source of the order of its steps: MOSS reference, section E.3.
@NullMarked
package io.mosskit.inference.sampling;

import org.jspecify.annotations.NullMarked;
