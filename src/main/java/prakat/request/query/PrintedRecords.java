package prakat.request.query;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.request.PublicationRequest;
import prakat.request.record.PrintedRecord;

/** What forms can say, for anybody who holds one and asks whether it is genuine. */
@Service
public class PrintedRecords {

    private final RequestLookup requests;

    PrintedRecords(RequestLookup requests) {
        this.requests = requests;
    }

    /**
     * All that a form with that number can ever have said, oldest first; empty where the office has no such number. Whoever
     * calls shows of it only what the holder of a form has in hand already.
     */
    @Transactional(readOnly = true)
    public List<PrintedRecord> ofNumber(String number) {
        return requests.findOne((request, query, where) -> where.equal(request.get("number"), number))
                .map(PrintedRecords::states)
                .orElse(List.of());
    }

    /**
     * What a form says that is printed now.
     *
     * @throws Refusal where the present version is no longer what the record says it was
     */
    public static PrintedRecord of(PublicationRequest request) {
        request.ensureWhole(request.current().digest());
        List<PrintedRecord> states = states(request);
        return states.get(states.size() - 1);
    }

    static List<PrintedRecord> states(PublicationRequest request) {
        return PrintedRecord.states(
                request.number(), request.groupCode(), request.history().entries());
    }
}
