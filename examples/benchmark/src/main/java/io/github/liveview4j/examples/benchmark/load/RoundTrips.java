package io.github.liveview4j.examples.benchmark.load;

import java.util.List;

/**
 * Calls that greet: a page that got its answer calls again. For the swarm's thread.
 *
 * <p>A call is over with its reply, and it is checked that as many greetings came as calls were made.
 */
public final class RoundTrips implements Traffic {

    private static final byte[] GREETING = Bytes.of("Hello, Ada");

    private final Swarm swarm;
    private final Meter meter;
    private final int inFlight;
    private final MessageTemplate call;
    private final byte[] reply;
    private final byte[] ping;
    private final String pong;
    private final byte[] message;
    private Histogram latency = new Histogram();
    private int turn;
    private long answers;
    private long greetings;
    private long unexpected;
    private boolean isOver;

    /**
     * Prepares a run.
     *
     * @param inFlight how many calls are under way at a time, at most one a page: with fewer than there are pages, they call in turn
     */
    public RoundTrips(Swarm swarm, Meter meter, int inFlight) {
        this.swarm = swarm;
        this.meter = meter;
        this.inFlight = inFlight;
        Dialect dialect = swarm.dialect();
        this.call = new MessageTemplate(dialect.call(), 0);
        this.reply = Bytes.of(dialect.reply());
        this.ping = Bytes.of(dialect.mark(Dialect.Heard.PING));
        this.pong = dialect.pong();
        this.message = new byte[call.longest()];
    }

    /** Runs, and measures after a time to get warm. */
    public Outcome run(double warmSeconds, double seconds) {
        swarm.traffic(this);
        for (int i = 0; i < inFlight; i++) {
            callNext();
        }
        swarm.pass(warmSeconds);
        latency = new Histogram();
        long before = answers;
        Meter.Reading start = meter.read();
        swarm.pass(seconds);
        Meter.Reading used = meter.read().since(start);
        long measured = answers - before;
        Histogram result = latency;
        isOver = true;
        long lost = awaitAnswers();
        return Outcome.of(
                used, measured, result, lost, 0, 0, unexpected + swarm.gone() + Math.abs(answers - greetings));
    }

    /** Has every page call once, and waits for the answers, half a minute at most. */
    public void once() {
        swarm.traffic(this);
        int calls = swarm.pages().size();
        for (int i = 0; i < inFlight; i++) {
            callNext();
        }
        for (int i = 0; i < 1_500 && answers < calls; i++) {
            swarm.turn(20);
        }
        isOver = true;
        awaitAnswers();
    }

    private long awaitAnswers() {
        long lost = waiting();
        for (int i = 0; i < 150 && lost > 0; i++) {
            swarm.pass(.02);
            lost = waiting();
        }
        return lost;
    }

    private long waiting() {
        return swarm.pages().stream().filter(page -> page.isWaiting).count();
    }

    private void callNext() {
        List<Page> pages = swarm.pages();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(turn);
            turn = turn + 1 == pages.size() ? 0 : turn + 1;
            if (page.isOpen() && !page.isWaiting) {
                call(page, System.nanoTime());
                return;
            }
        }
    }

    private void call(Page page, long now) {
        page.isWaiting = true;
        page.calledAt = now;
        swarm.send(page, message, call.write(message, ++page.calls, page.calls));
    }

    @Override
    public void message(Page page, byte[] bytes, int from, int to) {
        greetings += Bytes.count(bytes, from, to, GREETING);
        int replies = Bytes.count(bytes, from, to, reply);
        if (replies == 0) {
            if (ping.length > 0 && Bytes.indexOf(bytes, from, to, ping) >= 0) {
                byte[] answer = Bytes.of(pong);
                swarm.send(page, answer, answer.length);
            }
            return;
        }
        if (replies > 1 || !page.isWaiting) {
            unexpected++;
            return;
        }
        long now = System.nanoTime();
        latency.add(now - page.calledAt);
        answers++;
        page.isWaiting = false;
        if (isOver) {
            return;
        }
        if (inFlight == swarm.pages().size()) {
            call(page, now);
        } else {
            callNext();
        }
    }
}
