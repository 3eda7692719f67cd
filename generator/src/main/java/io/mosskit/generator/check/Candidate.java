package io.mosskit.generator.check;

import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest.Role;

/// A turn that a teacher wrote, before it becomes history.
///
/// @param speaker [Role#USER] or [Role#ASSISTANT]
/// @param text without the blanks around it
/// @param finish why the teacher's answer ended
record Candidate(Role speaker, String text, Finish finish, Place place) {}
