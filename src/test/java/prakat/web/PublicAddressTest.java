package prakat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PublicAddressTest {

    @Test
    void theAddressThatTheOfficeSaysCounts() {
        PublicAddress address = new PublicAddress(" https://www.example.go.th/ ");

        assertThat(address.base()).isEqualTo("https://www.example.go.th");
    }

    @Test
    void otherwiseTheOneByWhichTheReaderCame() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(inside()));
        try {
            assertThat(new PublicAddress("").base()).isEqualTo("http://intranet:8080");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.go.th", "ftp://example.go.th", "https://", "https://example.go.th/?a=b"})
    void whatIsNoAddressStopsTheStart(String said) {
        assertThatThrownBy(() -> new PublicAddress(said))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PRAKAT_ADDRESS");
    }

    private static MockHttpServletRequest inside() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk");
        request.setServerName("intranet");
        request.setServerPort(8080);
        return request;
    }
}
