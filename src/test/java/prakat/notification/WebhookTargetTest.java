package prakat.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.notification.Webhooks.Configured;

/** Which programs may be told. */
class WebhookTargetTest {

    private static final String SECRET = "sixteen-characters";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example.org/prakat",
                "http://127.0.0.1:9000/x",
                "http://localhost/x",
                "http://[::1]/x"
            })
    void areAskedThroughATunnelOrOnThisMachine(String url) {
        assertThat(new WebhookTarget(url, SECRET).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.example.org/",
                "http://127.0.0.1.example.org/",
                "ftp://localhost/",
                "https:///x",
                " "
            })
    void othersAreRefused(String url) {
        assertThatThrownBy(() -> new WebhookTarget(url, SECRET)).hasMessageContaining("PRAKAT_WEBHOOKS");
    }

    @Test
    void aSecretIsNeededAndNeverShown() {
        assertThatThrownBy(() -> new WebhookTarget("https://portal.example.org/", "short"))
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> new WebhookTarget("https://portal.example.org/", null))
                .hasMessageContaining("secret");
        assertThat(new WebhookTarget("https://portal.example.org/", SECRET).toString())
                .doesNotContain(SECRET);
    }

    @Test
    void eachStandsThereOnce() {
        WebhookTarget hook = new WebhookTarget("https://portal.example.org/", SECRET);
        assertThatThrownBy(() -> new Configured(List.of(hook, hook))).hasMessageContaining("twice");
    }
}
