package prakat.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import prakat.input.Refusal;

/** Answers unknown calls under {@code /api} with a problem, as for the known ones. */
@RestController
class UnknownCallsController {

    private static final String EVERYTHING = "/api/**";

    private final RequestMappingHandlerMapping mappings;

    UnknownCallsController(@Lazy @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @RequestMapping(EVERYTHING)
    void nothing(HttpServletRequest request) throws HttpRequestMethodNotSupportedException, HttpMediaTypeException {
        List<RequestMappingInfo> here = mappings.getHandlerMethods().keySet().stream()
                .filter(call -> !call.getPatternValues().contains(EVERYTHING))
                .filter(call -> call.getPathPatternsCondition() != null
                        && call.getPathPatternsCondition().getMatchingCondition(request) != null)
                .toList();
        if (here.isEmpty()) {
            throw Refusal.notFound();
        }
        List<RequestMappingInfo> byMethod = here.stream()
                .filter(call -> call.getMethodsCondition().getMatchingCondition(request) != null)
                .toList();
        if (byMethod.isEmpty()) {
            Set<String> methods = here.stream()
                    .flatMap(call -> call.getMethodsCondition().getMethods().stream())
                    .map(Enum::name)
                    .collect(Collectors.toSet());
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        if (byMethod.stream().allMatch(call -> call.getConsumesCondition().getMatchingCondition(request) == null)) {
            throw new HttpMediaTypeNotSupportedException(request.getContentType());
        }
        throw new HttpMediaTypeNotAcceptableException("JSON");
    }
}
