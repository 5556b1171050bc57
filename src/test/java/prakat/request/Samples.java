package prakat.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;
import prakat.organisation.office.Text;
import prakat.request.content.Content;
import prakat.request.content.PublicationPolicy;
import prakat.request.record.Actor;
import prakat.request.record.Criterion;
import prakat.request.record.Decision;
import prakat.request.record.ExtensionWish;
import prakat.request.record.TaskKind;
import prakat.request.screening.Screening;
import prakat.request.screening.ScreeningState;

/** A request of {@code finance-staff}, brought to where a test needs it by the procedure's own steps. */
final class Samples {

    static final Instant SUBMITTED_AT = Instant.parse("2026-11-22T03:00:00Z");
    static final Instant UNTIL = SUBMITTED_AT.plus(Duration.ofDays(60));
    static final Instant LATER = SUBMITTED_AT.plus(Duration.ofHours(1));
    static final String REASON = "ยอดรวมในตารางไม่ตรงกับเอกสารแนบ";

    static final Person REQUESTER = staff("finance-staff", "finance");
    static final Actor OWNER = Actor.of(REQUESTER, Capacity.REQUESTER);
    static final Actor DIRECTOR = new Actor("finance-director", "ผู้อำนวยการกลุ่ม", Capacity.GROUP_DIRECTOR);
    static final Actor WEB_OFFICER = new Actor("web-officer", "เจ้าหน้าที่ดูแลเว็บไซต์", Capacity.WEB_OFFICER);

    static final PublicationPolicy.Category POLICY =
            new PublicationPolicy.Category("procurement", new Text("จัดซื้อ", "Procurement"), 90, 365, 30, 180);

    /** What brings a request from one status to the next, rightly said and by the people whose it is. */
    enum Step {
        CERTIFY((request, at) ->
                request.decide(TaskKind.CERTIFY, DIRECTOR, yes(TaskKind.CERTIFY), Optional::empty, at)),
        RETURN((request, at) -> request.decide(TaskKind.CERTIFY, DIRECTOR, no(TaskKind.CERTIFY), Optional::empty, at)),
        HAND_OVER(PublicationRequest::handOver),
        PERMIT((request, at) -> request.decide(TaskKind.VET, WEB_OFFICER, yes(TaskKind.VET), Optional::empty, at)),
        REFUSE((request, at) -> request.decide(TaskKind.VET, WEB_OFFICER, no(TaskKind.VET), Optional::empty, at)),
        TELL_WHY(PublicationRequest::returnToRequester),
        REVISE((request, at) -> {
            request.revise(OWNER, content("ฉบับแก้ไข"), at);
            screened(request);
        }),
        CANCEL((request, at) -> request.cancel(OWNER, null, at)),
        PUBLISH((request, at) -> request.publish(request.current().contentSha256(), at)),
        TAKE_DOWN((request, at) -> request.takeDown(at)),
        WITHDRAW((request, at) -> request.withdraw(WEB_OFFICER, REASON, at));

        private final BiConsumer<PublicationRequest, Instant> step;

        Step(BiConsumer<PublicationRequest, Instant> step) {
            this.step = step;
        }

        void take(PublicationRequest request) {
            step.accept(request, at());
        }

        Instant at() {
            return this == TAKE_DOWN ? UNTIL : LATER;
        }
    }

    private static final Map<Status, List<Step>> WAYS = Map.of(
            Status.AWAITING_CERTIFICATION, List.of(),
            Status.AWAITING_VETTING, List.of(Step.CERTIFY),
            Status.RETURNED, List.of(Step.CERTIFY, Step.REFUSE),
            Status.SCHEDULED, List.of(Step.CERTIFY, Step.PERMIT),
            Status.PUBLISHED, List.of(Step.CERTIFY, Step.PERMIT, Step.PUBLISH),
            Status.TAKEN_DOWN, List.of(Step.CERTIFY, Step.PERMIT, Step.PUBLISH, Step.TAKE_DOWN),
            Status.WITHDRAWN, List.of(Step.CERTIFY, Step.PERMIT, Step.PUBLISH, Step.WITHDRAW),
            Status.CANCELLED, List.of(Step.CANCEL));

    private Samples() {}

    static PublicationRequest in(Status status) {
        PublicationRequest request = submitted();
        WAYS.get(status).forEach(step -> step.take(request));
        assertThat(request.status()).isEqualTo(status);
        return request;
    }

    static PublicationRequest submitted() {
        return submitted("2570-00001", REQUESTER, content("ประกาศ"));
    }

    static PublicationRequest submitted(String number, Person requester, Content content) {
        return screened(proposed(number, requester, content));
    }

    /** Not screened yet. */
    static PublicationRequest proposed() {
        return proposed("2570-00001", REQUESTER, content("ประกาศ"));
    }

    private static PublicationRequest proposed(String number, Person requester, Content content) {
        PublicationRequest request = new PublicationRequest(
                "0b5a3f6e-2c1d-4e8f-9a7b-1234567890ab",
                "instance",
                requester,
                "finance",
                Optional.empty(),
                content,
                SUBMITTED_AT);
        request.number(number);
        return request;
    }

    /** Nothing was found in its present version. */
    static PublicationRequest screened(PublicationRequest request) {
        Screening clean = new Screening(
                request.id(), request.round(), ScreeningState.CLEAN, List.of(), null, Set.of(), SUBMITTED_AT);
        request.screened(clean, null, SUBMITTED_AT);
        return request;
    }

    /** On the website, with an extension that awaits certification. */
    static PublicationRequest extensionRequested() {
        PublicationRequest request = in(Status.PUBLISHED);
        ExtensionWish wish = new ExtensionWish(UNTIL.plus(Duration.ofDays(30)).toString(), REASON);
        request.requestExtension(OWNER, wish, POLICY, ZoneId.of("Asia/Bangkok"), LATER);
        return request;
    }

    /** The same, awaiting vetting. */
    static PublicationRequest extensionCertified() {
        PublicationRequest request = extensionRequested();
        request.decide(TaskKind.CERTIFY_EXTENSION, DIRECTOR, yes(TaskKind.CERTIFY_EXTENSION), Optional::empty, LATER);
        return request;
    }

    /** On the website, with a review that is due. */
    static PublicationRequest inReview() {
        PublicationRequest request = in(Status.PUBLISHED);
        request.upkeep().startReview(LATER);
        return request;
    }

    /** On the website, its owner asked about the end a day before. */
    static PublicationRequest endAnnounced() {
        PublicationRequest request = in(Status.PUBLISHED);
        request.upkeep().announceEnd(POLICY, UNTIL.minus(Duration.ofDays(1)));
        return request;
    }

    static Content content(String title) {
        return content(title, SUBMITTED_AT, UNTIL);
    }

    static Content content(String title, Instant from, Instant until) {
        return new Content(
                title, "สรุป", "<p>เนื้อหา</p>", "procurement", from, until, List.of(), "", List.of(), List.of());
    }

    static Person staff(String id, String group) {
        return new Person(id, "เจ้าหน้าที่", Set.of(group), Set.of(), Set.of(), false, false, false);
    }

    static Decision yes(TaskKind task) {
        Map<String, Boolean> checklist = new HashMap<>();
        task.criteria().forEach(criterion -> checklist.put(criterion.code(), true));
        return new Decision(task.yes().code(), checklist, null, null, null, null, null);
    }

    static Decision no(TaskKind task) {
        return new Decision(task.no().code(), Map.of(), null, "inaccurate", REASON, null, null);
    }

    /** The same decision by somebody who looked at that version. */
    static Decision on(String digest, Decision decision) {
        return new Decision(
                decision.outcome(),
                decision.checklist(),
                decision.remarks(),
                decision.reasonCode(),
                decision.reason(),
                digest,
                decision.answers());
    }

    /** A decision that no task takes. */
    static final Decision NONSENSE = new Decision(
            "approved", Map.of(Criterion.ACCURATE.code(), true, "nice", true), null, "bad", "สั้น", null, null);
}
