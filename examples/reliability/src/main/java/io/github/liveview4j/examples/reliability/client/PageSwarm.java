package io.github.liveview4j.examples.reliability.client;

import io.github.liveview4j.examples.reliability.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;

/**
 * Many pages on one thread, their histories in one record. Opens them so that a few load at a time, as visitors come; what a
 * test wants to happen at the same moment it says to all of them. For any thread.
 */
public final class PageSwarm implements AutoCloseable {

    private static final int LOADING_AT_A_TIME = 64;

    private final SocketLoop loop = new SocketLoop();
    private final PageLoader loader = new PageLoader();
    private final List<SimulatedPage> pages = new CopyOnWriteArrayList<>();
    private final History history;
    private final Random random;

    /** Begins with no page; the seed decides every pause of every page. */
    public PageSwarm(History history, long seed) {
        this.history = history;
        random = new Random(seed);
    }

    /** Adds a page without opening it. */
    public SimulatedPage add(PageSettings settings, IntSupplier ports) {
        Random own = new Random(random.nextLong());
        // Not of the seed: a node that lives through two runs remembers the pages of the first.
        String id = UUID.randomUUID().toString();
        SimulatedPage page = new SimulatedPage(loop, loader, settings, ports, own, history.page(id));
        pages.add(page);
        return page;
    }

    /** Opens these pages, a few at a time, and returns when each was begun. */
    public void open(List<SimulatedPage> some) {
        Semaphore places = new Semaphore(LOADING_AT_A_TIME);
        for (SimulatedPage page : some) {
            places.acquireUninterruptibly();
            page.whenLoaded(places::release);
            page.open();
        }
    }

    /** Adds and opens so many pages alike. */
    public List<SimulatedPage> open(int count, PageSettings settings, IntSupplier ports) {
        List<SimulatedPage> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(add(settings, ports));
        }
        open(some);
        return some;
    }

    /** Closes pages whose visitors leave; their histories stay. */
    public void retire(Collection<SimulatedPage> some) {
        some.forEach(SimulatedPage::close);
        pages.removeAll(Set.copyOf(some));
    }

    /** Returns all that were not retired. */
    public List<SimulatedPage> pages() {
        return List.copyOf(pages);
    }

    /** Tells whether every page is connected. */
    public boolean allConnected() {
        return pages.stream().allMatch(SimulatedPage::isConnected);
    }

    /** Says of those that are connected that they stayed to the end. */
    public void settle() {
        pages.stream()
                .filter(SimulatedPage::isConnected)
                .forEach(page -> page.history().settle());
    }

    @Override
    public void close() {
        loop.close();
    }
}
