package io.mosskit.schema.io;

import org.jspecify.annotations.Nullable;

/// Which members of a record of any kind are read by [Corpus#scanTexts]: names, or paths of names
/// with dots (`meta.title` is `title` inside `meta`, unless a member has the whole as its name).
///
/// @param text where the text is
/// @param id where the id is, a string or a number; null gives each record file and line for one
/// @param score where a number is by which records are ranked; null where there is none
public record TextFields(String text, @Nullable String id, @Nullable String score) {}
