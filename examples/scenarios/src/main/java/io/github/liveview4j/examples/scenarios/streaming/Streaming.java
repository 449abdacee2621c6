package io.github.liveview4j.examples.scenarios.streaming;

import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Streaming {

    private volatile SubmissionPublisher<LiveViewMessage> answer = new SubmissionPublisher<>();

    @GetMapping("/streaming")
    String page() {
        return "streaming";
    }

    @LiveViewHandler
    Flow.Publisher<LiveViewMessage> answer() {
        SubmissionPublisher<LiveViewMessage> started = new SubmissionPublisher<>();
        answer = started;
        return started;
    }

    @LiveViewHandler
    LiveViewMessage stopAnswer() {
        answer.close();
        return replace("#state").text("stopped");
    }

    @LiveViewHandler
    LiveViewMessage greetMeanwhile() {
        return replace("#state").text("hello");
    }

    /** Returns whether somebody listens to an answer. */
    boolean isAsked() {
        return answer.hasSubscribers();
    }

    /** Says one word more of the answer. */
    void say(String word) {
        answer.submit(append("#answer").text(word + " "));
    }

    /** Says that there is no more. */
    void end() {
        answer.close();
    }
}
