package io.github.liveview4j.examples.reliability.fault;

import io.github.liveview4j.examples.reliability.fault.Bench.Plan;
import io.github.liveview4j.examples.reliability.fault.Catalogue.Row;
import org.jspecify.annotations.Nullable;

/** Runs scenarios, on the machines of the last one where the plan is the same: a server takes seconds to start. For one thread. */
public final class Runs implements AutoCloseable {

    private @Nullable Machines machines;
    private @Nullable Plan plan;

    /** Runs one; a failure of the bench itself is a failure in the report. */
    public Report run(Row row) {
        System.out.println(row.scenario().name() + ", " + row.settings());
        long start = System.nanoTime();
        Report report = attempt(row);
        report.figure("seconds", (System.nanoTime() - start) / 1_000_000_000);
        System.out.println(row.scenario().name() + ": " + report);
        return report;
    }

    private Report attempt(Row row) {
        try (Bench bench =
                new Bench(machinesFor(row.scenario().plan()), row.settings().seed())) {
            return row.scenario().run(bench, row.settings());
        } catch (Exception e) {
            e.printStackTrace();
            // Whatever is broken now is not what the next one should begin with.
            close();
            return new Report().require(false, e.toString());
        }
    }

    private Machines machinesFor(Plan wanted) {
        Machines running = machines;
        if (running == null || !wanted.equals(plan)) {
            close();
            running = new Machines(wanted);
            machines = running;
            plan = wanted;
        }
        return running;
    }

    @Override
    public void close() {
        if (machines != null) {
            machines.close();
        }
        machines = null;
        plan = null;
    }
}
