package firesale.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless browser with its network off, spoken to by its debugging protocol. */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ws://";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Thread drain;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private int calls;

    /** The browser's program, if there is one. */
    static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    Chromium(Path program, Path profile) throws Exception {
        process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "about:blank").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader err = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String line = err.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = err.readLine();
        }
        if (line == null) {
            throw new IOException(program + " does not start");
        }
        drain = new Thread(() -> err.lines().forEach(ignored -> { }));
        drain.setDaemon(true);
        drain.start();
        String host = line.substring(LISTENING.length()).split("/")[0];
        HttpClient http = HttpClient.newHttpClient();
        JsonNode targets = JSON.readTree(http.send(HttpRequest.newBuilder(URI.create("http://" + host + "/json/list")).build(),
                HttpResponse.BodyHandlers.ofString()).body());
        String page = "";
        for (JsonNode target : targets) {
            page = target.path("type").asText().equals("page") ? target.path("webSocketDebuggerUrl").asText() : page;
        }
        socket = http.newWebSocketBuilder().buildAsync(URI.create(page), new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                text.append(part);
                if (last) {
                    try {
                        messages.add(JSON.readTree(text.toString()));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    text.setLength(0);
                }
                from.request(1);
                return null;
            }
        }).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", JSON.createObjectNode());
        }
        call("Network.emulateNetworkConditions", JSON.createObjectNode().put("offline", true).put("latency", 0)
                .put("downloadThroughput", 0).put("uploadThroughput", 0));
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = ++calls;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonNode answer = next(method);
            if (answer.path("id").asInt() == id) {
                if (answer.has("error")) {
                    throw new IOException(method + ": " + answer.get("error"));
                }
                return answer.path("result");
            }
            events.add(answer);
        }
    }

    private JsonNode next(String waitingFor) throws Exception {
        JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("the browser says nothing: " + waitingFor);
        }
        return message;
    }

    /** Opens a file in a window of a width and waits until it is loaded. */
    void open(Path file, int width, boolean phone) throws Exception {
        events.clear();
        call("Emulation.setDeviceMetricsOverride", JSON.createObjectNode().put("width", width).put("height", 844)
                .put("deviceScaleFactor", 1).put("mobile", phone));
        call("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
        while (named("Page.loadEventFired").isEmpty()) {
            events.add(next("Page.loadEventFired"));
        }
    }

    /** The value of an expression in the page. */
    JsonNode value(String expression) throws Exception {
        JsonNode result = call("Runtime.evaluate", JSON.createObjectNode().put("expression", expression).put("returnByValue",
                true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** What the page has written to the console or the browser says of it, errors among it, since it was opened. */
    List<String> complaints() {
        return Stream.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded").flatMap(name -> named(name)
                .stream())
                .map(JsonNode::toString).toList();
    }

    /** The addresses that were asked for since the page was opened. */
    List<String> requests() {
        return named("Network.requestWillBeSent").stream().map(event -> event.path("params").path("request").path("url").asText())
                .toList();
    }

    private List<JsonNode> named(String method) {
        return events.stream().filter(event -> event.path("method").asText().equals(method)).toList();
    }

    /** Presses a key. */
    void press(String key) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", JSON.createObjectNode().put("type", type).put("key", key).put("code", key));
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
