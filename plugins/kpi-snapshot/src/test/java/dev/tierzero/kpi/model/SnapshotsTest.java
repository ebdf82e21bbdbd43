package dev.tierzero.kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnapshotsTest {

    private static final Instant OBSERVED = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant FETCHED = Instant.parse("2026-11-16T06:00:00Z");
    private static final Observation WEEK =
            new Observation(OBSERVED, FETCHED, new BigDecimal("79.5"), OptionalLong.of(171));
    private static final Snapshot ADOPTION =
            new Snapshot("adoption", State.UNREACHABLE, List.of(WEEK), "no answer within 5 s", Optional.of(FETCHED));

    @Test
    void theTextHoldsEverythingAndIsAlwaysTheSame() {
        Snapshots snapshots = new Snapshots(List.of(ADOPTION, Snapshot.none("tickets")));
        String expected = """
                {"format":1,"kpis":[{"id":"adoption","state":"unreachable","problem":"no answer within 5 s",\
                "lastAttempt":"2026-11-16T06:00:00Z","observations":[["2026-11-16T00:00:00Z","2026-11-16T06:00:00Z","79.5",171]]},\
                {"id":"tickets","state":"no-data","problem":"","observations":[]}]}
                """;
        assertEquals(expected, snapshots.text());
        assertEquals(snapshots, Snapshots.ofText(snapshots.text()));
    }

    @Test
    void everyTruncatedTextIsReadAsNothing() {
        String text = new Snapshots(List.of(ADOPTION)).text().strip();
        for (int length = 0; length < text.length(); length++) {
            assertEquals(Snapshots.NONE, Snapshots.ofText(text.substring(0, length)), text.substring(0, length));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format\":2,\"kpis\":[]}",
                "[]",
                "null",
                "{\"format\":1,\"kpis\":[{\"id\":\"a\",\"state\":\"rotten\"}]}",
                "{\"format\":1,\"kpis\":[{\"id\":\"a\",\"state\":\"fresh\",\"observations\":[[\"x\",\"y\",\"z\"]]}]}"
            })
    void whatAnotherVersionWroteIsForgotten(String text) {
        assertEquals(Snapshots.NONE, Snapshots.ofText(text));
    }

    @Test
    void anUnknownKpiHasNoData() {
        assertEquals(Snapshot.none("x"), Snapshots.NONE.of("x"));
        assertEquals(State.NO_DATA, Snapshots.NONE.of("x").stateAt(FETCHED, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-15T23:54:59Z, INVALID",
        "2026-11-15T23:55:00Z, FRESH",
        "2026-11-30T00:00:00Z, FRESH",
        "2026-11-30T00:00:01Z, STALE"
    })
    void whetherAValueIsStaleDependsOnTheDay(Instant when, State expected) {
        Snapshot snapshot = new Snapshot("a", State.FRESH, List.of(WEEK), "", Optional.empty());
        assertEquals(expected, snapshot.stateAt(when, Duration.ofDays(14)));
    }

    @Test
    void aFailureIsToldBeforeTheAge() {
        assertEquals(State.UNREACHABLE, ADOPTION.stateAt(FETCHED.plus(Duration.ofDays(99)), Duration.ofDays(14)));
    }

    @Test
    void theOldestObservationsAreLetGo() {
        List<Observation> many = new ArrayList<>();
        for (int i = 0; i < Snapshot.MOST + 3; i++) {
            many.add(Observation.of(OBSERVED.plusSeconds(i), FETCHED, BigDecimal.valueOf(i)));
        }
        Snapshot snapshot = new Snapshot("a", State.FRESH, many, "", Optional.empty());
        assertEquals(Snapshot.MOST, snapshot.observations().size());
        assertEquals(BigDecimal.valueOf(3), snapshot.observations().get(0).value());
    }

    @Test
    void observationsOutOfOrderAreADefect() {
        List<Observation> twice = Collections.nCopies(2, WEEK);
        assertThrows(IllegalArgumentException.class, () -> new Snapshot("a", State.FRESH, twice, "", Optional.empty()));
    }

    @Test
    void whoeverDoesNotSayWhenItWasObservedIsKnown() {
        assertEquals(true, WEEK.isDated());
        assertEquals(false, Observation.of(FETCHED, FETCHED, BigDecimal.ONE).isDated());
    }
}
