package prakat.web.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJacksonInputMessage;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import prakat.input.Refusal;

/** Refuses JSON that is longer than all texts of a call may be together, before it fills the memory. Files come beside it. */
@ControllerAdvice(basePackageClasses = LongestJson.class)
class LongestJson extends RequestBodyAdviceAdapter {

    private static final int MEBIBYTE = 1024 * 1024;

    /** In bytes; a letter may be written as twelve of them. */
    private static final int LONGEST = 4 * MEBIBYTE;

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage call,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        long said = call.getHeaders().getContentLength();
        if (0 <= said && said <= LONGEST) {
            // Of what is no JSON, nobody waits for the rest.
            return call;
        }
        if (said > LONGEST) {
            throw tooLong();
        }
        byte[] body = call.getBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw tooLong();
        }
        return new MappingJacksonInputMessage(new ByteArrayInputStream(body), call.getHeaders());
    }

    private static Refusal tooLong() {
        return Refusal.tooLarge("json-too-long", LONGEST / MEBIBYTE);
    }
}
