cd /tmp; DUMP=1 bash /tmp/mem-idle.sh library 5000 l5k --liveview.lean-connections=true; bash /tmp/mem-idle.sh library 10000 l10k --liveview.lean-connections=true
J25=/usr/lib/jvm/temurin-25-jdk-amd64; Q=$(cat /tmp/start/qcp.txt); L=$(cat /tmp/start/libcp.txt)
for i in 1 2; do $J25/bin/java -cp /tmp/start/prof/out:$L:$Q Prof io.github.liveview4j.examples.quickstart.QuickstartApplication --server.port=18346 --spring.main.banner-mode=off --logging.level.io.github.liveview4j=debug > /tmp/start/prof.$i.txt 2>&1; done
$J25/bin/java -cp /tmp/start/prof/out:/tmp/start/plain/out:$Q Prof plain.PlainApplication --server.port=18346 --spring.main.banner-mode=off > /tmp/start/prof.plain.txt 2>&1
XOPT=-Xlog:class+load:file=/tmp/start/cl.with.txt:none; for a in with plain; do [ $a = with ] && cp=$L:$Q || cp=/tmp/start/plain/out:$Q; [ $a = with ] && m=io.github.liveview4j.examples.quickstart.QuickstartApplication || m=plain.PlainApplication; $J25/bin/java -Xlog:class+load:file=/tmp/start/cl.$a.txt:none -cp /tmp/start/prof/out:$cp Prof $m --server.port=18346 --spring.main.banner-mode=off >/dev/null 2>&1; done
PORT=18346 bash /tmp/start/start.sh $J25 3
cd /tmp/dom; $J25/bin/java -Xmx8g Dom.java /tmp/memidle.hprof 5020 60 > /tmp/dom/out3.txt
