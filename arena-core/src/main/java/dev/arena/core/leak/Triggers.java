package dev.arena.core.leak;

import java.util.List;

/** What is looked for and is no name. */
final class Triggers {
    /** Words around which an unknown maker may be named. */
    static final List<String> ALL = List.of(
            "harmless",
            "trained on a massive",
            "language model",
            "language models",
            "large language model",
            "ai model",
            "ai assistant",
            "ai chatbot",
            "virtual assistant",
            "llm",
            "artificial intelligence",
            "sprachmodell",
            "ki sprachmodell",
            "ki modell",
            "ki assistent",
            "kunstliche intelligenz",
            "modelo de lenguaje",
            "modelo de ia",
            "asistente de ia",
            "asistente virtual",
            "inteligencia artificial",
            "modele de langage",
            "modele de langue",
            "assistant ia",
            "intelligence artificielle",
            "نموذج لغوي",
            "مساعد ذكي");

    private Triggers() {}
}
