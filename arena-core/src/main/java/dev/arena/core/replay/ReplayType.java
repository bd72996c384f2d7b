package dev.arena.core.replay;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.exchange.Shape;
import dev.arena.core.exchange.Source;
import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeType;
import dev.arena.core.judge.ReplayJudge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code type: replay}: judgments recorded elsewhere, found again by prompt, contestants in their order, and repeat. */
public final class ReplayType implements JudgeType {
    private static final int SHORT = 12;
    private static final int SHOWN = 12;
    private static final String FILES = "a file or folder of recorded judgments, or a list of them";

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        RecordFiles files = RecordFiles.read(section, "files", FILES, templates);
        Optional<RecordFiles> prompts = section.has("prompts")
                ? Optional.of(RecordFiles.read(
                        section, "prompts", "a file of prompts in the order of their index", templates))
                : Optional.empty();
        RecordReader.Choice choice = new RecordReader.Choice(
                section.findText("judge", "the name of a recorded judge").orElse(null),
                section.has("turn") ? (int) section.whole("turn", 1, Integer.MAX_VALUE, 1) : null,
                aliases(section));
        List<String> keys = new ArrayList<>();
        prompts.ifPresent(named -> named.sources().forEach(source -> keys.addAll(RecordReader.promptKeys(source))));
        RecordReader reader = new RecordReader(choice, keys);
        Shape shape = format(section);
        for (Source source : files.sources()) {
            reader.read(source, shape);
        }
        check(section, choice, reader);
        String version = Hash.of(
                files.hash(), prompts.map(RecordFiles::hash).orElse(""), String.valueOf(shape), choice.toString());
        JudgeDraft identity = new JudgeDraft(JudgeKind.REPLAY, name, "replay-1@" + version.substring(0, SHORT));
        return new Setup(identity, reader.judgments(), section);
    }

    private static Map<String, String> aliases(Section section) {
        Map<String, String> aliases = new TreeMap<>();
        section.findSection("aliases", "name in the files: name of a contestant")
                .ifPresent(named -> {
                    for (String recorded : named.keys()) {
                        aliases.put(recorded, named.text(recorded, "the name of a contestant"));
                    }
                });
        return aliases;
    }

    private static @Nullable Shape format(Section section) {
        String word = section.findText("format", "auto, or a shape").orElse("auto");
        if (word.equals("auto")) {
            return null;
        }
        String allowed = "auto, " + Shape.words();
        return Shape.ofWord(word)
                .orElseThrow(
                        () -> section.bad("format", word, allowed, Nearest.hint(word, List.of(allowed.split(", ")))));
    }

    private static void check(Section section, RecordReader.Choice choice, RecordReader reader) {
        String judges = "one of the judges in the files: " + shown(reader.judges());
        if (choice.judge() == null && reader.judges().size() > 1) {
            throw section.bad("judge", null, judges, "The files hold judgments of several judges; name one.");
        }
        if (choice.judge() != null && !reader.judges().contains(choice.judge())) {
            throw section.bad("judge", choice.judge(), judges, Nearest.hint(choice.judge(), reader.judges()));
        }
        String turns = "one of the turns in the files: " + shown(reader.turns());
        if (choice.turn() == null && reader.turns().size() > 1) {
            throw section.bad("turn", null, turns, "The files hold judgments of several turns; name one.");
        }
        if (choice.turn() != null && !reader.turns().contains(choice.turn().toString())) {
            throw section.bad("turn", choice.turn().toString(), turns, "");
        }
        for (String recorded : choice.aliases().keySet()) {
            if (!reader.models().contains(recorded)) {
                String allowed = "models in the files: " + shown(reader.models());
                throw section.bad("aliases", recorded, allowed, Nearest.hint(recorded, reader.models()));
            }
        }
        if (reader.judgments().isEmpty()) {
            throw section.bad("files", "no judgment", FILES, "");
        }
    }

    private static String shown(Set<String> names) {
        List<String> first = names.stream().limit(SHOWN).toList();
        String more = names.size() > SHOWN ? ", … (" + names.size() + ")" : "";
        return String.join(", ", first) + more;
    }

    private record Setup(JudgeDraft identity, RecordedJudgments judgments, Section section) implements JudgeSetup {
        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public boolean calls() {
            return false;
        }

        @Override
        public boolean priced() {
            return true;
        }

        @Override
        public boolean orderKnown() {
            return judgments.orderKnown();
        }

        @Override
        public void check(List<String> contestants) {
            if (!judgments.isAbout(contestants)) {
                throw section.bad(
                        "files",
                        "judgments of " + shown(judgments.models()),
                        "judgments of at least one pair of the contestants " + String.join(", ", contestants),
                        "Where the files call them otherwise, add 'aliases: {name in the files: contestant}'.");
            }
        }

        @Override
        public Optional<Quote> quote(JudgeCase judgeCase) {
            return Optional.empty();
        }

        @Override
        public ActingJudge open(World world) {
            return new ReplayJudge(identity, judgments);
        }
    }
}
