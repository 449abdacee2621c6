package io.github.liveview4j.broadcast;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.session.TestWire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that follows the rules of the wire for updates of rooms, and notes where it would have to ask for what it missed.
 *
 * <p>Updates are {@code {"t":target,"set":value}} or {@code {"t":target,"add":value}}, a welcome is {@code {"seq":n}}.
 */
final class ReadingPage extends TestWire {

    private static final Pattern ROOM_UPDATE = Pattern.compile(
            "\\{\"type\":\"update\",\"room\":\"([^\"]+)\",\"epoch\":\"[^\"]+\",\"first\":(\\d+),\"seq\":(\\d+),\"updates\":\\[(.*?)]}");
    private static final Pattern CHANGE = Pattern.compile("\\{\"t\":\"(\\w+)\",\"(set|add)\":\"(\\w*)\"}");
    private static final Pattern WELCOME = Pattern.compile("\\{\"seq\":(\\d+)}");

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> lastSeen = new HashMap<>();
    private final Map<String, String> content = new TreeMap<>();
    private final List<String> holes = new ArrayList<>();
    private long position;
    private long adopted;
    private boolean greeting;

    ReadingPage(Async async) {
        super(async);
    }

    /** Asks for what it misses; until the welcome has come it takes nothing from other frames. */
    Position hello(String epoch) {
        lock.lock();
        try {
            greeting = true;
            return new Position(epoch, position);
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void reading(String frame) {
        lock.lock();
        try {
            Matcher welcome = WELCOME.matcher(frame);
            boolean isWelcomed = welcome.find();
            if (greeting && !isWelcomed) {
                return;
            }
            Matcher update = ROOM_UPDATE.matcher(frame);
            while (update.find()) {
                take(update, isWelcomed);
            }
            if (isWelcomed) {
                greeting = false;
                position = Long.parseLong(welcome.group(1));
                adopted = position;
                lastSeen.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    private void take(Matcher update, boolean isRecovery) {
        String room = update.group(1);
        long first = Long.parseLong(update.group(2));
        long seq = Long.parseLong(update.group(3));
        if (seq <= position) {
            return;
        }
        if (!isRecovery && first > lastSeen.getOrDefault(room, adopted) + 1) {
            holes.add(update.group());
            return;
        }
        position = seq;
        lastSeen.put(room, seq);
        Matcher change = CHANGE.matcher(update.group(4));
        while (change.find()) {
            boolean adds = change.group(2).equals("add");
            content.merge(change.group(1), change.group(3), (before, after) -> adds ? before + after : after);
        }
    }

    Map<String, String> content() {
        lock.lock();
        try {
            return new TreeMap<>(content);
        } finally {
            lock.unlock();
        }
    }

    List<String> holes() {
        lock.lock();
        try {
            return List.copyOf(holes);
        } finally {
            lock.unlock();
        }
    }

    boolean isGreeting() {
        lock.lock();
        try {
            return greeting;
        } finally {
            lock.unlock();
        }
    }

    boolean isAt(long seq) {
        lock.lock();
        try {
            return !greeting && position == seq;
        } finally {
            lock.unlock();
        }
    }
}
