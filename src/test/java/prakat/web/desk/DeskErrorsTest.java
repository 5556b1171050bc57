package prakat.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import prakat.input.Refusal;
import prakat.web.Problems;

class DeskErrorsTest {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final String PATH = "/desk/requests/7/cancel";

    private final DeskErrors errors = new DeskErrors(new Problems(messages()), null);

    @Test
    void twoChangesAtTheSameTimeAreAConflictThatMayBeSentAgain() {
        ModelAndView page = errors.somebodyWasFaster(new CannotAcquireLockException("locked"), post(), THAI);

        assertThat(page.getStatus().value()).isEqualTo(409);
        assertThat(page.getViewName()).isEqualTo("desk/conflict");
        assertThat(page.getModel()).containsEntry("again", PATH).containsEntry("request", "7");
        assertThat(page.getModel().get("typed")).isEqualTo(List.of("เหตุผลที่พิมพ์ไว้"));
    }

    @Test
    void whatHasFilesIsNotSentAgain() {
        MockHttpServletRequest request = post();
        request.setContentType(MediaType.MULTIPART_FORM_DATA_VALUE);

        assertThat(errors.somebodyWasFaster(new CannotAcquireLockException("locked"), request, THAI)
                        .getModel())
                .containsEntry("again", null);
    }

    @Test
    void aRefusalThatIsFinalKeepsWhatWasTypedAndOffersNoRetry() {
        ModelAndView page =
                errors.refused(Refusal.conflict("wrong-state"), post(), new MockHttpServletResponse(), THAI);

        assertThat(page.getStatus().value()).isEqualTo(409);
        assertThat(page.getModel()).containsEntry("again", null);
        assertThat(page.getModel().get("typed")).isEqualTo(List.of("เหตุผลที่พิมพ์ไว้"));
        assertThat(errors.refused(Refusal.notFound(), post(), new MockHttpServletResponse(), THAI)
                        .getViewName())
                .isEqualTo("problem");
    }

    private static MockHttpServletRequest post() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", PATH);
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("id", "7"));
        request.addParameter("_csrf", "ความลับของเบราว์เซอร์");
        request.addParameter("saves", "12");
        request.addParameter("reason", "เหตุผลที่พิมพ์ไว้");
        return request;
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
