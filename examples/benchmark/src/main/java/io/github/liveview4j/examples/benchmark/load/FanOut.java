package io.github.liveview4j.examples.benchmark.load;

import java.util.Arrays;

/**
 * One page says something to all, itself included: the next once the last has reached everybody that still reads, or so many a
 * second. For the swarm's thread.
 *
 * <p>Each text has a number between marks, by which deliveries are told apart however many come in a frame.
 */
public final class FanOut implements Traffic {

    private static final byte[] MARK = Bytes.of("@@");

    /** The end of a frame that is searched for a question whether the page lives. */
    private static final int TAIL = 300;

    private final Swarm swarm;
    private final Meter meter;
    private final int inFlight;
    private final double rate;
    private final int padBytes;
    private final MessageTemplate note;
    private final byte[] message;
    private final byte[] ping;
    private final String pong;
    private final int readers;
    private Histogram latency = new Histogram();
    private long[] sentAt = new long[1 << 14];
    private int[] reached = new int[1 << 14];
    private int sent;
    private long delivered;
    private long doubled;
    private long disordered;
    private long unexpected;
    private boolean isOver;

    /**
     * Prepares a run.
     *
     * @param inFlight how many are under way at a time
     * @param rate how many are sent a second, whatever becomes of them; 0 for the next once the last has arrived
     * @param padBytes how long the text is, beside its number
     */
    public FanOut(Swarm swarm, Meter meter, int inFlight, double rate, int padBytes) {
        this.swarm = swarm;
        this.meter = meter;
        this.inFlight = inFlight;
        this.rate = rate;
        this.padBytes = padBytes;
        Dialect dialect = swarm.dialect();
        this.note = new MessageTemplate(dialect.note(), padBytes);
        this.message = new byte[note.longest()];
        this.ping = Bytes.of(dialect.mark(Dialect.Heard.PING));
        this.pong = dialect.pong();
        this.readers = swarm.pages().size() - swarm.stalled();
        for (Page page : swarm.pages()) {
            page.seen = new long[0];
            page.last = -1;
        }
    }

    /** Runs, measures after a time to get warm, and waits for what is missing at most so many seconds. */
    public Outcome run(double warmSeconds, double seconds, double drainSeconds) {
        swarm.traffic(this);
        for (int i = 0; i < inFlight && rate == 0; i++) {
            send();
        }
        long started = System.nanoTime();
        pass(started, warmSeconds);
        latency = new Histogram();
        long before = delivered;
        Meter.Reading start = meter.read();
        pass(started, warmSeconds + seconds);
        Meter.Reading used = meter.read().since(start);
        long measured = delivered - before;
        isOver = true;
        long end = System.nanoTime() + (long) (drainSeconds * 1e9);
        while (missing() > 0 && System.nanoTime() - end < 0) {
            swarm.turn(20);
        }
        return Outcome.of(used, measured, latency, missing(), doubled, disordered, unexpected + swarm.gone());
    }

    private long missing() {
        return (long) sent * readers - delivered;
    }

    private void pass(long started, double until) {
        double now = (System.nanoTime() - started) / 1e9;
        while (now < until) {
            double wait = until - now;
            if (rate > 0) {
                while (sent < now * rate) {
                    send();
                }
                wait = Math.min(wait, sent / rate - now);
            }
            swarm.turn((int) Math.min(20, wait * 1000));
            now = (System.nanoTime() - started) / 1e9;
        }
    }

    private void send() {
        if (sent == sentAt.length) {
            sentAt = Arrays.copyOf(sentAt, 2 * sent);
            reached = Arrays.copyOf(reached, 2 * sent);
        }
        Page sender = swarm.pages().get(0);
        sentAt[sent] = System.nanoTime();
        swarm.send(sender, message, note.write(message, ++sender.calls, sent++));
    }

    @Override
    public void message(Page page, byte[] bytes, int from, int to) {
        long now = System.nanoTime();
        int at = from;
        for (int mark = Bytes.indexOf(bytes, at, to, MARK); mark >= 0; mark = Bytes.indexOf(bytes, at, to, MARK)) {
            int number = 0;
            at = mark + MARK.length;
            while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
                number = number * 10 + bytes[at++] - '0';
            }
            at = Math.min(to, at + MARK.length + padBytes);
            deliver(page, number, now);
        }
        if (ping.length > 0 && Bytes.indexOf(bytes, Math.max(at, to - TAIL), to, ping) >= 0) {
            byte[] answer = Bytes.of(pong);
            swarm.send(page, answer, answer.length);
        }
    }

    private void deliver(Page page, int number, long now) {
        if (number >= sent) {
            unexpected++;
            return;
        }
        int word = number >> 6;
        if (word >= page.seen.length) {
            page.seen = Arrays.copyOf(page.seen, word + 16);
        }
        if ((page.seen[word] & 1L << number) != 0) {
            doubled++;
            return;
        }
        page.seen[word] |= 1L << number;
        disordered += number < page.last ? 1 : 0;
        page.last = Math.max(page.last, number);
        delivered++;
        latency.add(now - sentAt[number]);
        if (++reached[number] == readers && rate == 0 && !isOver) {
            send();
        }
    }
}
