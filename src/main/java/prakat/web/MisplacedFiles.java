package prakat.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Refuses a form that brings a file where a text is asked for, at every door. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MisplacedFiles {

    private final MalformedCalls malformedCalls;

    MisplacedFiles(MalformedCalls malformedCalls) {
        this.malformedCalls = malformedCalls;
    }

    @ExceptionHandler
    void refuse(ConversionNotSupportedException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        malformedCalls.refuse(400, request, response);
    }
}
