package prakat.web.desk.request;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.query.ProcessView;
import prakat.request.query.Requests;
import prakat.web.desk.DeskPage;

/** The page of one request: where it stands, what it says, what happened to it, and what the reader may do with it. */
@DeskPage
class RequestController {

    private final Requests requests;
    private final ProcessView process;
    private final RequestPages requestPages;
    private final TransactionTemplate transaction;

    RequestController(
            Requests requests, ProcessView process, RequestPages requestPages, TransactionTemplate transaction) {
        this.requests = requests;
        this.process = process;
        this.requestPages = requestPages;
        this.transaction = transaction;
    }

    /** The page, with two rounds compared: the last two unless others are asked for. */
    @GetMapping("/desk/requests/{id}")
    String request(
            @PathVariable String id,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Person reader,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page",
                transaction.execute(transacted ->
                        requestPages.page(requests.get(id, reader), round(from), round(to), reader, locale)));
        return "desk/request";
    }

    /** The model that this request goes through, as it was deployed. */
    @GetMapping("/desk/requests/{id}/model")
    ResponseEntity<byte[]> model(@PathVariable String id, Person reader) {
        String model = process.model(requests.get(id, reader)).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(model.getBytes(StandardCharsets.UTF_8));
    }

    /** How far it has come, by ids in the model. */
    @GetMapping(path = "/desk/requests/{id}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ProcessView.Passage progress(@PathVariable String id, Person reader) {
        return process.passage(requests.get(id, reader)).orElseThrow(Refusal::notFound);
    }

    /** Null for what is not a number. */
    private static Integer round(String said) {
        return said != null && said.matches("[0-9]{1,6}") ? Integer.valueOf(said) : null;
    }
}
