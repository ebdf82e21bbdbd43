package dev.tierzero.kpi.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import dev.tierzero.kpi.model.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TileTest {

    private static final String FACTS = " Definition and source Definition Time to a sandbox that accepts SSH"
            + " Formula p95(seconds) Source Telemetry (committed figures) Owner platform-team";

    private static String tile(TestView site) {
        return site.words("kpi-tile:startup").replace(FACTS, "");
    }

    @Test
    void aTileSaysValueTargetTrendStateAndBothTimes() {
        assertEquals(
                "Cold start 71.4 s ✓ Met : target < 90 s ▼ −3.5 s since 2026-11-09, better"
                        + " Fresh as of 2026-11-20 observed 2026-11-16 fetched 2026-11-16",
                tile(Fixture.weekly("74.9", "71.4")));
    }

    @Test
    void definitionAndSourceAreOneTapAway() {
        assertTrue(Fixture.weekly("71.4").words("kpi-tile:startup").endsWith(FACTS));
    }

    @Test
    void aChangeForTheWorseSaysSo() {
        assertTrue(tile(Fixture.weekly("80", "84")).contains("▲ +4 s since 2026-11-09, worse"));
    }

    @Test
    void withoutADirectionNoChangeIsGoodOrBad() {
        assertTrue(tile(Fixture.declared("direction: none", "80", "84")).contains("▲ +4 s since 2026-11-09 Fresh"));
    }

    @Test
    void theSameValueAgainIsUnchanged() {
        assertTrue(tile(Fixture.weekly("80", "80.0")).contains("= unchanged since 2026-11-09"));
    }

    @Test
    void roundingNeverTurnsAMissIntoAHit() {
        assertTrue(tile(Fixture.weekly("90.04")).startsWith("Cold start 90.04 s ✗ Not met : target < 90 s"));
    }

    @Test
    void withoutAnyValueThereIsNoDataAndNeverZero() {
        assertEquals("Cold start No data ? Unknown : target < 90 s No data as of 2026-11-20", tile(Fixture.weekly()));
    }

    @Test
    void aKpiWithoutTargetIsNeitherMetNorUnknown() {
        assertTrue(
                tile(Fixture.declared("target: null", "84")).startsWith("Cold start 84 s No target: count and trend"));
    }

    @Test
    void anOldValueIsStaleAsOfTheBuild() {
        String tile = tile(Fixture.declared("max-age: 3 days", "84"));
        assertTrue(tile.contains("Stale: older than 3 days as of 2026-11-20 observed 2026-11-16"), tile);
    }

    @Test
    void aFreshValueSaysWhenItTurnsStale() {
        String html = Fixture.weekly("84").insert("kpi-tile:startup");
        assertTrue(html.contains("data-state=\"fresh\" data-stale-after=\"2026-11-30T00:00:00Z\""
                + " data-stale=\"Stale: older than 14 days\" data-fresh=\"Fresh\""));
    }

    @Test
    void aSourceThatCannotBeReachedLeavesTheLastGoodValueWithItsAge() {
        Observation last = Observation.of(Fixture.LAST, Fixture.LAST.plusSeconds(60), new BigDecimal("84"));
        Snapshot down = new Snapshot(
                "startup", State.UNREACHABLE, List.of(last), "the connection was refused", Optional.of(TestSite.NOON));
        String tile = tile(Fixture.weekly().collected(new Snapshots(List.of(down)).text()));
        assertEquals(
                "Cold start 84 s ✓ Met : target < 90 s Unreachable: the connection was refused as of 2026-11-20"
                        + " observed 2026-11-16 fetched 2026-11-16",
                tile);
    }

    @Test
    void aValueWithoutItsOwnTimeIsOnlyFetched() {
        Observation undated = Observation.of(Fixture.LAST, Fixture.LAST, new BigDecimal("84"));
        Snapshot snapshot = new Snapshot("startup", State.FRESH, List.of(undated), "", Optional.empty());
        String tile = tile(Fixture.weekly().collected(new Snapshots(List.of(snapshot)).text()));
        assertTrue(tile.contains("fetched 2026-11-16"));
        assertFalse(tile.contains("observed"));
    }

    @Test
    void demoDataIsMarkedOnTheTile() {
        assertTrue(tile(Fixture.declared("demo: true", "84")).startsWith("Demo data Cold start"));
    }

    @Test
    void theSparklineIsForTheEyeAlone() {
        assertTrue(Fixture.weekly("80", "84")
                .insert("kpi-tile:startup")
                .contains("aria-hidden=\"true\" focusable=\"false\"><path"));
    }
}
