package prakat.screening.personal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.text.CellAddress;
import prakat.screening.text.Reading;

/** Sums up hits, so that nobody is drowned: those of a kind in one place are one finding, and so are those in one column. */
final class Tally {

    /** Findings of one kind in one file or field; the last one counts the others, too. */
    static final int MOST = 20;

    /** From how many cells on a column is one finding. */
    private static final int COLUMN = 3;

    /** Where findings are limited together. */
    private record Whole(FindingKind kind, String field, Integer file) {}

    private record Spot(FindingKind kind, int table, Place place) {}

    private record Column(FindingKind kind, int table, int from, int to, Place.Part part) {}

    /** Hits of one kind from the first to the last. */
    private record Sum(Hit first, Hit last, int count, double confidence) {

        static Sum of(Hit hit) {
            return new Sum(hit, hit, 1, hit.confidence());
        }

        Sum and(Sum next) {
            return new Sum(first, next.last, count + next.count, Math.max(confidence, next.confidence));
        }
    }

    private final Map<Whole, List<Finding>> findings = new LinkedHashMap<>();

    /** Adds what was found in one text. */
    void add(Reading reading, Collection<Hit> hits) {
        Map<Spot, Sum> spots = new LinkedHashMap<>();
        hits.stream()
                .sorted(Comparator.comparingInt(Hit::start))
                .forEach(hit -> spots.merge(spot(reading, hit), Sum.of(hit), Sum::and));
        Map<Column, List<Sum>> columns = new LinkedHashMap<>();
        spots.values().forEach(sum -> {
            Column column = column(reading, sum.first());
            if (column == null) {
                add(reading, sum);
            } else {
                columns.computeIfAbsent(column, any -> new ArrayList<>()).add(sum);
            }
        });
        for (List<Sum> column : columns.values()) {
            if (column.size() < COLUMN) {
                column.forEach(sum -> add(reading, sum));
            } else {
                add(reading, column.stream().reduce(Sum::and).orElseThrow());
            }
        }
    }

    /** All findings, those of a kind in one file or field together. */
    List<Finding> findings() {
        return findings.values().stream().flatMap(List::stream).toList();
    }

    private void add(Reading reading, Sum sum) {
        Place place = reading.place(sum.first().start(), sum.last().end());
        FindingKind kind = sum.first().kind();
        List<Finding> found =
                findings.computeIfAbsent(new Whole(kind, place.field(), place.file()), any -> new ArrayList<>());
        if (found.size() < MOST) {
            found.add(new Finding(kind, place, sum.first().excerpt(), sum.count(), sum.confidence()));
        } else {
            Finding last = found.remove(MOST - 1);
            found.add(new Finding(kind, last.place(), last.excerpt(), last.count() + sum.count(), last.confidence()));
        }
    }

    private static Spot spot(Reading reading, Hit hit) {
        int table = reading.table(reading.passageAt(hit.start()));
        return new Spot(hit.kind(), table, reading.place(hit.start(), hit.end()));
    }

    private static Column column(Reading reading, Hit hit) {
        int passage = reading.passageAt(hit.start());
        CellAddress from = reading.cell(passage);
        CellAddress to = reading.cell(reading.passageAt(hit.end() - 1));
        if (from == null || to == null) {
            return null;
        }
        Place.Part part = reading.place(hit.start(), hit.start() + 1).part();
        return new Column(hit.kind(), reading.table(passage), from.column(), to.column(), part);
    }
}
