package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeType;
import dev.arena.core.judge.MetricType;
import dev.arena.core.judge.ScriptedType;
import dev.arena.core.judge.command.CommandType;
import dev.arena.core.judge.http.AnthropicType;
import dev.arena.core.judge.http.OpenAiType;
import dev.arena.core.replay.ReplayType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The registry of judge types: adding one is one line here. */
final class JudgeTypes {
    private static final List<JudgeType> TYPES = List.of(
            new AnthropicType(),
            new CommandType(System.getenv()),
            new MetricType(),
            new OpenAiType(),
            new ReplayType(),
            new ScriptedType());
    private static final List<String> LATER = List.of("jury");

    private JudgeTypes() {}

    static JudgeSetup read(Section section, JudgeType.TemplateSource templates) {
        Map<String, JudgeType> byName = new TreeMap<>();
        TYPES.forEach(type -> byName.put(type.name(), type));
        String name = section.text("name", "a name");
        String allowed = String.join(", ", byName.keySet());
        String word = section.text("type", allowed);
        JudgeType type = byName.get(word);
        if (type == null) {
            String next = LATER.contains(word)
                    ? "'" + word + "' is not in this version."
                    : Nearest.hint(word, byName.keySet());
            throw section.bad("type", word, allowed, next);
        }
        JudgeSetup setup = type.read(name, section, templates);
        section.finish();
        return setup;
    }
}
