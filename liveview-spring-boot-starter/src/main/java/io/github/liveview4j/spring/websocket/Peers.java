package io.github.liveview4j.spring.websocket;

import io.github.liveview4j.limit.Peer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out by whom a handshake is counted.
 *
 * <p>An address says nothing about who it is where everybody comes from it: that of this machine, and one of a private network that
 * sends forwarding headers which nobody has evaluated (who evaluates them takes them out). One of the internet counts whatever
 * headers it sends, as anybody can send them. Of IPv6, the first 64 bits count: the rest is for whoever has them to choose.
 *
 * <p>For any thread.
 */
final class Peers {

    private static final Logger log = LoggerFactory.getLogger(Peers.class);

    private static final List<String> FORWARDING = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP");
    private static final Pattern LITERAL = Pattern.compile(
            "\\[?(?<address>\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)" + "(%[\\w.-]*)?]?");
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST = 64;

    private final AtomicBoolean told = new AtomicBoolean();

    Peer of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return new Peer(session == null ? null : session.getId(), address(request));
    }

    private @Nullable String address(HttpServletRequest request) {
        String text = request.getRemoteAddr();
        if (text == null || text.isEmpty()) {
            return null;
        }
        InetAddress address = parse(text);
        if (address == null) {
            // What a forwarding header said, and no address: one name as any other.
            return text.substring(0, Math.min(text.length(), LONGEST));
        }
        boolean isForwarding = isForwarding(request);
        if (address.isLoopbackAddress() || (isPrivate(address) && isForwarding)) {
            return null;
        }
        return name(address);
    }

    private boolean isForwarding(HttpServletRequest request) {
        boolean isForwarding = FORWARDING.stream().anyMatch(name -> request.getHeader(name) != null);
        if (isForwarding) {
            tell(request.getRemoteAddr());
        }
        return isForwarding;
    }

    private void tell(String address) {
        if (told.compareAndSet(false, true)) {
            log.warn(
                    "A handshake from {} has forwarding headers that nobody evaluates, so that browsers behind a proxy cannot be "
                            + "told apart. Set server.forward-headers-strategy where there is one",
                    address);
        }
    }

    /** Never asks a name server: what is no address in digits is none. */
    private static @Nullable InetAddress parse(String text) {
        Matcher matcher = LITERAL.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(matcher.group("address"));
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isUniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean isCarriers = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || isUniqueLocal || isCarriers;
    }

    private static String name(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        StringBuilder name = new StringBuilder();
        byte[] bytes = address.getAddress();
        for (int i = 0; i < NETWORK_BYTES; i++) {
            name.append(String.format("%02x", bytes[i]));
        }
        return name.append("::/64").toString();
    }
}
