package io.github.liveview4j.examples.benchmark.run;

/** The units that this program measures in. Stateless. */
final class Measured {

    static final String CPU_A_CALL = "µs CPU/call";
    static final String CPU_A_DELIVERY = "µs CPU/delivery";
    static final String CPU_A_PAGE = "µs CPU/page";
    static final String P50 = "ms p50";
    static final String P99 = "ms p99";
    static final String WORST = "ms worst";
    static final String THREADS = "threads parked";
    static final String RSS = "KB RSS/page";
    static final String HEAP = "KB heap/page";

    static final String GENERATOR = "µs CPU of the generator";
    static final String REST = "cores used by others";

    private Measured() {}
}
