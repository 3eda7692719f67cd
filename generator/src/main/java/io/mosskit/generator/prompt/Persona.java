package io.mosskit.generator.prompt;

import io.mosskit.schema.text.Language;
import org.jspecify.annotations.Nullable;

/// Who might write prompts: a life out of which they come (doi 10.48550/arXiv.2406.20094).
///
/// @param id unique in a run
/// @param text who it is, in a few words that go on with "I'm …" or "我是……"
/// @param language in which it is written, and the prompts that come of it
/// @param licence of the text, or null where its file names none
public record Persona(String id, String text, Language language, @Nullable String licence) {}
