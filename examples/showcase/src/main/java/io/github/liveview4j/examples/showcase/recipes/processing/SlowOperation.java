package io.github.liveview4j.examples.showcase.recipes.processing;

import io.github.liveview4j.examples.showcase.data.Articles;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Counts the articles, and takes its time, as real work would. */
@Service
class SlowOperation {

    private final Articles articles;
    private final Duration time;

    SlowOperation(Articles articles, @Value("${showcase.processing-time:3s}") Duration time) {
        this.articles = articles;
        this.time = time;
    }

    String run() throws InterruptedException {
        Thread.sleep(time.toMillis());
        return articles.count() + " articles";
    }
}
