package prakat.web;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Forgets what a call was about once it is over, and everything is logged that the server itself has to say of it. */
@Component
class LogContext implements ServletRequestListener {

    @Override
    public void requestDestroyed(ServletRequestEvent call) {
        MDC.clear();
    }
}
