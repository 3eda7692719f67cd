/// Chat requests enter, go to an endpoint that speaks the OpenAI protocol, and come back as replies
/// or as failures that say whether asking again helps.
///
/// Start at [io.mosskit.generator.teacher.OpenAiTeacher].
@NullMarked
package io.mosskit.generator.teacher;

import org.jspecify.annotations.NullMarked;
