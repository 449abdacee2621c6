package io.github.liveview4j.examples.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParkedThreadsTests {

    @Test
    void onlyThreadsThatWaitForASocketToTakeSomethingCount() {
        String stuck = """
                "http-nio-1" #31 daemon
                   java.lang.Thread.State: TIMED_WAITING (on object monitor)
                \tat java.lang.Object.wait0(java.base@25/Native Method)
                \tat org.apache.tomcat.util.net.NioEndpoint$NioSocketWrapper.doWrite(NioEndpoint.java:1400)
                \tat org.apache.tomcat.websocket.WsRemoteEndpointImplBase.sendMessageBlock(WsRemoteEndpointImplBase.java:300)
                """;
        String writing = stuck.replace("TIMED_WAITING (on object monitor)", "RUNNABLE");
        String idle = """
                "http-nio-2" #32 daemon
                   java.lang.Thread.State: WAITING (parking)
                \tat java.util.concurrent.locks.LockSupport.park(java.base@25/LockSupport.java:369)
                """;

        assertThat(ParkedThreads.count(stuck + "\n" + writing + "\n" + idle + "\n" + stuck))
                .isEqualTo(2);
    }
}
