package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as files of data need it: a doubled key is an error, numbers keep their digits, a text may be long. */
final class Json {
    private static final int LONGEST_TEXT = 100_000_000;

    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads one value where more may follow, as in a list. */
    static final ObjectReader ITEMS = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** What a parser complains of, without the place and the advice it adds. */
    static String complaint(JsonProcessingException problem) {
        String message = problem.getOriginalMessage().lines().findFirst().orElse("");
        int advice = message.indexOf(": enable");
        return advice < 0 ? message : message.substring(0, advice);
    }
}
