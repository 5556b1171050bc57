package prakat.web.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import prakat.input.Refusal;
import prakat.web.ProblemWriter;
import prakat.web.Problems;

/** The procedure's refusals at the engine's own REST and at the webapps': the same problem as at {@code /api}. */
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    /** Made by Jersey. */
    public RefusalMapper() {}

    @Override
    public Response toResponse(Refusal refusal) {
        WebApplicationContext context =
                WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
        ProblemWriter writer = context.getBean(ProblemWriter.class);
        ProblemDetail problem = context.getBean(Problems.class).of(refusal, writer.locale(request));
        Problems.tellWhenToRetry(refusal, response);
        return Response.status(problem.getStatus())
                .type(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .entity(writer.json(problem))
                .build();
    }
}
