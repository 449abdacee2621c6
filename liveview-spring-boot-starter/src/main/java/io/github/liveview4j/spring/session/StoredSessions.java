package io.github.liveview4j.spring.session;

import io.github.liveview4j.spring.request.HandshakeAttributes;
import io.github.liveview4j.spring.request.HandshakeSnapshot;
import io.github.liveview4j.spring.request.SessionKey;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The sessions of Spring Session: the one that the handshake saw is a copy, so their repository is asked.
 *
 * <p>Its answer is remembered for a second at most, see {@link RememberedAnswers}. For any thread.
 */
public final class StoredSessions implements SessionStore, SessionKeeper, HandshakeAttributes, AutoCloseable {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_TOUCHED = 20_000;
    private static final String REPOSITORY = StoredSessions.class.getName();

    /** Set by the session registry of Spring Session in a session that another sign-in has pushed out. */
    private static final String PUSHED_OUT =
            "org.springframework.session.security.SpringSessionBackedSessionInformation.EXPIRED";

    private final SessionIdentity identity;
    private final RememberedAnswers answers;
    private final Map<String, Long> touched = new ConcurrentHashMap<>();

    /** Creates the store. */
    public StoredSessions(SessionIdentity identity) {
        this.identity = identity;
        this.answers = new RememberedAnswers();
    }

    /** Keeps the repository, which the filter of Spring Session names where a session is one of its. */
    @Override
    public void collect(HttpServletRequest request, Map<String, Object> attributes) {
        if (request.getAttribute(SessionRepository.class.getName()) instanceof SessionRepository<?> repository) {
            attributes.put(REPOSITORY, repository);
        }
    }

    @Override
    public boolean has(HandshakeSnapshot handshake) {
        return handshake.attributes().containsKey(REPOSITORY);
    }

    @Override
    public @Nullable Found find(HandshakeSnapshot handshake) {
        String id = handshake.sessionId();
        if (id == null || !(handshake.attributes().get(REPOSITORY) instanceof SessionRepository<?> repository)) {
            return null;
        }
        String key = SessionKey.of(id);
        Found found = answers.get(key, () -> load(repository, id));
        if (found != null && found.end() <= System.currentTimeMillis()) {
            // Unless it was used since.
            answers.forget(key);
            found = answers.get(key, () -> load(repository, id));
        }
        return found;
    }

    private @Nullable Found load(SessionRepository<?> repository, String id) {
        Session session = repository.findById(id);
        return session == null
                        || session.isExpired()
                        || !id.equals(session.getId())
                        || Boolean.TRUE.equals(session.getAttribute(PUSHED_OUT))
                ? null
                : new Found(identity.of(session::getAttribute), endOf(session));
    }

    private static long endOf(Session session) {
        Duration limit = session.getMaxInactiveInterval();
        return limit.isNegative() || limit.isZero()
                ? Long.MAX_VALUE
                : session.getLastAccessedTime().plus(limit).toEpochMilli();
    }

    /** Once a minute at most, and not on the caller's thread: it writes. */
    @Override
    public boolean touch(HandshakeSnapshot handshake) {
        String id = handshake.sessionId();
        if (id == null || !(handshake.attributes().get(REPOSITORY) instanceof SessionRepository<?> repository)) {
            return false;
        }
        long now = System.nanoTime();
        long due = now - PAUSE.toNanos();
        if (touched.size() > MOST_TOUCHED) {
            touched.values().removeIf(at -> at - due <= 0);
        }
        Long last = touched.put(SessionKey.of(id), now);
        if (last == null || last - due <= 0) {
            answers.run(() -> save(repository, id));
        } else {
            touched.put(SessionKey.of(id), last);
        }
        return true;
    }

    private static <S extends Session> void save(SessionRepository<S> repository, String id) {
        S session = repository.findById(id);
        if (session != null && !session.isExpired()) {
            session.setLastAccessedTime(Instant.now());
            // One that has ended meanwhile is refused by the repository, which knows that it is not new.
            repository.save(session);
        }
    }

    @Override
    public void forget(String key) {
        answers.forget(key);
    }

    @Override
    public void begin(String key) {
        answers.begin(key);
    }

    @Override
    public void end(String key) {
        answers.end(key);
    }

    @Override
    public void close() {
        answers.close();
    }
}
