package io.github.liveview4j.spring.redis;

import static io.github.liveview4j.spring.redis.RedisKeys.bytes;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.RoomLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks how far the order has come and for what this node has not, in one step, and keeps everything from expiring.
 *
 * <p>Redis may have lost its end: it stands before the node, or has something else in the place that the node knows. Then
 * another order begins here, and whoever finds it tells its pages to fetch themselves. For any thread.
 */
final class ReadScript {

    private static final int KEYS = 3;

    private static final RedisScript SCRIPT = new RedisScript("""
            local head, log, own = KEYS[1], KEYS[2], KEYS[3]
            local fresh, known, last, digest, count, life = unpack(ARGV)
            local state = redis.call('HMGET', head, 'epoch', 'seq')
            local epoch, seq = state[1], tonumber(state[2] or 0)
            local function place(number)
              return string.format('%.0f-0', number)
            end

            -- Nothing that we write, or more in the stream than is known of: another order.
            local lost = not epoch or not string.match(epoch, '^[%w_-]+$') or #epoch > 32
            lost = lost or not seq or seq ~= math.floor(seq) or seq < 0 or seq > 9007199254740000
            lost = lost or #redis.call('XRANGE', log, place(seq + 1), '+', 'COUNT', 1) > 0
            if epoch == known and not lost then
              lost = seq < tonumber(last)
              if digest ~= '' then
                local mine = redis.call('XRANGE', log, place(last), place(last))[1]
                lost = lost or (mine and redis.sha1hex(mine[2][2]) ~= digest)
              end
            end

            -- The first write: Redis says here that it is full, or a replica. What is there can be read all the same.
            local trouble = ''
            local first
            if lost then
              first = redis.pcall('HSET', head, 'epoch', fresh, 'seq', 0, 'bytes', 0)
            else
              first = redis.pcall('HSET', head, 'epoch', epoch)
            end
            if type(first) == 'table' and first.err then
              trouble = first.err
              if lost then
                return {'', '0', trouble, {}}
              end
            else
              if lost then
                redis.call('DEL', log)
                epoch, seq = fresh, 0
              end
              redis.call('PEXPIRE', head, life)
              redis.call('PEXPIRE', log, life)
              redis.call('PEXPIRE', own, life)
            end

            local from = '-'
            if epoch == known then
              from = place(last + 1)
            end
            local entries = {}
            if tonumber(count) > 0 then
              entries = redis.call('XRANGE', log, from, '+', 'COUNT', count)
            end
            return {epoch, string.format('%.0f', seq), trouble, entries}
            """);

    private final RedisKeys keys;

    ReadScript(RedisKeys keys) {
        this.keys = keys;
    }

    /**
     * What Redis answers.
     *
     * @param position how far the order has come
     * @param trouble why it takes no broadcasts, or {@code null}
     * @param entries what comes next
     */
    record Answer(Position position, @Nullable String trouble, List<Entry> entries) {}

    /**
     * A broadcast in its place.
     *
     * @param seq the place
     * @param envelope bytes of any kind
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(long seq, byte[] envelope) {}

    /** Asks how far the order has come, without a place of one's own. */
    Position position(RedisLink link) throws RedisTrouble {
        return read(link, null, null, 0).position();
    }

    /**
     * Asks for what comes after a place, or for all where the order is another one.
     *
     * @param since the place, or {@code null} for none yet
     * @param last what the node has there, or {@code null} where it has nothing
     * @param count how many are wanted at most
     */
    Answer read(RedisLink link, @Nullable Position since, byte @Nullable [] last, int count) throws RedisTrouble {
        byte[][] arguments = {
            keys.head(),
            keys.log(),
            keys.publisher(),
            bytes(RoomLog.newEpoch()),
            bytes(since == null ? "" : since.epoch()),
            bytes(Long.toString(since == null ? 0 : since.seq())),
            bytes(last == null ? "" : RedisScript.sha1(last)),
            bytes(Integer.toString(count)),
            PublishScript.LIFE_MILLIS
        };
        List<Object> answer = link.call(connection -> SCRIPT.run(connection, KEYS, arguments));
        if (answer.size() != 4 || !(answer.get(3) instanceof List<?> entries)) {
            throw RedisTrouble.unreadable("Expected a place and what comes next, got an answer of " + answer.size());
        }
        String trouble = RedisTrouble.plain(PublishScript.text(answer.get(2)));
        String epoch = PublishScript.text(answer.get(0));
        if (epoch.isEmpty() && !trouble.isEmpty()) {
            throw RedisTrouble.refused(trouble);
        }
        if (!Position.isEpoch(epoch)) {
            throw RedisTrouble.unreadable("Expected an epoch at {prefix}:head, got something else");
        }
        try {
            Position position = new Position(epoch, Long.parseLong(PublishScript.text(answer.get(1))));
            return new Answer(position, trouble.isEmpty() ? null : trouble, entries(entries));
        } catch (NumberFormatException e) {
            throw RedisTrouble.unreadable("Expected numbers as places, got something else");
        }
    }

    private static List<Entry> entries(List<?> all) {
        List<Entry> entries = new ArrayList<>(all.size());
        for (Object one : all) {
            // What has another form is none of ours: somebody else wrote it.
            if (one instanceof List<?> entry
                    && entry.size() == 2
                    && entry.get(1) instanceof List<?> fields
                    && fields.size() == 2
                    && fields.get(1) instanceof byte[] envelope) {
                String id = PublishScript.text(entry.get(0));
                if (id.endsWith("-0")) {
                    entries.add(new Entry(Long.parseLong(id.substring(0, id.length() - 2)), envelope));
                }
            }
        }
        return entries;
    }
}
