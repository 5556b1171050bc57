package prakat.screening.personal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prakat.screening.text.CellAddress;

/**
 * Numbers of one form that stand together, in a column or close to each other in a text. What most of them are, each of them
 * is: in a column of running numbers, one of ten looks like what is looked for.
 */
final class Likeness {

    /** In characters of a text, between one number and the next. */
    private static final int TOGETHER = 400;

    /** From how many on they say something. */
    private static final int FEWEST = 3;

    /** From how many on they say more than a word does. */
    private static final int MANY = 5;

    /** Numbers that are so close to each other were given one after the other. */
    private static final long SERIES = 100;

    private static final class Group {
        private int all;
        private int fitting;
        private int barCodes;
        private int end;
        private boolean isColumn;
        private Member last;
    }

    private static final class Member {
        private final Group group;
        private final Group whole;
        private final long number;
        private final boolean fits;
        private boolean isInSeries;

        private Member(Group group, Group whole, String digits, boolean fits) {
            this.group = group;
            this.whole = whole;
            this.number = Long.parseLong(digits);
            this.fits = fits;
        }
    }

    private final Content content;
    private final List<Member> members = new ArrayList<>();
    private final Map<Object, Group> groups = new HashMap<>();

    /** All numbers of a form, wherever in the text. */
    private final Map<Object, Group> wholes = new HashMap<>();

    Likeness(Content content) {
        this.content = content;
    }

    /** The next number of the text, in its order: whether it fits what is looked for, or could be the bar code of goods. */
    void add(int start, int end, Object form, String digits, boolean fits, boolean isBarCode) {
        Group group = group(start, form);
        Group whole = wholes.computeIfAbsent(form, any -> new Group());
        Member member = new Member(group, whole, digits, fits);
        members.add(member);
        whole.all++;
        whole.fitting += fits ? 1 : 0;
        group.all++;
        group.fitting += fits ? 1 : 0;
        group.barCodes += isBarCode ? 1 : 0;
        group.end = end;
        Member last = group.last;
        if (last != null && last.number != member.number && Math.abs(last.number - member.number) <= SERIES) {
            last.isInSeries |= !member.fits;
            member.isInSeries |= !last.fits;
        }
        group.last = member;
    }

    /**
     * What those around the number, counted from 0 in the order of adding, say of it: below 0 that it is something else, above
     * 0 that it is what is looked for, which all of them would hardly be by chance.
     */
    double evidence(int index) {
        Member member = members.get(index);
        Group group = member.group;
        if (member.isInSeries) {
            return -0.4;
        }
        if (group.all < FEWEST) {
            boolean isSeldom = member.whole.all >= MANY && member.whole.fitting * 2 < member.whole.all;
            return isSeldom && !group.isColumn ? -0.2 : 0;
        }
        if (group.fitting * 3 < group.all * 2 || group.barCodes * 10 >= group.all * 9) {
            return -0.4;
        }
        return group.fitting * 10 < group.all * 9 ? 0 : group.all < MANY ? 0.3 : 0.6;
    }

    private Group group(int start, Object form) {
        int passage = content.reading().passageAt(start);
        CellAddress cell = content.reading().cell(passage);
        if (cell != null) {
            Object column = List.of(form, content.reading().table(passage), cell.column());
            Group group = groups.computeIfAbsent(column, any -> new Group());
            group.isColumn = true;
            return group;
        }
        Group group = groups.get(form);
        if (group == null || start - group.end > TOGETHER) {
            group = new Group();
            groups.put(form, group);
        }
        return group;
    }
}
