package io.github.liveview4j.spring.redis;

import static io.github.liveview4j.spring.redis.RedisKeys.bytes;

import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.RoomLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives broadcasts their places, keeps them and brings them to every node, in one step.
 *
 * <p>What can fail is found out before anything is said: Redis checks memory, disk, replicas and being a replica itself at
 * the first write of a script only. How far the order has come is written right after what was said: whatever fails later, the
 * stream is never ahead of it, which every reader would take for lost history. The stream is the truth, the channel only the
 * quick way: one that takes nothing makes nodes late, and undoes nothing. For any thread.
 */
final class PublishScript {

    /** How long everything is kept when no node is there. */
    static final Duration LIFE = Duration.ofMinutes(10);

    static final byte[] LIFE_MILLIS = bytes(Long.toString(LIFE.toMillis()));

    private static final int KEYS = 3;

    private static final RedisScript SCRIPT = new RedisScript("""
            local head, log, own = KEYS[1], KEYS[2], KEYS[3]
            local channel, fresh, sent, known, far, most, size, life = unpack(ARGV, 1, 8)
            local state = redis.call('HMGET', head, 'epoch', 'seq', 'bytes')
            local epoch, seq, bytes = state[1], tonumber(state[2] or 0), tonumber(state[3] or 0) or 0

            -- Nothing there, or nothing that we write, or less than was there already: Redis has lost its end, and the order with it.
            local lost = not epoch or not string.match(epoch, '^[%w_-]+$') or #epoch > 32
            lost = lost or not seq or seq ~= math.floor(seq) or seq < 0 or seq > 9007199254740000
            lost = lost or (epoch == known and seq < tonumber(far))
            if sent ~= '' and (lost or epoch ~= sent) then
              return {'lost'}
            end
            if lost then
              epoch, seq, bytes = fresh, 0, 0
            end

            local first = redis.pcall('HSET', head, 'epoch', epoch, 'seq', seq, 'bytes', bytes)
            if type(first) == 'table' and first.err then
              return {'refused', first.err}
            end
            if lost then
              redis.call('DEL', log)
            end

            local last = tonumber(redis.call('GET', own) or 0)
            local said, added, trouble, unheard = 0, 0, nil, ''
            local messages = {}
            for i = 9, #ARGV, 2 do
              local number, envelope = tonumber(ARGV[i]), ARGV[i + 1]
              if number > last then
                local place = string.format('%.0f', seq + 1)
                local entry = redis.pcall('XADD', log, place .. '-0', 'e', envelope)
                if type(entry) == 'table' and entry.err then
                  trouble = entry.err
                  break
                end
                seq, last, said, added = seq + 1, number, said + 1, added + #envelope
                messages[said] = epoch .. ' ' .. place .. ' ' .. envelope
              end
            end

            if said > 0 then
              redis.call('HSET', head, 'seq', string.format('%.0f', seq))
              redis.call('SET', own, string.format('%.0f', last), 'PX', life)
              for _, message in ipairs(messages) do
                local heard = redis.pcall('PUBLISH', channel, message)
                if type(heard) == 'table' and heard.err then
                  unheard = heard.err
                end
              end

              local length = redis.call('XLEN', log)
              bytes = length == said and added or bytes + added
              local over = length - tonumber(most)
              if over > 0 then
                for _, gone in ipairs(redis.call('XRANGE', log, '-', '+', 'COUNT', over)) do
                  bytes = bytes - #gone[2][2]
                end
                redis.call('XTRIM', log, 'MAXLEN', most)
                length = tonumber(most)
              end
              while bytes > tonumber(size) and length > 1 do
                local gone = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
                bytes, length = bytes - #gone[2][2], length - 1
                redis.call('XTRIM', log, 'MAXLEN', length)
              end
              redis.call('HSET', head, 'bytes', bytes)
            end
            redis.call('PEXPIRE', head, life)
            redis.call('PEXPIRE', log, life)
            if trouble then
              return {said == 0 and 'refused' or 'broken', trouble}
            end
            return {'said', epoch, string.format('%.0f', seq), unheard}
            """);

    private final RedisKeys keys;
    private final byte[] most;
    private final byte[] size;

    PublishScript(RedisKeys keys, RedisSettings settings) {
        this.keys = keys;
        this.most = bytes(Integer.toString(settings.historyLength()));
        this.size = bytes(Long.toString(settings.historyBytes()));
    }

    /**
     * What Redis answers.
     *
     * @param position how far the order has come now
     * @param unheard why the channel did not take what has its place, or {@code null} if it did
     */
    record Answer(Position position, @Nullable String unheard) {}

    /**
     * Publishes a batch.
     *
     * @param batch what to say, numbered
     * @param known how far the order had come by all that this node knows
     * @return what became of it, or {@code null} if the batch may have been said before and the order is another one
     * @throws RedisTrouble if an error came instead
     */
    @Nullable
    Answer run(RedisLink link, Batch batch, Position known) throws RedisTrouble {
        List<byte[]> arguments = new ArrayList<>();
        arguments.addAll(List.of(keys.head(), keys.log(), keys.publisher(), keys.channel()));
        arguments.add(bytes(RoomLog.newEpoch()));
        arguments.add(bytes(batch.isInDoubt() ? batch.epoch() : ""));
        arguments.add(bytes(known.epoch()));
        arguments.add(bytes(Long.toString(known.seq())));
        arguments.addAll(List.of(most, size, LIFE_MILLIS));
        for (Waiting each : batch.waiting()) {
            arguments.add(bytes(Long.toString(each.number())));
            arguments.add(each.envelope());
        }
        byte[][] all = arguments.toArray(byte[][]::new);
        List<Object> answer = link.call(connection -> SCRIPT.run(connection, KEYS, all));
        String word = answer.isEmpty() ? "" : text(answer.get(0));
        if (word.equals("lost")) {
            return null;
        }
        if (word.equals("said") && answer.size() == 4 && Position.isEpoch(text(answer.get(1)))) {
            String unheard = RedisTrouble.plain(text(answer.get(3)));
            return new Answer(
                    new Position(text(answer.get(1)), Long.parseLong(text(answer.get(2)))),
                    unheard.isEmpty() ? null : unheard);
        }
        if (word.equals("refused") && answer.size() == 2) {
            throw RedisTrouble.refused(text(answer.get(1)));
        }
        throw RedisTrouble.unreadable("Expected where the broadcast stands, got " + word
                + (answer.size() == 2 ? " " + text(answer.get(1)) : ""));
    }

    static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
