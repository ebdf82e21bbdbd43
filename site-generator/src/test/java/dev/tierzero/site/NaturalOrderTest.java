package dev.tierzero.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NaturalOrderTest {

    @Test
    void numbersStandByTheirValueAndCaseIsFree() {
        assertEquals(
                List.of("alpha", "Beta", "Step 2", "step 2a", "step 010", "Step 10 b", "Step 100"),
                List.of("Step 100", "step 010", "Beta", "Step 10 b", "step 2a", "Step 2", "alpha").stream()
                        .sorted(NaturalOrder.INSTANCE)
                        .toList());
    }
}
