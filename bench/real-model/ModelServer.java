import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.LogFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A small language model behind {@code /v1/chat/completions}, for the tournament of {@code bench/real-model.sh}. It answers one
 * request at a time and forgets each prompt, so that the same request gets the same reply. Every exchange is appended to a file.
 * It tells no log-probabilities: the binding ends the process where they are asked for.
 *
 * <p>Usage: java -cp 'lib/*' ModelServer.java MODEL.gguf NAME PORT EXCHANGES.jsonl; port 0 is any free one. The address is printed.
 */
public final class ModelServer {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CONTEXT = 4096;
    private static final int DEFAULT_TOKENS = 256;

    private final LlamaModel model;
    private final String name;
    private final Path exchanges;

    private ModelServer(LlamaModel model, String name, Path exchanges) {
        this.model = model;
        this.name = name;
        this.exchanges = exchanges;
    }

    public static void main(String[] arguments) throws IOException {
        LlamaModel.setLogger(LogFormat.TEXT, (level, message) -> {});
        LlamaModel model = new LlamaModel(new ModelParameters()
                .setModel(arguments[0])
                .setCtxSize(CONTEXT)
                .setThreads(Runtime.getRuntime().availableProcessors()));
        int port = Integer.parseInt(arguments[2]);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newSingleThreadExecutor());
        http.createContext("/v1/chat/completions", new ModelServer(model, arguments[1], Path.of(arguments[3]))::handle);
        http.start();
        System.out.println("http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = MAPPER.readTree(exchange.getRequestBody());
            long started = System.nanoTime();
            int status = 200;
            ObjectNode reply;
            try {
                reply = reply(request);
            } catch (RuntimeException e) {
                status = 400;
                reply = MAPPER.createObjectNode();
                reply.putObject("error").put("message", String.valueOf(e.getMessage()));
            }
            keep(request, status, reply, (System.nanoTime() - started) / 1_000_000);
            byte[] body = reply.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void keep(JsonNode request, int status, ObjectNode reply, long millis) throws IOException {
        ObjectNode line = MAPPER.createObjectNode();
        line.set("request", request);
        line.put("status", status).put("body", reply.toString()).put("millis", millis);
        Files.writeString(exchanges, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private ObjectNode reply(JsonNode request) {
        String prompt = prompt(request.path("messages"));
        int most = request.path("max_tokens").asInt(DEFAULT_TOKENS);
        InferenceParameters inference = new InferenceParameters(prompt)
                .setCachePrompt(false)
                .setNPredict(most)
                .setTemperature((float) request.path("temperature").asDouble(1))
                .setSeed(request.path("seed").asInt(1))
                .setStopStrings("<|im_end|>");
        List<LlamaOutput> tokens = new ArrayList<>();
        model.generate(inference).forEach(tokens::add);
        return completion(tokens, model.encode(prompt).length, most);
    }

    /** The chat template of SmolLM2. */
    private static String prompt(JsonNode messages) {
        StringBuilder prompt = new StringBuilder();
        for (JsonNode message : messages) {
            prompt.append("<|im_start|>").append(message.path("role").asText()).append('\n');
            prompt.append(message.path("content").asText()).append("<|im_end|>\n");
        }
        return prompt.append("<|im_start|>assistant\n").toString();
    }

    private ObjectNode completion(List<LlamaOutput> tokens, int asked, int most) {
        // The last output closes the reply and holds no token.
        int given = tokens.size() - 1;
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text));
        ObjectNode root = MAPPER.createObjectNode();
        root.put("object", "chat.completion").put("model", name);
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text.toString());
        choice.put("finish_reason", given >= most ? "length" : "stop");
        root.putObject("usage")
                .put("prompt_tokens", asked)
                .put("completion_tokens", given)
                .put("total_tokens", asked + given);
        return root;
    }
}
