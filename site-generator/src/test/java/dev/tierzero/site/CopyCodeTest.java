package dev.tierzero.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyCodeTest {

    @Test
    void aCodeIsMadeOfTheAddressAndTheText() {
        // printf recovery/vault-failure.html | sha256sum: 0ae3dce7…; its first 25 bits are 1, 11, 17, 29, 25.
        assertEquals(
                "1bhxs-641bee25",
                CopyCode.of("recovery/vault-failure.html", "641bee258dde").toString());
    }

    @Test
    void pagesWithTheSameAddressDigitsAreToldApartByTheirText() {
        Map<String, String> pages = new HashMap<>();
        for (int i = 0; ; i++) {
            String href = "operations/" + i + ".html";
            String other = pages.put(CopyCode.address(href), href);
            if (other != null) {
                CopyCode one = CopyCode.of(href, "641bee258dde");
                CopyCode two = CopyCode.of(other, "741bee258dde");
                assertEquals(one.address(), two.address());
                assertNotEquals(one, two);
                // 25 bits: half of all sites with 6,800 procedures have such a pair.
                assertEquals(true, i > 1_000, () -> href + " and " + other);
                return;
            }
        }
    }

    @Test
    void whatCannotBeReadFromPaperIsNoCode() {
        assertThrows(IllegalArgumentException.class, () -> new CopyCode("1bhxl", "641bee25"));
        assertThrows(IllegalArgumentException.class, () -> new CopyCode("1bhxs", "641BEE25"));
    }
}
