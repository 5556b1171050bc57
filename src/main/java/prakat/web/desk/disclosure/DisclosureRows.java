package prakat.web.desk.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import prakat.disclosure.Disclosure;
import prakat.disclosure.DisclosureItem;
import prakat.disclosure.DisclosureList;
import prakat.disclosure.Disclosures;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.request.query.OpenRequests.Disclosing;

/** Builds what the desk shows of each item. */
@Component
class DisclosureRows {

    private final Disclosures disclosures;
    private final Office office;
    private final WrittenDates dates;

    DisclosureRows(Disclosures disclosures, Office office, WrittenDates dates) {
        this.disclosures = disclosures;
        this.office = office;
        this.dates = dates;
    }

    /**
     * An item as the desk shows it.
     *
     * @param own whether it is of a group in which the reader works
     * @param group name; null where it is the whole office's
     * @param due the day by which it has to be public, in words; null for none
     * @param underWay what is on its way to the website for it
     */
    record Row(Disclosure disclosure, boolean own, String group, String due, List<UnderWay> underWay) {

        /** Whether somebody should propose something for it: nothing is there for long, and nothing is on its way. */
        public boolean isToPropose() {
            return underWay.isEmpty() && disclosure.state().isGap();
        }
    }

    /**
     * A request on its way to the website.
     *
     * @param status code
     * @param href its page at the desk; null where the reader may not see it
     */
    record UnderWay(String number, String status, String href) {}

    List<Row> of(DisclosureList list, Person reader, Locale locale) {
        Map<DisclosureItem, List<Disclosing>> underWay = disclosures.underWay(list);
        return disclosures.of(list).stream()
                .map(disclosure -> new Row(
                        disclosure,
                        reader.staffOf()
                                .contains(String.valueOf(disclosure.item().group())),
                        disclosure.item().group() == null
                                ? null
                                : office.groupName(disclosure.item().group(), locale),
                        disclosure.due() == null ? null : dates.day(disclosure.due(), locale),
                        underWay.get(disclosure.item()).stream()
                                .map(one -> underWay(one, reader))
                                .toList()))
                .toList();
    }

    private static UnderWay underWay(Disclosing request, Person reader) {
        return new UnderWay(
                request.number(),
                request.status().code(),
                reader.seesGroup(request.group()) ? "/desk/requests/" + request.id() : null);
    }
}
