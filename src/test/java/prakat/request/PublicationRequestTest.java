package prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static prakat.request.Samples.DIRECTOR;
import static prakat.request.Samples.LATER;
import static prakat.request.Samples.NONSENSE;
import static prakat.request.Samples.OWNER;
import static prakat.request.Samples.REASON;
import static prakat.request.Samples.REQUESTER;
import static prakat.request.Samples.SUBMITTED_AT;
import static prakat.request.Samples.UNTIL;
import static prakat.request.Samples.WEB_OFFICER;
import static prakat.request.Samples.content;
import static prakat.request.Samples.in;
import static prakat.request.Samples.no;
import static prakat.request.Samples.on;
import static prakat.request.Samples.staff;
import static prakat.request.Samples.submitted;
import static prakat.request.Samples.yes;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;
import prakat.request.content.Content;
import prakat.request.content.Revision;
import prakat.request.record.Actor;
import prakat.request.record.Criterion;
import prakat.request.record.Decision;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.ReasonCode;
import prakat.request.record.Reassignment;
import prakat.request.record.TaskKind;

/** The aggregate's own rules; that the engine keeps to them is shown where the engine runs. */
class PublicationRequestTest {

    /** A second before the end is the last moment at which readers could still see something that is published then. */
    private static final Instant LAST_MOMENT = UNTIL.minusSeconds(1);

    private static final Instant TOO_LATE = LAST_MOMENT.plusNanos(1000);

    private static final Actor COLLEAGUE = Actor.of(staff("finance-staff-2", "finance"), Capacity.REQUESTER);

    /** All that is allowed: step, the status before it, the status after it, and what it leaves on the record. */
    private static final List<Arguments> ALLOWED = List.of(
            allowed(Samples.Step.CERTIFY, Status.AWAITING_CERTIFICATION, Status.AWAITING_VETTING, Event.CERTIFICATION),
            allowed(Samples.Step.RETURN, Status.AWAITING_CERTIFICATION, Status.RETURNED, Event.CERTIFICATION),
            allowed(Samples.Step.HAND_OVER, Status.AWAITING_VETTING, Status.AWAITING_VETTING, Event.HANDED_OVER),
            allowed(Samples.Step.PERMIT, Status.AWAITING_VETTING, Status.SCHEDULED, Event.VETTING),
            allowed(Samples.Step.REFUSE, Status.AWAITING_VETTING, Status.RETURNED, Event.VETTING),
            allowed(Samples.Step.TELL_WHY, Status.RETURNED, Status.RETURNED, Event.RETURNED),
            allowed(Samples.Step.REVISE, Status.RETURNED, Status.AWAITING_CERTIFICATION, Event.REVISED),
            allowed(Samples.Step.CANCEL, Status.AWAITING_CERTIFICATION, Status.CANCELLED, Event.CANCELLED),
            allowed(Samples.Step.CANCEL, Status.AWAITING_VETTING, Status.CANCELLED, Event.CANCELLED),
            allowed(Samples.Step.CANCEL, Status.RETURNED, Status.CANCELLED, Event.CANCELLED),
            allowed(Samples.Step.CANCEL, Status.SCHEDULED, Status.CANCELLED, Event.CANCELLED),
            allowed(Samples.Step.PUBLISH, Status.SCHEDULED, Status.PUBLISHED, Event.PUBLISHED),
            allowed(Samples.Step.TAKE_DOWN, Status.PUBLISHED, Status.TAKEN_DOWN, Event.TAKEN_DOWN),
            allowed(Samples.Step.WITHDRAW, Status.PUBLISHED, Status.WITHDRAWN, Event.WITHDRAWN));

    private static Arguments allowed(Samples.Step step, Status before, Status after, Event event) {
        return Arguments.of(step, before, after, event);
    }

    static Stream<Arguments> allowedSteps() {
        return ALLOWED.stream();
    }

    static Stream<Arguments> allOtherSteps() {
        return Stream.of(Samples.Step.values())
                .flatMap(step -> Stream.of(Status.values()).map(status -> Arguments.of(step, status)))
                .filter(pair -> ALLOWED.stream()
                        .noneMatch(allowed -> allowed.get()[0] == pair.get()[0] && allowed.get()[1] == pair.get()[1]));
    }

    @ParameterizedTest
    @MethodSource("allowedSteps")
    void anAllowedStepChangesTheStatusAndAddsOneEntry(Samples.Step step, Status before, Status after, Event event) {
        PublicationRequest request = in(before);
        Seen seen = Seen.of(request);

        step.take(request);

        assertThat(request.status()).isEqualTo(after);
        assertThat(request.history().entries())
                .hasSize(seen.history().size() + 1)
                .startsWith(seen.history().toArray(HistoryEntry[]::new));
        HistoryEntry entry = request.history().entries().get(seen.history().size());
        assertThat(entry.event()).isEqualTo(event);
        assertThat(entry.round()).isEqualTo(request.round());
        assertThat(entry.contentSha256()).isEqualTo(request.current().contentSha256());
        assertThat(entry.at()).isEqualTo(step.at());
        assertThat(request.statusSince()).isEqualTo(before == after ? seen.statusSince() : entry.at());
    }

    @ParameterizedTest
    @MethodSource("allOtherSteps")
    void anyOtherStepIsAConflictAndChangesNothing(Samples.Step step, Status status) {
        PublicationRequest request = in(status);

        assertRefused(request, Refusal.Kind.CONFLICT, () -> step.take(request));
    }

    @Test
    void aSubmissionIsTheFirstRoundAndTheFirstEntry() {
        PublicationRequest request = submitted();

        assertThat(request.status()).isEqualTo(Status.AWAITING_CERTIFICATION);
        assertThat(request.round()).isEqualTo(1);
        assertThat(request.revisions()).containsExactly(request.current());
        assertThat(request.publishUntil()).isEqualTo(UNTIL);
        assertThat(request.history().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(Event.SUBMITTED);
            assertThat(entry.actor()).isEqualTo("finance-staff");
            assertThat(entry.capacity()).isEqualTo(Capacity.REQUESTER);
            assertThat(entry.at()).isEqualTo(SUBMITTED_AT);
        });
    }

    @Test
    void aDecisionIsRecordedWithWhoInWhatCapacityAndWhyAndOnWhichVersion() {
        PublicationRequest request = in(Status.AWAITING_VETTING);
        Decision decision = new Decision(
                "refused",
                Map.of("accurate", false, "current", true),
                null,
                "inaccurate",
                "  " + REASON + "\r\n",
                null,
                null);

        HistoryEntry entry = request.decide(
                TaskKind.VET,
                new Actor("web-officer", "เจ้าหน้าที่ดูแลเว็บไซต์", Capacity.GROUP_DIRECTOR),
                decision,
                Optional::empty,
                LATER);

        assertThat(entry.actor()).isEqualTo("web-officer");
        assertThat(entry.actorName()).isEqualTo("เจ้าหน้าที่ดูแลเว็บไซต์");
        assertThat(entry.capacity()).isEqualTo(Capacity.GROUP_DIRECTOR);
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.reasonCode()).isEqualTo(ReasonCode.INACCURATE);
        assertThat(entry.reason()).isEqualTo(REASON);
        assertThat(entry.checklist()).isEqualTo(Map.of(Criterion.ACCURATE, false, Criterion.CURRENT, true));
        assertThat(entry.contentSha256()).isEqualTo(request.current().contentSha256());
        assertThat(request.history().entries()).endsWith(entry);
    }

    @Test
    void whatIsHandedOverGoesInTheOwnersNameByTheSystem() {
        PublicationRequest request = in(Status.AWAITING_VETTING);
        request.handOver(LATER);

        HistoryEntry entry = last(request);
        assertThat(entry.actor()).isEqualTo("finance-staff");
        assertThat(entry.capacity()).isEqualTo(Capacity.SYSTEM);
    }

    @Test
    void aRevisionIsANewRoundThatKeepsTheOldVersions() {
        PublicationRequest request = in(Status.RETURNED);
        Revision first = request.current();
        Content second = content("ฉบับแก้ไข");

        request.revise(OWNER, second, LATER);

        assertThat(request.round()).isEqualTo(2);
        assertThat(request.revisions()).hasSize(2).startsWith(first);
        assertThat(request.current().title()).isEqualTo("ฉบับแก้ไข");
        assertThat(request.current().contentSha256()).isNotEqualTo(first.contentSha256());
        assertThat(last(request).round()).isEqualTo(2);
        assertThat(last(request).outcome()).isEqualTo(Outcome.RESUBMITTED);
    }

    @Test
    void aRevisionsPeriodReplacesTheOneBefore() {
        PublicationRequest request = in(Status.RETURNED);
        Instant from = LATER.plus(Duration.ofDays(1));
        Instant until = LATER.plus(Duration.ofDays(2));

        request.revise(OWNER, content("ฉบับแก้ไข", from, until), LATER);

        assertThat(request.publishFrom()).isEqualTo(from);
        assertThat(request.publishUntil()).isEqualTo(until);
        assertThat(request.revisions().get(0).publishUntil()).isEqualTo(UNTIL);
    }

    @Test
    void aNewVersionNeedsItsOwnCertification() {
        PublicationRequest request = in(Status.AWAITING_VETTING);
        request.decide(TaskKind.VET, WEB_OFFICER, no(TaskKind.VET), Optional::empty, LATER);
        request.revise(OWNER, content("ฉบับแก้ไข"), LATER);
        Samples.screened(request);

        assertRefused(
                request,
                Refusal.Kind.CONFLICT,
                () -> request.decide(TaskKind.VET, WEB_OFFICER, yes(TaskKind.VET), Optional::empty, LATER));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void whoMayActComesBeforeTheStateAndTheContent(Status status) {
        PublicationRequest request = in(status);

        Stream.<ThrowingCallable>of(
                        () -> request.decide(TaskKind.CERTIFY, OWNER, NONSENSE, Optional::empty, LATER),
                        () -> request.decide(TaskKind.VET, OWNER, NONSENSE, Optional::empty, LATER),
                        () -> request.decide(TaskKind.VET_EXTENSION, OWNER, NONSENSE, Optional::empty, LATER),
                        () -> request.cancel(COLLEAGUE, "ก".repeat(2001), LATER),
                        () -> request.revise(COLLEAGUE, content("ก"), LATER),
                        () -> request.upkeep().letLapse(COLLEAGUE, LATER))
                .forEach(call -> assertRefused(request, Refusal.Kind.FORBIDDEN, call));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void theStateComesBeforeTheContent(Status status) {
        Map<Status, ThrowingCallable> content = new EnumMap<>(Status.class);
        PublicationRequest request = in(status);
        ThrowingCallable certify = () -> request.decide(TaskKind.CERTIFY, DIRECTOR, NONSENSE, Optional::empty, LATER);
        ThrowingCallable vet = () -> request.decide(TaskKind.VET, WEB_OFFICER, NONSENSE, Optional::empty, LATER);
        ThrowingCallable withdraw = () -> request.withdraw(WEB_OFFICER, "สั้น", LATER);
        content.put(Status.AWAITING_CERTIFICATION, certify);
        content.put(Status.AWAITING_VETTING, vet);
        content.put(Status.PUBLISHED, withdraw);

        Stream.of(certify, vet, withdraw)
                .forEach(call -> assertRefused(
                        request, call == content.get(status) ? Refusal.Kind.INVALID : Refusal.Kind.CONFLICT, call));
        Set<Status> cancellable =
                Set.of(Status.AWAITING_CERTIFICATION, Status.AWAITING_VETTING, Status.RETURNED, Status.SCHEDULED);
        assertRefused(
                request,
                cancellable.contains(status) ? Refusal.Kind.INVALID : Refusal.Kind.CONFLICT,
                () -> request.cancel(OWNER, "ก".repeat(2001), LATER));
    }

    @Test
    void aDecisionOnAVersionThatIsNotTheDecidersIsAConflict() {
        String other = "0".repeat(64);
        PublicationRequest submitted = submitted();
        PublicationRequest certified = in(Status.AWAITING_VETTING);

        assertThat(assertRefused(
                                submitted,
                                Refusal.Kind.CONFLICT,
                                () -> submitted.decide(
                                        TaskKind.CERTIFY,
                                        DIRECTOR,
                                        on(other, yes(TaskKind.CERTIFY)),
                                        Optional::empty,
                                        LATER))
                        .code())
                .isEqualTo("other-version");
        assertRefused(
                certified,
                Refusal.Kind.CONFLICT,
                () -> certified.decide(
                        TaskKind.VET, WEB_OFFICER, on(other, yes(TaskKind.VET)), Optional::empty, LATER));
        submitted.decide(
                TaskKind.CERTIFY,
                DIRECTOR,
                on(submitted.current().contentSha256(), yes(TaskKind.CERTIFY)),
                Optional::empty,
                LATER);
        assertThat(submitted.status()).isEqualTo(Status.AWAITING_VETTING);
    }

    @Test
    void whatIsPublishedIsToTheByteWhatWasCertifiedAndPermitted() {
        PublicationRequest request = in(Status.SCHEDULED);
        String digestOfAnother =
                submitted("2570-00002", REQUESTER, content("อื่น")).current().contentSha256();

        for (String digest : new String[] {digestOfAnother, "", null}) {
            assertThat(assertRefused(request, Refusal.Kind.CONFLICT, () -> request.publish(digest, LATER))
                            .code())
                    .isEqualTo("content-differs");
        }
    }

    @Test
    void nothingIsPublishedBeforeItsStart() {
        PublicationRequest request = in(Status.RETURNED);
        Instant start = LATER.plus(Duration.ofDays(1));
        request.revise(OWNER, content("ฉบับแก้ไข", start, UNTIL), LATER);
        Samples.screened(request);
        request.decide(TaskKind.CERTIFY, DIRECTOR, yes(TaskKind.CERTIFY), Optional::empty, LATER);
        request.decide(TaskKind.VET, WEB_OFFICER, yes(TaskKind.VET), Optional::empty, LATER);
        String digest = request.current().contentSha256();

        assertThat(assertRefused(request, Refusal.Kind.CONFLICT, () -> request.publish(digest, start.minusNanos(1000)))
                        .code())
                .isEqualTo("start-not-reached");
        request.publish(digest, start);
        assertThat(request.status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void nothingIsPermittedWhosePeriodIsOver() {
        PublicationRequest request = in(Status.AWAITING_VETTING);

        assertThat(assertRefused(
                                request,
                                Refusal.Kind.CONFLICT,
                                () -> request.decide(
                                        TaskKind.VET, WEB_OFFICER, yes(TaskKind.VET), Optional::empty, UNTIL))
                        .code())
                .isEqualTo("period-over");
        request.decide(TaskKind.VET, WEB_OFFICER, no(TaskKind.VET), Optional::empty, UNTIL);
        assertThat(request.status()).as("it can still be sent back").isEqualTo(Status.RETURNED);

        PublicationRequest inTime = in(Status.AWAITING_VETTING);
        assertRefused(
                inTime,
                Refusal.Kind.CONFLICT,
                () -> inTime.decide(TaskKind.VET, WEB_OFFICER, yes(TaskKind.VET), Optional::empty, TOO_LATE));
        inTime.decide(TaskKind.VET, WEB_OFFICER, yes(TaskKind.VET), Optional::empty, LAST_MOMENT);
        assertThat(inTime.status()).isEqualTo(Status.SCHEDULED);
    }

    @Test
    void nothingIsCertifiedWhosePeriodIsOver() {
        PublicationRequest request = in(Status.AWAITING_CERTIFICATION);

        assertThat(assertRefused(
                                request,
                                Refusal.Kind.CONFLICT,
                                () -> request.decide(
                                        TaskKind.CERTIFY, DIRECTOR, yes(TaskKind.CERTIFY), Optional::empty, UNTIL))
                        .code())
                .isEqualTo("period-over");
        request.decide(TaskKind.CERTIFY, DIRECTOR, no(TaskKind.CERTIFY), Optional::empty, UNTIL);
        assertThat(request.status()).as("it can still be sent back").isEqualTo(Status.RETURNED);
    }

    @Test
    void whatComesWhenItsPeriodIsOverIsMissedAndNotPublished() {
        PublicationRequest request = in(Status.SCHEDULED);

        assertRefused(request, Refusal.Kind.CONFLICT, () -> request.missPeriod(LAST_MOMENT));
        for (Instant late : List.of(TOO_LATE, UNTIL.minusMillis(1), UNTIL)) {
            assertThat(assertRefused(
                                    request,
                                    Refusal.Kind.CONFLICT,
                                    () -> request.publish(request.current().contentSha256(), late))
                            .code())
                    .isEqualTo("period-over");
        }
        request.missPeriod(TOO_LATE);
        assertThat(request.status()).isEqualTo(Status.TAKEN_DOWN);
        assertThat(last(request).event()).isEqualTo(Event.PERIOD_MISSED);
        assertThat(request.periodMissed()).contains(TOO_LATE);
    }

    @Test
    void whatHasASecondLeftIsPublished() {
        PublicationRequest request = in(Status.SCHEDULED);

        request.publish(request.current().contentSha256(), LAST_MOMENT);

        assertThat(request.status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void anExtensionIsPermittedUpToTheEndAndNotAtIt() {
        PublicationRequest late = Samples.extensionCertified();
        assertThat(assertRefused(
                                late,
                                Refusal.Kind.CONFLICT,
                                () -> late.decide(
                                        TaskKind.VET_EXTENSION,
                                        WEB_OFFICER,
                                        yes(TaskKind.VET_EXTENSION),
                                        Optional::empty,
                                        UNTIL))
                        .code())
                .isEqualTo("not-published");

        PublicationRequest inTime = Samples.extensionCertified();
        Instant last = UNTIL.minusMillis(1);
        inTime.decide(TaskKind.VET_EXTENSION, WEB_OFFICER, yes(TaskKind.VET_EXTENSION), Optional::empty, last);
        assertRefused(inTime, Refusal.Kind.CONFLICT, () -> inTime.extend(UNTIL));
        inTime.extend(last);
        assertThat(inTime.publishUntil()).isAfter(UNTIL);
        assertRefused(inTime, Refusal.Kind.CONFLICT, () -> inTime.takeDown(UNTIL));
    }

    @Test
    void aNewerVersionTakesThePlaceOfOneWhoseEndIsNotOnRecord() {
        PublicationRequest request = in(Status.PUBLISHED);

        request.replaceBy("2570-00002", UNTIL.plusMillis(1));

        assertThat(last(request).event()).isEqualTo(Event.REPLACED);
        assertRefused(request, Refusal.Kind.CONFLICT, () -> request.takeDown(UNTIL.plusMillis(2)));
    }

    @Test
    void nothingIsTakenDownAsEndedBeforeItsPeriodEnds() {
        PublicationRequest request = in(Status.PUBLISHED);

        assertThat(assertRefused(request, Refusal.Kind.CONFLICT, () -> request.takeDown(UNTIL.minusNanos(1000)))
                        .code())
                .isEqualTo("period-not-over");
    }

    @Test
    void whatIsGoneAlreadyCannotBeWithdrawn() {
        PublicationRequest request = in(Status.PUBLISHED);

        assertRefused(request, Refusal.Kind.CONFLICT, () -> request.withdraw(WEB_OFFICER, REASON, UNTIL));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 2001})
    void aWithdrawalNeedsAReasonOfTenToTwoThousandCharacters(int length) {
        PublicationRequest request = in(Status.PUBLISHED);

        assertRefused(request, Refusal.Kind.INVALID, () -> request.withdraw(WEB_OFFICER, "ก".repeat(length), LATER));
        request.withdraw(WEB_OFFICER, "ก".repeat(10), LATER);
        assertThat(last(request).reason()).isEqualTo("ก".repeat(10));
    }

    @Test
    void aCancellationNeedsNoReasonAndKeepsTheOneThatWasGiven() {
        PublicationRequest without = submitted();
        PublicationRequest with = submitted();

        without.cancel(OWNER, "  ", LATER);
        with.cancel(OWNER, " งดจัดงาน ", LATER);

        assertThat(last(without).reason()).isNull();
        assertThat(last(with).reason()).isEqualTo("งดจัดงาน");
        assertThat(last(with).capacity()).isEqualTo(Capacity.REQUESTER);
    }

    @Test
    void theLastReturnIsTheDecisionThatSentItBackAndNotTheTellingOfIt() {
        PublicationRequest request = submitted();
        assertThat(request.history().lastReturn()).isEmpty();

        HistoryEntry byDirector =
                request.decide(TaskKind.CERTIFY, DIRECTOR, no(TaskKind.CERTIFY), Optional::empty, LATER);
        request.returnToRequester(LATER.plusSeconds(1));
        assertThat(request.history().lastReturn()).containsSame(byDirector);

        request.revise(OWNER, content("ฉบับแก้ไข"), LATER.plusSeconds(2));
        Samples.screened(request);
        request.decide(TaskKind.CERTIFY, DIRECTOR, yes(TaskKind.CERTIFY), Optional::empty, LATER.plusSeconds(3));
        request.handOver(LATER.plusSeconds(3));
        assertThat(request.history().lastReturn()).containsSame(byDirector);

        HistoryEntry byWebOfficer =
                request.decide(TaskKind.VET, WEB_OFFICER, no(TaskKind.VET), Optional::empty, LATER.plusSeconds(4));
        assertThat(request.history().lastReturn()).containsSame(byWebOfficer);
    }

    @Test
    void itIsSeenByItsRequesterItsGroupWebOfficersDeputiesAndAdministrators() {
        PublicationRequest request = submitted();

        assertThat(Stream.of(
                        REQUESTER,
                        staff("finance-staff", "hr"),
                        staff("finance-staff-2", "finance"),
                        new Person(
                                "director",
                                "ผู้อำนวยการ",
                                Set.of("finance"),
                                Set.of("finance"),
                                Set.of(),
                                false,
                                false,
                                false),
                        new Person("web-officer", "เจ้าหน้าที่", Set.of("ict"), Set.of(), Set.of(), true, false, false),
                        new Person("deputy-director", "รอง", Set.of(), Set.of(), Set.of(), false, true, false),
                        new Person("admin", "ผู้ดูแลระบบ", Set.of(), Set.of(), Set.of(), false, false, true)))
                .allMatch(request.ownership()::isVisibleTo);
        assertThat(Stream.of(
                        staff("hr-staff", "hr"),
                        new Person(
                                "hr-director",
                                "ผู้อำนวยการกลุ่ม",
                                Set.of("hr"),
                                Set.of("hr"),
                                Set.of(),
                                false,
                                false,
                                false),
                        staff("ict-staff", "ict"),
                        new Person("reader", "ผู้อ่าน", Set.of(), Set.of(), Set.of(), false, false, false)))
                .noneMatch(request.ownership()::isVisibleTo);
    }

    @Test
    void nobodyChangesItsRecordOrItsVersionsFromOutside() {
        PublicationRequest request = submitted();
        HistoryEntry entry = request.history().entries().get(0);
        Revision revision = request.current();

        assertThat(catchThrowableOfType(
                        UnsupportedOperationException.class,
                        () -> request.history().entries().remove(entry)))
                .isNotNull();
        assertThat(catchThrowableOfType(UnsupportedOperationException.class, () -> request.revisions()
                        .remove(revision)))
                .isNotNull();
    }

    /** What a refused step must leave as it was. */
    private record Seen(
            Status status,
            Instant statusSince,
            int round,
            Instant from,
            Instant until,
            List<Revision> revisions,
            List<HistoryEntry> history) {

        static Seen of(PublicationRequest request) {
            return new Seen(
                    request.status(),
                    request.statusSince(),
                    request.round(),
                    request.publishFrom(),
                    request.publishUntil(),
                    request.revisions(),
                    request.history().entries());
        }
    }

    @Test
    void aNewerVersionKnowsWhatItReplaces() {
        PublicationRequest replaced = in(Status.PUBLISHED);
        PublicationRequest update = new PublicationRequest(
                "1b5a3f6e-2c1d-4e8f-9a7b-1234567890ab",
                "another",
                REQUESTER,
                replaced.groupCode(),
                Optional.of(replaced),
                content("ฉบับปรับปรุง"),
                SUBMITTED_AT);
        assertThat(update.replaces()).contains(replaced.id());
        assertThat(replaced.replaces()).isEmpty();
        assertThat(update.status()).isEqualTo(Status.AWAITING_CERTIFICATION);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatIsOnTheWebsiteIsReplaced(Status status) {
        PublicationRequest request = in(status);
        if (status == Status.PUBLISHED) {
            request.replaceBy("2570-00002", LATER);
            assertThat(request.status()).isEqualTo(Status.TAKEN_DOWN);
            assertThat(request.isReplaced()).isTrue();
            assertThat(last(request).event()).isEqualTo(Event.REPLACED);
            assertThat(last(request).subject()).isEqualTo("2570-00002");
        } else {
            assertRefused(request, Refusal.Kind.CONFLICT, () -> request.replaceBy("2570-00002", LATER));
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void untilItHasEndedItIsGivenToAnotherMemberOfItsGroup(Status status) {
        PublicationRequest request = in(status);
        Person next = staff("finance-staff-2", "finance");
        Reassignment said = new Reassignment(next.id(), REASON);
        if (status.isEnded()) {
            assertRefused(
                    request, Refusal.Kind.CONFLICT, () -> request.reassign(DIRECTOR, said, Optional.of(next), UNTIL));
            return;
        }
        for (Optional<Person> nobody :
                List.of(Optional.<Person>empty(), Optional.of(REQUESTER), Optional.of(staff("hr-staff", "hr")))) {
            assertRefused(request, Refusal.Kind.INVALID, () -> request.reassign(DIRECTOR, said, nobody, UNTIL));
        }

        request.reassign(DIRECTOR, said, Optional.of(next), UNTIL);

        assertThat(request.status()).isEqualTo(status);
        assertThat(request.requester()).isEqualTo(next.id());
        assertThat(last(request).subject()).isEqualTo(next.id());
        assertThat(request.authors()).containsExactlyInAnyOrder(REQUESTER.id(), next.id());
    }

    @Test
    void peopleNeverDecideOnAVersionThatTheyProposed() {
        PublicationRequest request = in(Status.AWAITING_CERTIFICATION);
        Person next = staff("finance-staff-2", "finance");
        request.reassign(DIRECTOR, new Reassignment(next.id(), REASON), Optional.of(next), SUBMITTED_AT);
        for (Person author : List.of(REQUESTER, next)) {
            Actor actor = Actor.of(author, Capacity.GROUP_DIRECTOR);
            assertRefused(
                    request,
                    Refusal.Kind.FORBIDDEN,
                    () -> request.decide(
                            TaskKind.CERTIFY, actor, yes(TaskKind.CERTIFY), Optional::empty, SUBMITTED_AT));
        }
    }

    @Test
    void whatLeavesTheWebsiteTakesItsOpenExtensionWithIt() {
        PublicationRequest request = Samples.extensionCertified();

        request.withdraw(WEB_OFFICER, REASON, LATER);

        assertThat(request.extension().orElseThrow().state()).isEqualTo(Extension.State.LAPSED);
        assertThat(request.history().last(Event.EXTENSION_LAPSED)).isPresent();
        assertThat(request.openTasks()).isEmpty();
    }

    private static Refusal assertRefused(PublicationRequest request, Refusal.Kind kind, ThrowingCallable call) {
        Seen before = Seen.of(request);
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(Seen.of(request)).isEqualTo(before);
        return refusal;
    }

    private static HistoryEntry last(PublicationRequest request) {
        List<HistoryEntry> entries = request.history().entries();
        return entries.get(entries.size() - 1);
    }
}
