package io.github.liveview4j.examples.showcase.docs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

/** What people have begun to write: a table of the database in an application, by who writes and about what. */
@Repository
class Drafts {

    private record Key(String user, int article) {}

    private final Map<Key, String> drafts = new ConcurrentHashMap<>();

    String find(String user, int article) {
        return drafts.getOrDefault(new Key(user, article), "");
    }

    void save(String user, int article, String text) {
        drafts.put(new Key(user, article), text);
    }
}
