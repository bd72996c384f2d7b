package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeakSpeedProbe {
    @Test
    void speed() {
        LeakFinder finder = new LeakFinder(LeakSpec.of(GoldenLeaksTest.contestants(), LeakPolicy.STANDARD, Set.of()));
        Random chance = new Random(1);
        String words =
                "the of and to in is that it was for on are as with his they be at one have this from or had by hot word but what some we can out other were all there when up use your how said an each she which do their time if will way about many then them write would like so these her long make thing see him two has look more day could go come did number sound no most people my over know water than call first who may down side been now find google apple I am I was trained by the command together palm orca amazon meta data Gemini Claude Monet the llama, phi is 1.618 o(1) GPT disk mistral wind.";
        String[] list = words.split(" ", -1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 2048) {
                text.append(list[chance.nextInt(list.length)]).append(chance.nextInt(12) == 0 ? ".\n" : " ");
            }
            texts.add(text.toString());
        }
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            long found = texts.stream()
                    .mapToLong(
                            text -> finder.find(List.of("Why?"), List.of(text)).size())
                    .sum();
            long one = System.nanoTime() - start;
            start = System.nanoTime();
            long again = IntStream.range(0, texts.size())
                    .parallel()
                    .mapToLong(i ->
                            finder.find(List.of("Why?"), List.of(texts.get(i))).size())
                    .sum();
            System.out.printf(
                    "SPEED 100k of 2KB: one thread %.1f s, parallel %.1f s, leaks %d %d%n",
                    one / 1e9 * 5, (System.nanoTime() - start) / 1e9 * 5, found, again);
        }
    }
}
