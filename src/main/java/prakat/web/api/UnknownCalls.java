package prakat.web.api;

import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Calls under {@code /api} that no controller takes, answered as problems like everything else there. */
@RestControllerAdvice
@Order(0)
class UnknownCalls {

    private final ApiErrors errors;

    UnknownCalls(ApiErrors errors) {
        this.errors = errors;
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class
    })
    ResponseEntity<Object> unknown(Exception failure, ServletWebRequest call) throws Exception {
        if (!call.getRequest().getRequestURI().matches("/api(/.*)?")) {
            // For the pages of errors.
            throw failure;
        }
        return errors.handleException(failure, call);
    }
}
