/// Seeds enter; new prompts of each category and language leave (Self-Instruct, doi
/// 10.18653/v1/2023.acl-long.754; Evol-Instruct, doi 10.48550/arXiv.2304.12244), and with them
/// every proposal that was refused, with its reason.
///
/// Start at [io.mosskit.generator.expansion.Expansion].
@NullMarked
package io.mosskit.generator.expansion;

import org.jspecify.annotations.NullMarked;
