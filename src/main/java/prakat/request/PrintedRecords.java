package prakat.request;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms can say, for anybody who holds one and asks whether it is genuine. */
@Service
public class PrintedRecords {

    private final RequestRepository requests;

    PrintedRecords(RequestRepository requests) {
        this.requests = requests;
    }

    /**
     * All that a form with that number can ever have said, oldest first; empty where the office has no such number. Whoever
     * calls shows of it only what the holder of a form has in hand already.
     */
    @Transactional(readOnly = true)
    public List<PrintedRecord> ofNumber(String number) {
        return requests.findOne((request, query, where) -> where.equal(request.get("number"), number))
                .map(PrintedRecord::states)
                .orElse(List.of());
    }
}
