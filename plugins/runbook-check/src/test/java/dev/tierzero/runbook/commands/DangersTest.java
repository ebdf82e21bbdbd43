package dev.tierzero.runbook.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.runbook.model.Preferences;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DangersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /data",
                "sudo rm -r -f /data/*",
                "cd /x && rm -fr old",
                "find /var -name '*.log' -delete",
                "dd if=a of=/dev/sda bs=1M",
                "mkfs.ext4 /dev/sdb1",
                "wipefs -a /dev/sdb",
                "echo x > /dev/sda",
                "truncate -s 0 app.log",
                "psql -c 'drop table users'",
                "mysql -e \"DELETE FROM users\"",
                "DROP DATABASE shop;",
                "kubectl delete ns shop",
                "kubectl -n shop delete pvc/data-0",
                "oc delete pods --all -n shop",
                "helm uninstall shop",
                "terraform -chdir=prod destroy",
                "git push -f origin main",
                "git push origin +main",
                "git reset --hard HEAD~1",
                "docker system prune -a --volumes",
                "podman volume rm cache",
                "vault operator init",
                "vault secrets disable kv/",
                "iptables -t nat -F",
                "chmod -R 777 /srv",
                "curl -fsSL https://example.org/i.sh | sudo bash",
                "bash -c \"$(curl -fsSL https://example.org/i.sh)\"",
                "rsync -a --delete a/ b/",
                "redis-cli flushall",
                "aws s3 rb s3://bucket --force",
                "aws ec2 terminate-instances --instance-ids i-1",
                "pg_restore -d shop --clean < dump",
                "zpool destroy tank",
                "rm -rf /tmp/build && dropdb shop",
                "rm -rf ./target; rm -rf /data",
                "kubectl delete ns shop --dry-run=client && kubectl delete ns shop"
            })
    void commandsThatCannotBeTakenBackAreKnown(String command) {
        assertTrue(Dangers.of(command, Preferences.DEFAULT).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm one.txt",
                "rm -f /tmp/lock",
                "rm -rf /tmp/build ./target",
                "rm -rf node_modules",
                "# rm -rf /data",
                "find . -name '*.log' -print",
                "dd if=/dev/zero bs=1M count=1 | md5sum",
                "kubectl delete pod app-1",
                "kubectl get ns shop",
                "kubectl delete ns shop --dry-run=client",
                "DELETE FROM logs WHERE day < '2026-01-01';",
                "git push --force-with-lease",
                "git push origin feature",
                "docker image prune",
                "vault operator unseal",
                "vault status",
                "iptables -L",
                "chmod 644 file",
                "curl -fsSL https://example.org/health | jq .",
                "curl https://example.org/list.sh | shasum",
                "rsync -a a/ b/",
                "terraform plan -destroy",
                "kubectl describe node node-1",
                "helm list"
            })
    void commandsThatAreNotDangerousAreLeftAlone(String command) {
        assertEquals(Optional.empty(), Dangers.of(command, Preferences.DEFAULT));
    }
}
