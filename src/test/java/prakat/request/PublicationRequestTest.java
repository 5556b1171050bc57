package prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.input.Refusal;
import prakat.organisation.Capacity;
import prakat.organisation.Person;
import prakat.request.content.Content;
import prakat.request.content.Revision;
import prakat.request.record.Criterion;
import prakat.request.record.Decision;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.ReasonCode;

/** The aggregate's own rules; that the engine keeps to them is shown where the engine runs. */
class PublicationRequestTest {

    private static final Instant SUBMITTED_AT = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant UNTIL = SUBMITTED_AT.plus(Duration.ofDays(60));
    private static final Instant LATER = SUBMITTED_AT.plus(Duration.ofHours(1));
    private static final String REASON = "ยอดรวมในตารางไม่ตรงกับเอกสารแนบ";

    private static final Person REQUESTER = staff("finance-staff", "finance");
    private static final Person DIRECTOR = new Person(
            "finance-director",
            "ผู้อำนวยการกลุ่ม",
            Set.of("finance"),
            Set.of("finance"),
            Set.of(),
            false,
            false,
            false);
    private static final Person WEB_OFFICER =
            new Person("web-officer", "เจ้าหน้าที่ดูแลเว็บไซต์", Set.of("ict"), Set.of(), Set.of(), true, false, false);

    private static final Optional<Capacity> AS_DIRECTOR = Optional.of(Capacity.GROUP_DIRECTOR);
    private static final Optional<Capacity> AS_WEB_OFFICER = Optional.of(Capacity.WEB_OFFICER);
    private static final Optional<Capacity> NOT_THEIRS = Optional.empty();

    private static final Decision CERTIFIED = yes("certified", Criterion.AT_CERTIFICATION);
    private static final Decision PERMITTED = yes("permitted", Criterion.AT_VETTING);
    private static final Decision RETURNED = no("returned");
    private static final Decision REFUSED = no("refused");
    private static final Decision NONSENSE = new Decision("approved", Map.of("nice", true), null, "bad", "สั้น", null);

    /** What can be done to a request, rightly said and by whom it belongs to. */
    private enum Step {
        CERTIFY(request -> request.certify(DIRECTOR, AS_DIRECTOR, CERTIFIED, LATER)),
        RETURN(request -> request.certify(DIRECTOR, AS_DIRECTOR, PublicationRequestTest.RETURNED, LATER)),
        HAND_OVER(request -> request.handOver(LATER)),
        PERMIT(request -> request.vet(WEB_OFFICER, AS_WEB_OFFICER, PERMITTED, LATER)),
        REFUSE(request -> request.vet(WEB_OFFICER, AS_WEB_OFFICER, REFUSED, LATER)),
        TELL_WHY(request -> request.returnToRequester(LATER)),
        REVISE(request -> request.revise(REQUESTER, content("ฉบับแก้ไข"), LATER)),
        CANCEL(request -> request.cancel(REQUESTER, null, LATER)),
        PUBLISH(request -> request.publish(request.current().contentSha256(), LATER)),
        TAKE_DOWN(request -> request.takeDown(UNTIL)),
        WITHDRAW(request -> request.withdraw(WEB_OFFICER, AS_WEB_OFFICER, REASON, LATER));

        private final Consumer<PublicationRequest> call;

        Step(Consumer<PublicationRequest> call) {
            this.call = call;
        }
    }

    /** All that is allowed: step, the status before it, the status after it, and what it leaves on the record. */
    private static final List<Arguments> ALLOWED = List.of(
            allowed(Step.CERTIFY, Status.AWAITING_CERTIFICATION, Status.AWAITING_VETTING, Event.CERTIFICATION),
            allowed(Step.RETURN, Status.AWAITING_CERTIFICATION, Status.RETURNED, Event.CERTIFICATION),
            allowed(Step.HAND_OVER, Status.AWAITING_VETTING, Status.AWAITING_VETTING, Event.HANDED_OVER),
            allowed(Step.PERMIT, Status.AWAITING_VETTING, Status.SCHEDULED, Event.VETTING),
            allowed(Step.REFUSE, Status.AWAITING_VETTING, Status.RETURNED, Event.VETTING),
            allowed(Step.TELL_WHY, Status.RETURNED, Status.RETURNED, Event.RETURNED),
            allowed(Step.REVISE, Status.RETURNED, Status.AWAITING_CERTIFICATION, Event.REVISED),
            allowed(Step.CANCEL, Status.AWAITING_CERTIFICATION, Status.CANCELLED, Event.CANCELLED),
            allowed(Step.CANCEL, Status.AWAITING_VETTING, Status.CANCELLED, Event.CANCELLED),
            allowed(Step.CANCEL, Status.RETURNED, Status.CANCELLED, Event.CANCELLED),
            allowed(Step.CANCEL, Status.SCHEDULED, Status.CANCELLED, Event.CANCELLED),
            allowed(Step.PUBLISH, Status.SCHEDULED, Status.PUBLISHED, Event.PUBLISHED),
            allowed(Step.TAKE_DOWN, Status.PUBLISHED, Status.TAKEN_DOWN, Event.TAKEN_DOWN),
            allowed(Step.WITHDRAW, Status.PUBLISHED, Status.WITHDRAWN, Event.WITHDRAWN));

    private static Arguments allowed(Step step, Status before, Status after, Event event) {
        return Arguments.of(step, before, after, event);
    }

    static Stream<Arguments> allowedSteps() {
        return ALLOWED.stream();
    }

    static Stream<Arguments> allOtherSteps() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(Status.values()).map(status -> Arguments.of(step, status)))
                .filter(pair -> ALLOWED.stream()
                        .noneMatch(allowed -> allowed.get()[0] == pair.get()[0] && allowed.get()[1] == pair.get()[1]));
    }

    @ParameterizedTest
    @MethodSource("allowedSteps")
    void anAllowedStepChangesTheStatusAndAddsOneEntry(Step step, Status before, Status after, Event event) {
        PublicationRequest request = in(before);
        Seen seen = Seen.of(request);

        step.call.accept(request);

        assertThat(request.status()).isEqualTo(after);
        assertThat(request.history())
                .hasSize(seen.history().size() + 1)
                .startsWith(seen.history().toArray(HistoryEntry[]::new));
        HistoryEntry entry = request.history().get(seen.history().size());
        assertThat(entry.event()).isEqualTo(event);
        assertThat(entry.round()).isEqualTo(request.round());
        assertThat(entry.contentSha256()).isEqualTo(request.current().contentSha256());
        assertThat(entry.at()).isEqualTo(step == Step.TAKE_DOWN ? UNTIL : LATER);
        assertThat(request.statusSince()).isEqualTo(before == after ? seen.statusSince() : entry.at());
    }

    @ParameterizedTest
    @MethodSource("allOtherSteps")
    void anyOtherStepIsAConflictAndChangesNothing(Step step, Status status) {
        PublicationRequest request = in(status);

        assertRefused(request, Refusal.Kind.CONFLICT, () -> step.call.accept(request));
    }

    @Test
    void aSubmissionIsTheFirstRoundAndTheFirstEntry() {
        PublicationRequest request = submitted();

        assertThat(request.status()).isEqualTo(Status.AWAITING_CERTIFICATION);
        assertThat(request.round()).isEqualTo(1);
        assertThat(request.revisions()).containsExactly(request.current());
        assertThat(request.publishUntil()).isEqualTo(UNTIL);
        assertThat(request.history()).singleElement().satisfies(entry -> {
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
                null);

        HistoryEntry entry = request.vet(WEB_OFFICER, Optional.of(Capacity.GROUP_DIRECTOR), decision, LATER);

        assertThat(entry.actor()).isEqualTo("web-officer");
        assertThat(entry.actorName()).isEqualTo("เจ้าหน้าที่ดูแลเว็บไซต์");
        assertThat(entry.capacity()).isEqualTo(Capacity.GROUP_DIRECTOR);
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.reasonCode()).isEqualTo(ReasonCode.INACCURATE);
        assertThat(entry.reason()).isEqualTo(REASON);
        assertThat(entry.checklist()).isEqualTo(Map.of(Criterion.ACCURATE, false, Criterion.CURRENT, true));
        assertThat(entry.contentSha256()).isEqualTo(request.current().contentSha256());
        assertThat(request.history()).endsWith(entry);
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

        request.revise(REQUESTER, second, LATER);

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

        request.revise(REQUESTER, content("ฉบับแก้ไข", from, until), LATER);

        assertThat(request.publishFrom()).isEqualTo(from);
        assertThat(request.publishUntil()).isEqualTo(until);
        assertThat(request.revisions().get(0).publishUntil()).isEqualTo(UNTIL);
    }

    @Test
    void aNewVersionNeedsItsOwnCertification() {
        PublicationRequest request = in(Status.AWAITING_VETTING);
        request.vet(WEB_OFFICER, AS_WEB_OFFICER, REFUSED, LATER);
        request.revise(REQUESTER, content("ฉบับแก้ไข"), LATER);

        assertRefused(request, Refusal.Kind.CONFLICT, () -> request.vet(WEB_OFFICER, AS_WEB_OFFICER, PERMITTED, LATER));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void whoMayActComesBeforeTheStateAndTheContent(Status status) {
        PublicationRequest request = in(status);
        Person colleague = staff("finance-staff-2", "finance");

        assertRefused(request, Refusal.Kind.FORBIDDEN, () -> request.certify(colleague, NOT_THEIRS, NONSENSE, LATER));
        assertRefused(request, Refusal.Kind.FORBIDDEN, () -> request.vet(colleague, NOT_THEIRS, NONSENSE, LATER));
        assertRefused(request, Refusal.Kind.FORBIDDEN, () -> request.withdraw(colleague, NOT_THEIRS, "", LATER));
        assertRefused(request, Refusal.Kind.FORBIDDEN, () -> request.cancel(colleague, "ก".repeat(2001), LATER));
        assertRefused(request, Refusal.Kind.FORBIDDEN, () -> request.revise(colleague, content("ก"), LATER));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void theStateComesBeforeTheContent(Status status) {
        Map<Status, ThrowingCallable> content = new EnumMap<>(Status.class);
        PublicationRequest request = in(status);
        ThrowingCallable certify = () -> request.certify(DIRECTOR, AS_DIRECTOR, NONSENSE, LATER);
        ThrowingCallable vet = () -> request.vet(WEB_OFFICER, AS_WEB_OFFICER, NONSENSE, LATER);
        ThrowingCallable withdraw = () -> request.withdraw(WEB_OFFICER, AS_WEB_OFFICER, "สั้น", LATER);
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
                () -> request.cancel(REQUESTER, "ก".repeat(2001), LATER));
    }

    @Test
    void aDecisionOnAVersionThatIsNotTheDecidersIsAConflict() {
        String other = "0".repeat(64);
        PublicationRequest submitted = submitted();
        PublicationRequest certified = in(Status.AWAITING_VETTING);

        assertThat(assertRefused(
                                submitted,
                                Refusal.Kind.CONFLICT,
                                () -> submitted.certify(DIRECTOR, AS_DIRECTOR, on(other, CERTIFIED), LATER))
                        .code())
                .isEqualTo("other-version");
        assertRefused(
                certified,
                Refusal.Kind.CONFLICT,
                () -> certified.vet(WEB_OFFICER, AS_WEB_OFFICER, on(other, PERMITTED), LATER));
        submitted.certify(DIRECTOR, AS_DIRECTOR, on(submitted.current().contentSha256(), CERTIFIED), LATER);
        assertThat(submitted.status()).isEqualTo(Status.AWAITING_VETTING);
    }

    @Test
    void whatIsPublishedIsToTheByteWhatWasCertifiedAndPermitted() {
        PublicationRequest request = in(Status.SCHEDULED);
        String digestOfAnother = new PublicationRequest(
                        "other", "2570-00002", "p", REQUESTER, "finance", content("อื่น"), SUBMITTED_AT)
                .current()
                .contentSha256();

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
        request.revise(REQUESTER, content("ฉบับแก้ไข", start, UNTIL), LATER);
        request.certify(DIRECTOR, AS_DIRECTOR, CERTIFIED, LATER);
        request.vet(WEB_OFFICER, AS_WEB_OFFICER, PERMITTED, LATER);
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
                                () -> request.vet(WEB_OFFICER, AS_WEB_OFFICER, PERMITTED, UNTIL))
                        .code())
                .isEqualTo("period-over");
        request.vet(WEB_OFFICER, AS_WEB_OFFICER, REFUSED, UNTIL);
        assertThat(request.status()).as("it can still be sent back").isEqualTo(Status.RETURNED);

        PublicationRequest inTime = in(Status.AWAITING_VETTING);
        inTime.vet(WEB_OFFICER, AS_WEB_OFFICER, PERMITTED, UNTIL.minusNanos(1000));
        assertThat(inTime.status()).isEqualTo(Status.SCHEDULED);
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

        assertRefused(
                request, Refusal.Kind.CONFLICT, () -> request.withdraw(WEB_OFFICER, AS_WEB_OFFICER, REASON, UNTIL));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 2001})
    void aWithdrawalNeedsAReasonOfTenToTwoThousandCharacters(int length) {
        PublicationRequest request = in(Status.PUBLISHED);

        assertRefused(
                request,
                Refusal.Kind.INVALID,
                () -> request.withdraw(WEB_OFFICER, AS_WEB_OFFICER, "ก".repeat(length), LATER));
        request.withdraw(WEB_OFFICER, AS_WEB_OFFICER, "ก".repeat(10), LATER);
        assertThat(last(request).reason()).isEqualTo("ก".repeat(10));
    }

    @Test
    void aCancellationNeedsNoReasonAndKeepsTheOneThatWasGiven() {
        PublicationRequest without = submitted();
        PublicationRequest with = submitted();

        without.cancel(REQUESTER, "  ", LATER);
        with.cancel(REQUESTER, " งดจัดงาน ", LATER);

        assertThat(last(without).reason()).isNull();
        assertThat(last(with).reason()).isEqualTo("งดจัดงาน");
        assertThat(last(with).capacity()).isEqualTo(Capacity.REQUESTER);
    }

    @Test
    void theLastReturnIsTheDecisionThatSentItBackAndNotTheTellingOfIt() {
        PublicationRequest request = submitted();
        assertThat(request.lastReturn()).isEmpty();

        HistoryEntry byDirector = request.certify(DIRECTOR, AS_DIRECTOR, RETURNED, LATER);
        request.returnToRequester(LATER.plusSeconds(1));
        assertThat(request.lastReturn()).containsSame(byDirector);

        request.revise(REQUESTER, content("ฉบับแก้ไข"), LATER.plusSeconds(2));
        request.certify(DIRECTOR, AS_DIRECTOR, CERTIFIED, LATER.plusSeconds(3));
        request.handOver(LATER.plusSeconds(3));
        assertThat(request.lastReturn()).containsSame(byDirector);

        HistoryEntry byWebOfficer = request.vet(WEB_OFFICER, AS_WEB_OFFICER, REFUSED, LATER.plusSeconds(4));
        assertThat(request.lastReturn()).containsSame(byWebOfficer);
    }

    @Test
    void itIsSeenByItsRequesterItsGroupWebOfficersDeputiesAndAdministrators() {
        PublicationRequest request = submitted();

        assertThat(Stream.of(
                        REQUESTER,
                        staff("finance-staff", "hr"),
                        staff("finance-staff-2", "finance"),
                        DIRECTOR,
                        WEB_OFFICER,
                        new Person("deputy-director", "รอง", Set.of(), Set.of(), Set.of(), false, true, false),
                        new Person("admin", "ผู้ดูแลระบบ", Set.of(), Set.of(), Set.of(), false, false, true)))
                .allMatch(request::isVisibleTo);
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
                .noneMatch(request::isVisibleTo);
    }

    @Test
    void nobodyChangesItsRecordOrItsVersionsFromOutside() {
        PublicationRequest request = submitted();
        HistoryEntry entry = request.history().get(0);
        Revision revision = request.current();

        assertThat(catchThrowableOfType(UnsupportedOperationException.class, () -> request.history()
                        .remove(entry)))
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
                    request.history());
        }
    }

    @Test
    void aNewerVersionIsForTheGroupOfWhatItReplaces() {
        PublicationRequest replaced = in(Status.PUBLISHED);
        PublicationRequest update = new PublicationRequest(
                "1b5a3f6e-2c1d-4e8f-9a7b-1234567890ab",
                "2570-00002",
                "another",
                REQUESTER,
                replaced,
                content("ฉบับปรับปรุง"),
                SUBMITTED_AT);
        assertThat(update.groupCode()).isEqualTo(replaced.groupCode());
        assertThat(update.replaces()).contains(replaced.id());
        assertThat(replaced.replaces()).isEmpty();
        assertThat(update.status()).isEqualTo(Status.AWAITING_CERTIFICATION);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatIsOnTheWebsiteIsUpdatedAndReplaced(Status status) {
        PublicationRequest request = in(status);
        Instant now = UNTIL.minusSeconds(60);
        if (status == Status.PUBLISHED) {
            request.ensureUpdatable(REQUESTER, false, now);
            assertThat(request.isUpdatableBy(REQUESTER, now)).isTrue();
            assertRefused(request, Refusal.Kind.CONFLICT, () -> request.ensureUpdatable(REQUESTER, true, now));
            assertRefused(request, Refusal.Kind.CONFLICT, () -> request.ensureUpdatable(REQUESTER, false, UNTIL));
            assertRefused(
                    request,
                    Refusal.Kind.FORBIDDEN,
                    () -> request.ensureUpdatable(staff("another", "finance"), false, now));
            assertRefused(
                    request,
                    Refusal.Kind.FORBIDDEN,
                    () -> request.ensureUpdatable(staff(REQUESTER.id(), "hr"), false, now));
            request.replaceBy("2570-00002", now);
            assertThat(request.status()).isEqualTo(Status.TAKEN_DOWN);
            assertThat(last(request).event()).isEqualTo(Event.REPLACED);
            assertThat(last(request).subject()).isEqualTo("2570-00002");
        } else {
            assertThat(request.isUpdatableBy(REQUESTER, now)).isFalse();
            assertRefused(request, Refusal.Kind.CONFLICT, () -> request.ensureUpdatable(REQUESTER, false, now));
            assertRefused(request, Refusal.Kind.CONFLICT, () -> request.replaceBy("2570-00002", now));
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void untilItHasEndedItIsGivenToAnotherOwnerWhereItsOwnerHasLeft(Status status) {
        PublicationRequest request = in(status);
        Person next = staff("finance-staff-2", "finance");
        Person director = staff("finance-director", "finance");
        Optional<Capacity> capacity = Optional.of(Capacity.GROUP_DIRECTOR);
        Reassignment said = new Reassignment(next.id(), REASON);
        assertRefused(
                request,
                Refusal.Kind.FORBIDDEN,
                () -> request.reassign(director, Optional.empty(), true, said, Optional.of(next), UNTIL));
        if (Set.of(Status.TAKEN_DOWN, Status.WITHDRAWN, Status.CANCELLED).contains(status)) {
            assertRefused(
                    request,
                    Refusal.Kind.CONFLICT,
                    () -> request.reassign(director, capacity, true, said, Optional.of(next), UNTIL));
            return;
        }
        assertRefused(
                request,
                Refusal.Kind.CONFLICT,
                () -> request.reassign(director, capacity, false, said, Optional.of(next), UNTIL));
        for (Optional<Person> nobody :
                List.of(Optional.<Person>empty(), Optional.of(REQUESTER), Optional.of(staff("hr-staff", "hr")))) {
            assertRefused(
                    request,
                    Refusal.Kind.INVALID,
                    () -> request.reassign(director, capacity, true, said, nobody, UNTIL));
        }

        request.reassign(director, capacity, true, said, Optional.of(next), UNTIL);

        assertThat(request.status()).isEqualTo(status);
        assertThat(request.requester()).isEqualTo(next.id());
        assertThat(last(request).subject()).isEqualTo(next.id());
        assertThat(request.authors()).containsExactlyInAnyOrder(REQUESTER.id(), next.id());
    }

    @Test
    void whoProposedAVersionNeverDecidesOnIt() {
        PublicationRequest request = in(Status.AWAITING_CERTIFICATION);
        Person next = staff("finance-staff-2", "finance");
        request.reassign(
                staff("finance-director", "finance"),
                Optional.of(Capacity.GROUP_DIRECTOR),
                true,
                new Reassignment(next.id(), REASON),
                Optional.of(next),
                SUBMITTED_AT);
        Decision certified = yes("certified", Criterion.AT_CERTIFICATION);
        for (Person author : List.of(REQUESTER, next)) {
            assertRefused(
                    request,
                    Refusal.Kind.FORBIDDEN,
                    () -> request.certify(author, Optional.of(Capacity.GROUP_DIRECTOR), certified, SUBMITTED_AT));
        }
    }

    private static Refusal assertRefused(PublicationRequest request, Refusal.Kind kind, ThrowingCallable call) {
        Seen before = Seen.of(request);
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(Seen.of(request)).isEqualTo(before);
        return refusal;
    }

    private static PublicationRequest submitted() {
        return new PublicationRequest(
                "0b5a3f6e-2c1d-4e8f-9a7b-1234567890ab",
                "2570-00001",
                "instance",
                REQUESTER,
                "finance",
                content("ประกาศ"),
                SUBMITTED_AT);
    }

    private static PublicationRequest in(Status status) {
        PublicationRequest request = submitted();
        Map<Status, List<Step>> ways = new HashMap<>();
        ways.put(Status.AWAITING_CERTIFICATION, List.of());
        ways.put(Status.AWAITING_VETTING, List.of(Step.CERTIFY));
        ways.put(Status.RETURNED, List.of(Step.CERTIFY, Step.REFUSE));
        ways.put(Status.SCHEDULED, List.of(Step.CERTIFY, Step.PERMIT));
        ways.put(Status.PUBLISHED, List.of(Step.CERTIFY, Step.PERMIT, Step.PUBLISH));
        ways.put(Status.TAKEN_DOWN, List.of(Step.CERTIFY, Step.PERMIT, Step.PUBLISH, Step.TAKE_DOWN));
        ways.put(Status.WITHDRAWN, List.of(Step.CERTIFY, Step.PERMIT, Step.PUBLISH, Step.WITHDRAW));
        ways.put(Status.CANCELLED, List.of(Step.CANCEL));
        ways.get(status).forEach(step -> step.call.accept(request));
        assertThat(request.status()).isEqualTo(status);
        return request;
    }

    private static HistoryEntry last(PublicationRequest request) {
        return request.history().get(request.history().size() - 1);
    }

    private static Content content(String title) {
        return content(title, SUBMITTED_AT, UNTIL);
    }

    private static Content content(String title, Instant from, Instant until) {
        return new Content(title, "สรุป", "<p>เนื้อหา</p>", "procurement", from, until, List.of(), "", List.of());
    }

    private static Person staff(String id, String group) {
        return new Person(id, "เจ้าหน้าที่", Set.of(group), Set.of(), Set.of(), false, false, false);
    }

    private static Decision yes(String outcome, List<Criterion> criteria) {
        Map<String, Boolean> checklist = new HashMap<>();
        criteria.forEach(criterion -> checklist.put(criterion.code(), true));
        return new Decision(outcome, checklist, null, null, null, null);
    }

    private static Decision no(String outcome) {
        return new Decision(outcome, Map.of(), null, "inaccurate", REASON, null);
    }

    private static Decision on(String digest, Decision decision) {
        return new Decision(
                decision.outcome(),
                decision.checklist(),
                decision.remarks(),
                decision.reasonCode(),
                decision.reason(),
                digest);
    }
}
