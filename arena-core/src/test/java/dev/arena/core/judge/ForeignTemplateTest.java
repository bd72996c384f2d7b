package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.config.YamlDocument;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prompts in the formats of MT-Bench and Arena-Hard; the texts are made for this test. */
class ForeignTemplateTest {
    private static final String PROMPTS = """
        {"name": "pair-v2", "type": "pairwise", "system_prompt": "Be fair.", "prompt_template": "[Q]\\n{question}\\n[A]\\n{answer_a}\\n[B]\\n{answer_b} {{x}}", "output_format": "[[A]]"}
        {"name": "pair-math-v1", "type": "pairwise", "system_prompt": "Be right.", "prompt_template": "{question} {ref_answer_1} {answer_a} {answer_b}", "output_format": "[[A]]"}

        {"name": "rates", "type": "pairwise", "system_prompt": "Rate.", "prompt_template": "{question} {answer_a} {answer_b}", "output_format": "[[rating_a,rating_b]]"}
        {"name": "single-v1", "type": "single", "system_prompt": "Rate.", "prompt_template": "{question} {answer}", "output_format": "[[rating]]"}
        {"name": "turns", "type": "pairwise", "system_prompt": "x", "prompt_template": "{question_1} {question_2} {answer_a_1}", "output_format": "[[A]]"}
        {"name": "odd", "type": "pairwise", "system_prompt": "x", "prompt_template": "{question} {answer_a} {answer_b}", "output_format": "A"}
        {"name": "none", "type": "pairwise", "prompt_template": "x", "output_format": "[[A]]"}
        """;

    private static JudgeTemplate mtBench(String entry) {
        String text = ForeignTemplate.mtBench("p.jsonl", PROMPTS, entry);
        return TemplateReader.read("p.jsonl#" + entry, YamlDocument.read("p.jsonl", text));
    }

    private static JudgeCase judgeCase() {
        PromptText prompt = new PromptText(List.of("2+2?"), null, null, "4", List.of());
        return JudgeCase.blind(prompt, List.of(ResponseText.of("four"), ResponseText.of("five")), 1);
    }

    @Test
    void mtBench_pair_showsPromptAndBothResponsesFenced() {
        JudgeTemplate template = mtBench("pair-v2");
        Question question = template.render(judgeCase()).orElseThrow();
        assertThat(question.system()).startsWith("Be fair.").contains("untrusted material");
        assertThat(question.user()).matches("""
                        (?s)\\[Q]
                        <<<TEXT \\w+>>>
                        2\\+2\\?
                        <<<END \\w+>>>
                        \\[A]
                        <<<TEXT \\w+>>>
                        four
                        <<<END \\w+>>>
                        \\[B]
                        <<<TEXT \\w+>>>
                        five
                        <<<END \\w+>>> \\{x}""");
        assertThat(template.parse("So my verdict is [[C]].")).isEqualTo(Verdict.tie());
        assertThat(template.parse("[[D]]").decides()).isFalse();
    }

    @Test
    void mtBench_reference_isAskedOnlyWhereThereIsOne() {
        JudgeTemplate template = mtBench("pair-math-v1");
        assertThat(template.render(judgeCase()).orElseThrow().user()).contains("\n4\n");
        JudgeCase without = JudgeCase.blind(PromptText.of("q"), List.of(ResponseText.of("a"), ResponseText.of("b")), 1);
        assertThat(template.render(without)).isEmpty();
    }

    @Test
    void mtBench_ratings_areScores() {
        assertThat(mtBench("rates").parse("[[7,9]]")).isEqualTo(Verdict.second());
        assertThat(mtBench("rates").parse("[[0,9]]").decides()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pair-v3   | p.jsonl: field 'name' is 'pair-v3'; allowed: pair-v2, pair-math-v1, rates, single-v1, turns, odd, none. Did you mean 'pair-v2'?
        single-v1 | p.jsonl:5: field 'type' is 'single'; allowed: pairwise. Choose an entry that compares two responses.
        turns     | p.jsonl:6: field 'prompt_template' is '{question_2}'; allowed: names of a template that shows each response once. Choose an entry for one turn; it shows all turns of a response together.
        odd       | p.jsonl:7: field 'output_format' is 'A'; allowed: [[A]], [[rating_a,rating_b]]. Choose another entry.
        none      | p.jsonl:8: field 'system_prompt' is missing; allowed: a text.
        """)
    void mtBench_entryThatIsNoTemplate_saysWhy(String entry, String message) {
        assertThatThrownBy(() -> mtBench(entry))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void mtBench_brokenLine_saysWhere() {
        assertThatThrownBy(() -> ForeignTemplate.mtBench("p.jsonl", "{\n", "x"))
                .isInstanceOf(UsageException.class)
                .hasMessage("p.jsonl:1: found 'a line that is no JSON'; allowed: one JSON object a line.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        '["{question_1} {answer_1} {answer_2}"]'
        '"{QUESTION} {ANSWER_A} {ANSWER_B}"'
        """)
    void arenaHard_bothGenerations_readFiveSteps(String prompt) {
        String text =
                "judge_model: m\nregex_pattern: \\[\\[([AB<>=]+)\\]\\]\nsystem_prompt: Be fair.\nprompt_template: "
                        + prompt + "\nmodel_list:\n  - x\n";
        JudgeTemplate template = TemplateReader.read(
                "ah", YamlDocument.read("ah", ForeignTemplate.arenaHard("judge_config.yaml", text)));
        assertThat(template.render(judgeCase()).orElseThrow().user())
                .containsSubsequence("\n2+2?\n", "\nfour\n", "\nfive\n");
        assertThat(template.parse("My final verdict is tie: [[A=B]].")).isEqualTo(Verdict.tie());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'prompt_template: "{QUESTION}"' | ah.yaml:1: field 'system_prompt' is missing; allowed: a text that names the five steps. Copy the judge's system prompt of Arena-Hard into this file.
        '{system_prompt: x, prompt_template: ["a", "b"]}' | ah.yaml:1: field 'prompt_template' is '2 texts'; allowed: one text with the prompt and both answers.
        '{system_prompt: x}' | ah.yaml:1: field 'prompt_template' is '0 texts'; allowed: one text with the prompt and both answers.
        '{system_prompt: x, prompt_template: "{question_2}"}' | ah.yaml:1: field 'prompt_template' is '{question_2}'; allowed: names of a template that shows each response once. Choose an entry for one turn; it shows all turns of a response together.
        '{regex_pattern: "[0-9]", prompt_template: x}' | ah.yaml:1: field 'regex_pattern' is '[0-9]'; allowed: the five steps of [AB<>=].
        """)
    void arenaHard_fileThatIsNoTemplate_saysWhy(String text, String message) {
        assertThatThrownBy(() -> ForeignTemplate.arenaHard("ah.yaml", text))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }
}
