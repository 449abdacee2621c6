package io.github.liveview4j.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterTests {

    private static int taken(Meter meter, int tries, long now) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += meter.take(now) ? 1 : 0;
        }
        return taken;
    }

    /** The clock of a machine may stand anywhere. */
    @ParameterizedTest
    @ValueSource(longs = {0, -5_000_000_000L, Long.MAX_VALUE - 1_000, Long.MIN_VALUE})
    void givesTheBurstAtOnceAndThenSoManyASecond(long start) {
        Meter meter = new Meter(new Rate(30, 60), start);

        assertThat(taken(meter, 100, start)).isEqualTo(60);
        assertThat(taken(meter, 100, start + TimeUnit.SECONDS.toNanos(1))).isEqualTo(30);
        assertThat(taken(meter, 100, start + TimeUnit.SECONDS.toNanos(2))).isEqualTo(30);
        assertThat(taken(meter, 100, start + TimeUnit.SECONDS.toNanos(60))).isEqualTo(60);
    }

    @Test
    void countsWhatItRefusesUntilTheWholeBurstIsLeftAgain() {
        Meter meter = new Meter(new Rate(30, 60), 0);
        taken(meter, 100, 0);
        assertThat(meter.refused()).isEqualTo(40);

        taken(meter, 40, TimeUnit.SECONDS.toNanos(1));
        assertThat(meter.refused()).isEqualTo(50);
        assertThat(meter.isWhole(TimeUnit.SECONDS.toNanos(2))).isFalse();

        assertThat(meter.isWhole(TimeUnit.SECONDS.toNanos(3))).isTrue();
        taken(meter, 1, TimeUnit.SECONDS.toNanos(3));
        assertThat(meter.refused()).isZero();
    }

    @Test
    void metersThatSayNothingAreLetGo() {
        Meters meters = new Meters(new Rate(1, 2));
        for (int i = 0; i < 100; i++) {
            meters.of("name" + i, 0).take(0);
        }
        assertThat(meters.size()).isEqualTo(100);

        meters.forget(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThat(meters.size()).isEqualTo(100);
        meters.forget(TimeUnit.SECONDS.toNanos(1));
        assertThat(meters.size()).isZero();
    }

    @Test
    void aMillionNamesTakeNoMoreMemoryThanTenThousand() {
        Meters meters = new Meters(new Rate(1, 2));
        Meter first = meters.of("the first", 0);
        first.take(0);
        for (int i = 0; i < 1_000_000; i++) {
            meters.of("name" + i, 0).take(0);
            if (i % 1_000 == 0) {
                meters.of("the first", 0);
            }
        }

        assertThat(meters.size()).isEqualTo(Meters.MOST);
        assertThat(meters.of("the first", 0)).isSameAs(first);
    }

    @Test
    void whoKeptAMeterIsToldThatItWasLetGo() {
        Meters meters = new Meters(new Rate(1, 2));
        Meter first = meters.of("the first", 0);
        first.take(0);
        assertThat(first.isLetGo()).isFalse();
        meters.forget(TimeUnit.SECONDS.toNanos(1));
        assertThat(first.isLetGo()).isTrue();

        Meter second = meters.of("the first", 0);
        second.take(0);
        for (int i = 0; i < Meters.MOST; i++) {
            meters.of("name" + i, 0).take(0);
        }
        assertThat(second.isLetGo()).isTrue();
    }

    @Test
    void manyThreadsGetNoMoreThanTheBurst() throws Exception {
        Meter meter = new Meter(new Rate(1, 10_000), 0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> each = threads.invokeAll(Collections.nCopies(4, () -> taken(meter, 5_000, 0)));
            int all = 0;
            for (Future<Integer> one : each) {
                all += one.get();
            }
            assertThat(all).isEqualTo(10_000);
            assertThat(meter.refused()).isEqualTo(10_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void countsOfNobodyTakeNoMemory() {
        Counts counts = new Counts(2);
        assertThat(counts.take("a")).isTrue();
        assertThat(counts.take("a")).isTrue();
        assertThat(counts.isFull("a")).isTrue();
        assertThat(counts.take("a")).isFalse();
        assertThat(counts.take("b")).isTrue();
        assertThat(counts.take(null)).isTrue();

        counts.giveBack("a");
        assertThat(counts.take("a")).isTrue();
        counts.giveBack("a");
        counts.giveBack("a");
        counts.giveBack("b");
        counts.giveBack(null);
        assertThat(counts.size()).isZero();
    }

    @Test
    void aMillionNamesThatHaveNothingAnyMoreLeaveNothing() throws ReflectiveOperationException {
        Counts counts = new Counts(2);
        counts.take("has one");
        for (int i = 0; i < 1_000_000; i++) {
            counts.take("name" + i);
            counts.giveBack("name" + i);
        }

        assertThat(remembered(counts)).isLessThan(1_000);
        counts.forget();
        assertThat(remembered(counts)).isEqualTo(1);
        assertThat(counts.size()).isEqualTo(1);
        assertThat(counts.take("name1")).isTrue();
    }

    private static int remembered(Counts counts) throws ReflectiveOperationException {
        Field field = Counts.class.getDeclaredField("counts");
        field.setAccessible(true);
        return ((Map<?, ?>) field.get(counts)).size();
    }

    /** While those who have none are forgotten again and again. */
    @Test
    void manyThreadsHaveNoMoreThanThereIs() throws InterruptedException {
        Counts counts = new Counts(3);
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean tooMany = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 10_000; n++) {
                    if (counts.take("a")) {
                        if (inside.incrementAndGet() > 3) {
                            tooMany.set(true);
                        }
                        inside.decrementAndGet();
                        counts.giveBack("a");
                    }
                    if (n % 10 == 0) {
                        counts.forget();
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(tooMany).isFalse();
        assertThat(counts.size()).isZero();
    }

    @Test
    void ratesThatCannotWorkAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, 0));
    }
}
