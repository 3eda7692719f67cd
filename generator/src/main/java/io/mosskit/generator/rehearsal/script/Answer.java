package io.mosskit.generator.rehearsal.script;

/// What the rehearsal teacher says.
///
/// @param content the text
/// @param cut whether it ends before its end, as if the limit on tokens had been reached
public record Answer(String content, boolean cut) {}
