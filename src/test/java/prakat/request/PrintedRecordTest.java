package prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;
import prakat.request.content.Content;
import prakat.request.query.PrintedRecords;
import prakat.request.record.Actor;
import prakat.request.record.Outcome;
import prakat.request.record.PrintedRecord;
import prakat.request.record.TaskKind;

/** What a printed form can say, and the code by which it is known again. */
class PrintedRecordTest {

    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant UNTIL = START.plus(Duration.ofDays(60));
    private static final String REASON = "ยอดรวมในตารางไม่ตรงกับเอกสารแนบ";

    private static final Person REQUESTER = person("finance-staff", "เจ้าหน้าที่การเงิน");
    private static final Person DIRECTOR = person("finance-director", "ผู้อำนวยการกลุ่ม");
    private static final Person WEB_OFFICER = person("web-officer", "เจ้าหน้าที่ดูแลเว็บไซต์");

    private Instant now = START;
    private PublicationRequest request;

    @BeforeEach
    void submitted() {
        request = proposed("2570-00001", REQUESTER, "finance", content("ฉบับแรก"), START);
    }

    @Test
    void whatIsSubmittedHasOneStateAndOneSignature() {
        PrintedRecord printed = PrintedRecords.of(request);

        assertThat(states()).singleElement().isEqualTo(printed);
        assertThat(printed.state()).isEqualTo("submitted");
        assertThat(printed.contentSha256()).isEqualTo(request.current().contentSha256());
        assertThat(printed.proposal().orElseThrow().actorName()).isEqualTo("เจ้าหน้าที่การเงิน");
        assertThat(printed.certification()).isEmpty();
        assertThat(printed.permission()).isEmpty();
        assertThat(printed.isPresent()).isTrue();
    }

    @Test
    void whatIsPublishedHasAllThreeSignatures() {
        publish();

        PrintedRecord printed = PrintedRecords.of(request);
        assertThat(printed.state()).isEqualTo("published");
        assertThat(printed.proposal().orElseThrow().actorName()).isEqualTo("เจ้าหน้าที่การเงิน");
        assertThat(printed.certification().orElseThrow().actorName()).isEqualTo("ผู้อำนวยการกลุ่ม");
        assertThat(printed.permission().orElseThrow().actorName()).isEqualTo("เจ้าหน้าที่ดูแลเว็บไซต์");
    }

    @Test
    void everyStateHadItsOwnCodeAndKeepsIt() {
        List<String> printedThen = new ArrayList<>();
        printedThen.add(PrintedRecords.of(request).code());
        certify(Outcome.CERTIFIED);
        printedThen.add(PrintedRecords.of(request).code());
        request.handOver(later());
        vet(Outcome.REFUSED);
        printedThen.add(PrintedRecords.of(request).code());
        request.returnToRequester(later());
        request.revise(Actor.of(REQUESTER, Capacity.REQUESTER), content("ฉบับแก้ไข"), later());
        Samples.screened(request);
        printedThen.add(PrintedRecords.of(request).code());
        publish();
        printedThen.add(PrintedRecords.of(request).code());
        request.withdraw(Actor.of(WEB_OFFICER, Capacity.WEB_OFFICER), REASON, later());
        printedThen.add(PrintedRecords.of(request).code());

        List<PrintedRecord> states = states();
        assertThat(states)
                .extracting(PrintedRecord::state)
                .containsExactly(
                        "submitted",
                        "certified",
                        "refused",
                        "resubmitted",
                        "certified",
                        "permitted",
                        "published",
                        "withdrawn");
        assertThat(states)
                .extracting(PrintedRecord::code)
                .doesNotHaveDuplicates()
                .containsSubsequence(printedThen)
                .allMatch(code -> code.matches("[0-9a-f]{16}"));
        assertThat(states).extracting(PrintedRecord::round).containsExactly(1, 1, 1, 2, 2, 2, 2, 2);
    }

    @Test
    void anEarlierStateSaysWhenTheRecordWentOn() {
        certify(Outcome.CERTIFIED);

        List<PrintedRecord> states = states();
        assertThat(states.get(0).until()).isEqualTo(states.get(1).latest().at());
        assertThat(states.get(0).isPresent()).isFalse();
        assertThat(states.get(1).isPresent()).isTrue();
    }

    @Test
    void whatChangesNothingOnTheFormLeavesItValid() {
        certify(Outcome.CERTIFIED);
        String printed = PrintedRecords.of(request).code();

        request.handOver(later());

        assertThat(PrintedRecords.of(request).code()).isEqualTo(printed);
    }

    @Test
    void aFormIsAboutThePresentRoundAlone() {
        certify(Outcome.CERTIFIED);
        vet(Outcome.REFUSED);
        request.revise(Actor.of(REQUESTER, Capacity.REQUESTER), content("ฉบับแก้ไข"), later());
        Samples.screened(request);

        PrintedRecord printed = PrintedRecords.of(request);
        assertThat(printed.round()).isEqualTo(2);
        assertThat(printed.certification())
                .as("the certification of another version")
                .isEmpty();
    }

    @Test
    void aReturnIsNoSignature() {
        certify(Outcome.RETURNED);

        PrintedRecord printed = PrintedRecords.of(request);
        assertThat(printed.state()).isEqualTo("returned");
        assertThat(printed.certification()).isEmpty();
    }

    @Test
    void theCodeDependsOnAllThatThePaperSays() {
        String code = PrintedRecords.of(request).code();
        Content content = content("ฉบับแรก");

        assertThat(List.of(
                        codeOf("2570-00002", REQUESTER, "finance", content, START),
                        codeOf("2570-00001", person("finance-staff", "คนอื่น"), "finance", content, START),
                        codeOf("2570-00001", REQUESTER, "hr", content, START),
                        codeOf("2570-00001", REQUESTER, "finance", content("ฉบับอื่น"), START),
                        codeOf("2570-00001", REQUESTER, "finance", content, START.plusSeconds(1))))
                .doesNotContain(code)
                .doesNotHaveDuplicates();
        assertThat(codeOf("2570-00001", REQUESTER, "finance", content, START))
                .as("the same record")
                .isEqualTo(code);
    }

    @Test
    void nothingIsPrintedOfAVersionThatWasTamperedWith() {
        ReflectionTestUtils.setField(request.current(), "title", "เรื่องอื่น");

        assertThatThrownBy(() -> PrintedRecords.of(request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("content-differs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "  %s ", "%S", "%s\u00a0"})
    void theCodeIsKnownHoweverItIsTyped(String manner) {
        PrintedRecord printed = PrintedRecords.of(request);

        assertThat(printed.hasCode(manner.formatted(printed.code()))).isTrue();
        assertThat(printed.hasCode(printed.code().replaceAll("(.{4})", "$1-"))).isTrue();
        assertThat(printed.hasCode(printed.code().replaceAll("(.{4})", "$1\u2011 ")))
                .isTrue();
        assertThat(printed.hasCode(printed.code().replace('1', '๑').replace('7', '๗')))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000000000", "ไม่มี", "\0"})
    void anythingElseIsNotTheCode(String typed) {
        PrintedRecord printed = PrintedRecords.of(request);

        assertThat(printed.hasCode(typed)).isFalse();
        assertThat(printed.hasCode(null)).isFalse();
        assertThat(printed.hasCode(printed.code() + typed + "0")).isFalse();
        assertThat(printed.hasCode(printed.code().substring(1) + typed)).isFalse();
    }

    private List<PrintedRecord> states() {
        return PrintedRecord.states(
                request.number(), request.groupCode(), request.history().entries());
    }

    private void publish() {
        certify(Outcome.CERTIFIED);
        request.handOver(later());
        vet(Outcome.PERMITTED);
        request.publish(request.current().contentSha256(), later());
    }

    private void certify(Outcome outcome) {
        decide(TaskKind.CERTIFY, Actor.of(DIRECTOR, Capacity.GROUP_DIRECTOR), outcome);
    }

    private void vet(Outcome outcome) {
        decide(TaskKind.VET, Actor.of(WEB_OFFICER, Capacity.WEB_OFFICER), outcome);
    }

    private void decide(TaskKind task, Actor actor, Outcome outcome) {
        request.decide(
                task, actor, outcome == task.yes() ? Samples.yes(task) : Samples.no(task), Optional::empty, later());
    }

    private Instant later() {
        now = now.plusSeconds(60);
        return now;
    }

    private static String codeOf(String number, Person requester, String group, Content content, Instant at) {
        return PrintedRecords.of(proposed(number, requester, group, content, at))
                .code();
    }

    private static PublicationRequest proposed(
            String number, Person requester, String group, Content content, Instant at) {
        PublicationRequest request =
                new PublicationRequest("id", "process", requester, group, Optional.empty(), content, at);
        request.number(number);
        return Samples.screened(request);
    }

    private static Content content(String title) {
        return new Content(title, "สรุป", "<p>เนื้อหา</p>", "news", START, UNTIL, List.of(), "", List.of(), List.of());
    }

    private static Person person(String id, String name) {
        return new Person(id, name, Set.of("finance"), Set.of(), Set.of(), false, false, false);
    }
}
