package prakat.web.desk.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import prakat.input.Coded;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.picture.PictureSize;
import prakat.web.desk.DeskPage;

/** The help pages, one for each role. */
@DeskPage
class HelpController {

    /** Pixels of a picture for each CSS pixel. */
    private static final double DENSITY = 1.5;

    private final Map<String, PictureSize> sizes = new HashMap<>();

    /** Fails where a step has no picture. */
    HelpController() {
        for (HelpPage page : HelpPage.values()) {
            page.steps().forEach(step -> sizes.put(page.picture(step), size(page.picture(step))));
        }
    }

    /** Every role's page, the reader's own first. */
    @GetMapping("/desk/help")
    String choice(Person reader, Model model) {
        List<HelpPage> pages = ownFirst(reader);
        model.addAttribute(
                "own", pages.stream().filter(page -> page.isFor(reader)).toList());
        model.addAttribute(
                "others", pages.stream().filter(page -> !page.isFor(reader)).toList());
        return "desk/help";
    }

    @GetMapping("/desk/help/{role}")
    String role(@PathVariable String role, Person reader, Model model) {
        model.addAttribute("page", Coded.of(HelpPage.class, role).orElseThrow(Refusal::notFound));
        model.addAttribute("pages", ownFirst(reader));
        model.addAttribute("sizes", sizes);
        return "desk/help-role";
    }

    private static List<HelpPage> ownFirst(Person reader) {
        List<HelpPage> pages = new ArrayList<>(Arrays.asList(HelpPage.values()));
        pages.sort(Comparator.comparing(page -> !page.isFor(reader)));
        return pages;
    }

    private static PictureSize size(String picture) {
        try (InputStream content = new ClassPathResource("static/assets/help/" + picture + ".webp").getInputStream()) {
            PictureSize size =
                    PictureSize.read(content).orElseThrow(() -> new IllegalStateException(picture + " is no picture"));
            return new PictureSize((int) Math.round(size.width() / DENSITY), (int) Math.round(size.height() / DENSITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
