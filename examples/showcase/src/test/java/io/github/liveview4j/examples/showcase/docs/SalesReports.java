package io.github.liveview4j.examples.showcase.docs;

import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
class SalesReports {

    /** Takes long. */
    String build(int year) {
        return "The report of " + year;
    }

    @Async
    CompletableFuture<String> buildLater(int year) {
        return CompletableFuture.completedFuture(build(year));
    }
}
