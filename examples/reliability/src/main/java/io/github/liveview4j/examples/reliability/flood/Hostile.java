package io.github.liveview4j.examples.reliability.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One hostile client, a process of its own: it attacks until it is killed, or until its time is over. */
public final class Hostile {

    static final String HELLO = "{\"type\":\"hello\",\"page\":\"hostile-0123456789-abcdef\"}";

    private static final String ADDRESS = "203.0.113.66";
    private static final String LIVE = "/ws/liveview/";
    private static final int MANY = 500;

    private final int port;
    private final String path;
    private final String address;
    private final Attack attack;
    private final long end;
    private long bytes;
    private long connections;
    private long refused;

    private Hostile(int port, String path, Attack attack, long seconds) {
        this.port = port;
        this.path = path;
        this.address = attack == Attack.ROOMS ? "" : ADDRESS;
        this.attack = attack;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /**
     * Attacks, and prints what was sent.
     *
     * @param args the port, the attack, the seconds, and {@code echo} for the bare endpoint
     */
    public static void main(String[] args) throws Exception {
        boolean isEcho = args.length > 3 && args[3].equals("echo");
        Hostile hostile = new Hostile(
                Integer.parseInt(args[0]), isEcho ? "/echo" : LIVE, Attack.valueOf(args[1]), Long.parseLong(args[2]));
        switch (hostile.attack) {
            case SLOW_HANDSHAKES -> hostile.dawdle();
            case SLOW_HANDLERS -> hostile.holdThreads();
            case ROOMS, CONNECTS -> hostile.comeAndGo();
            case DEAF -> hostile.beDeaf();
            default -> hostile.flood();
        }
        System.out.println(hostile.bytes + " " + hostile.connections + " " + hostile.refused);
        System.exit(0);
    }

    private boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    private PlainSocket connect() throws IOException {
        PlainSocket socket = new PlainSocket(port, path.equals(LIVE) ? path + UUID.randomUUID() : path, address);
        if (socket.status() == 101) {
            connections++;
        } else {
            refused++;
        }
        return socket;
    }

    private void flood() {
        byte[] burst = attack.burst();
        long id = 0;
        while (!isOver()) {
            try (PlainSocket socket = connect()) {
                if (socket.status() != 101) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    continue;
                }
                Thread reader = new Thread(socket::drain);
                reader.setDaemon(true);
                reader.start();
                if (attack != Attack.HELLOS && path.equals(LIVE)) {
                    socket.text(HELLO.replace("hostile", UUID.randomUUID().toString()));
                }
                if (attack.isOfFragments()) {
                    socket.write(PlainSocket.frame(0x01, new byte[] {' '}));
                }
                while (!isOver()) {
                    if (attack.isOfCalls()) {
                        id = Attack.number(burst, id);
                    }
                    socket.write(burst);
                    bytes += burst.length;
                }
            } catch (IOException e) {
                // Closed: it comes back.
            }
        }
    }

    private void comeAndGo() {
        while (!isOver()) {
            try (PlainSocket socket = connect()) {
                if (socket.status() == 101) {
                    socket.text(HELLO.replace("hostile", UUID.randomUUID().toString()));
                    socket.read();
                }
            } catch (IOException e) {
                refused++;
            }
        }
    }

    private void holdThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Thread thread = new Thread(this::callSlowly);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void callSlowly() {
        try (PlainSocket socket = new PlainSocket(port, path + UUID.randomUUID(), address)) {
            socket.text(HELLO.replace("hostile", UUID.randomUUID().toString()));
            socket.read();
            for (int id = 1; !isOver(); id++) {
                socket.text("{\"type\":\"call\",\"id\":" + id + ",\"function\":\"slow\"}");
                String reply = socket.read();
                if (reply.contains("too_many")) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void beDeaf() {
        byte[] burst = attack.burst();
        List<PlainSocket> sockets = new ArrayList<>();
        while (!isOver()) {
            try {
                PlainSocket socket = connect();
                if (socket.status() != 101 || sockets.size() >= MANY) {
                    socket.close();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    continue;
                }
                sockets.add(socket);
                socket.text(HELLO.replace("hostile", UUID.randomUUID().toString()));
                Thread writer = new Thread(() -> {
                    try {
                        while (!isOver()) {
                            socket.write(burst);
                        }
                    } catch (IOException e) {
                        // Closed.
                    }
                });
                writer.setDaemon(true);
                writer.start();
            } catch (IOException e) {
                refused++;
            }
        }
    }

    private void dawdle() throws IOException {
        byte[] request =
                PlainSocket.handshake(port, LIVE + UUID.randomUUID(), address).getBytes(StandardCharsets.ISO_8859_1);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress("localhost", port));
            sockets.add(socket);
            connections++;
        }
        for (int at = 0; !isOver(); at++) {
            for (Socket socket : sockets) {
                try {
                    socket.getOutputStream().write(request[at % 60]);
                    bytes++;
                } catch (IOException e) {
                    refused++;
                }
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }
}
