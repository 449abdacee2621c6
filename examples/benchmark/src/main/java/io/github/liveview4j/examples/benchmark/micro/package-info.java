/**
 * The parts by themselves, by JMH: codec, call, renderer, log of rooms, outbox. What a part costs in time is a hint, as a part alone
 * has the caches to itself; what it allocates holds.
 *
 * <pre>
 * ./mvnw -q -pl examples/benchmark -am compile spring-boot:run \
 *     -Dspring-boot.run.main-class=io.github.liveview4j.examples.benchmark.micro.MicroBenchmarks
 * </pre>
 */
@NullMarked
package io.github.liveview4j.examples.benchmark.micro;

import org.jspecify.annotations.NullMarked;
