package io.github.liveview4j.examples.benchmark.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.catalina.util.ServerInfo;
import org.springframework.boot.SpringBootVersion;

/** Says on what was measured. Stateless. */
final class Machine {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Returns one line for people. */
    static String description() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB, which servers, generator and Redis share; %s %s; JDK %s (%s); Spring Boot %s; Tomcat %s; %s",
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / (double) (1 << 30),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                System.getProperty("java.vendor"),
                SpringBootVersion.getVersion(),
                ServerInfo.getServerNumber(),
                RedisServer.version()
                        .map(version -> "Redis " + version)
                        .orElse("no Redis: what goes through it was left out"));
    }

    private static String cpu() {
        try {
            if (Files.isReadable(CPUS)) {
                return Files.readString(CPUS)
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).trim())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            }
        } catch (IOException e) {
            // It has no name then.
        }
        return System.getProperty("os.arch");
    }
}
