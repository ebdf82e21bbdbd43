package dev.tierzero.runbook.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking from a service is a need; looking at it, reaching its host and putting something into it is the repair. */
final class UseTest {

    private static final SourcePosition HERE = SourcePosition.ofLine("services.yaml", 1);

    private static Use use(boolean own) {
        return new Use(
                new Service(
                        "reg",
                        "Registry",
                        DataNode.ofMap(Map.of(), HERE),
                        List.of("reg.corp.example", "*.cdn.example"),
                        List.of("corp/"),
                        List.of(),
                        List.of("box update"),
                        true,
                        List.of()),
                own);
    }

    @ParameterizedTest
    @CsvSource({
        "docker pull reg.corp.example/a:1,pulls from",
        "sudo docker run --rm corp/tool ls,pulls from",
        "x=1 podman create eu.cdn.example/a,pulls from",
        "docker login -u me reg.corp.example,logs in to",
        "cd /x && curl -fsSLO https://reg.corp.example/kit.tgz,downloads from",
        "curl -s https://reg.corp.example/i | tar -x,downloads from",
        "curl -s https://reg.corp.example/list > list.txt,downloads from",
        "wget https://reg.corp.example/a,downloads from",
        "skopeo copy docker://reg.corp.example/a dir:/tmp/a,pulls from",
        "helm pull oci://reg.corp.example/chart,pulls from",
        "kubectl run x --image=reg.corp.example/a,pulls from",
        "git clone https://reg.corp.example/a.git,clones from",
        "pip install -i https://reg.corp.example/simple a,installs from",
        "box --quiet update,runs \"box update\" through",
        "FROM corp/base:1,pulls from",
        "image: corp/base:1,pulls from"
    })
    void takingSomethingFromTheServiceIsANeed(String command, String how) {
        assertEquals(Optional.of(how), use(true).of(command));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -sS https://reg.corp.example/api/health",
                "curl -sS -o /dev/null -w '%{http_code}' https://reg.corp.example/api/x",
                "curl -sS https://reg.corp.example/api/list | jq .",
                "wget --spider https://reg.corp.example/a",
                "ssh reg.corp.example",
                "scp kit.tgz reg.corp.example:/srv/",
                "docker push reg.corp.example/a:1",
                "docker image inspect reg.corp.example/a:1",
                "docker load -i a.tar",
                "docker compose up -d --pull never reg.corp.example",
                "skopeo inspect docker://reg.corp.example/a",
                "skopeo copy dir:/kit/a docker://reg.corp.example/a",
                "cosign verify reg.corp.example/a:1",
                "openssl s_client -connect reg.corp.example:443",
                "dig reg.corp.example",
                "docker pull other.example/a",
                "curl -O https://notreg.corp.example/a",
                "docker pull reg.corp.example.org/a",
                "echo docker pull"
            })
    void lookingAtTheServiceIsTheWork(String command) {
        assertEquals(Optional.empty(), use(true).of(command));
    }

    @Test
    void ofAServiceThatIsDownWithItNothingCanBeHad() {
        assertEquals(Optional.of("asks"), use(false).of("curl -sS https://reg.corp.example/api/health"));
        assertEquals(Optional.of("pushes to"), use(false).of("docker push reg.corp.example/a"));
        assertEquals(Optional.of("logs in through"), use(false).of("ssh -J reg.corp.example db"));
        assertEquals(Optional.of("links to"), use(false).ofAddress("https://reg.corp.example/health"));
    }

    @Test
    void anAddressOfItsHealthIsALook() {
        assertEquals(Optional.empty(), use(true).ofAddress("https://reg.corp.example/api/health"));
        assertEquals(Optional.of("links to"), use(true).ofAddress("https://reg.corp.example/docs"));
        assertEquals(Optional.empty(), use(true).ofAddress("https://example.org/?from=reg.corp.example/docs#x"));
        assertEquals(Optional.empty(), use(true).ofAddress("../other.md"));
    }
}
