package prakat.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import prakat.input.Refusal;
import prakat.publication.Website;
import prakat.web.site.article.TypedNumber;

/** Leads from addresses of publications as people type and paste them to the pages. */
@Controller
class TypedAddresses {

    private final Website website;

    TypedAddresses(Website website) {
        this.website = website;
    }

    /** With a slash at the end, or in capitals. */
    @GetMapping({"/news/{number}/", "/{news:[Nn][Ee][Ww][Ss]}/{number}", "/{news:[Nn][Ee][Ww][Ss]}/{number}/"})
    String page(@PathVariable String number, HttpServletRequest request) {
        return redirect(number, UnaryOperator.identity(), request);
    }

    @GetMapping("/{news:[Nn][Ee][Ww][Ss]}/{number}/{files:[Ff][Ii][Ll][Ee][Ss]}/{n}/{name}")
    String file(
            @PathVariable String number,
            @PathVariable String n,
            @PathVariable String name,
            HttpServletRequest request) {
        return redirect(number, address -> address.pathSegment("files", n, name), request);
    }

    /**
     * To the page of the number that was meant, for good.
     *
     * @throws Refusal where nothing ever was public under it
     */
    String redirect(String typed, UnaryOperator<UriComponentsBuilder> rest, HttpServletRequest request) {
        String number = TypedNumber.of(typed);
        if (website.byNumber(number).isEmpty()) {
            throw Refusal.notFound();
        }
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
        return "redirect:"
                + rest.apply(UriComponentsBuilder.fromPath("/news").pathSegment(number))
                        .encode()
                        .build()
                        .toUriString();
    }
}
