package prakat.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.LockedRequests;
import prakat.request.PublicationProcess;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.Status;
import prakat.request.content.Attachment;
import prakat.request.content.Attachments;
import prakat.request.record.Actor;
import prakat.request.record.Outcome;
import prakat.request.record.ReviewDecision;

/** Puts requests on the website and takes them off it. */
@Service
@Transactional
public class Publishing {

    private final PublicationRepository publications;
    private final Attachments attachments;
    private final LockedRequests lockedRequests;
    private final PublicationProcess process;
    private final Rules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publishing(
            PublicationRepository publications,
            Attachments attachments,
            LockedRequests lockedRequests,
            PublicationProcess process,
            Rules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.publications = publications;
        this.attachments = attachments;
        this.lockedRequests = lockedRequests;
        this.process = process;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Something is about to be on the website.
     *
     * @param pictures digests of those that it has, in their order
     */
    record Published(List<String> pictures) {}

    /**
     * Puts the request's present version on the website. Where it is a newer version of something, this takes the place of
     * the earlier one at this instant and at the same address: readers never find both, nor neither. What comes when its
     * period is over already, or has less than a second left, is recorded as missed, and stays off.
     *
     * @return whether it is on the website
     * @throws Refusal where it is not, to the byte, what was certified and permitted
     */
    public boolean publish(String requestId) {
        PublicationRequest request = lockedRequests.find(requestId);
        Instant reached = clock.instant();
        if (!request.isPeriodLeft(reached)) {
            request.missPeriod(reached);
            return false;
        }
        String digest = attachments.digest(request.current());
        // Much may have had to be read.
        Instant now = clock.instant();
        request.publish(digest, now);
        Optional<PublicationRequest> replaced = request.replaces().map(lockedRequests::find);
        Publication before =
                replaced.flatMap(earlier -> publications.findById(earlier.id())).orElse(null);
        publications.save(new Publication(request, before, now));
        // It may have left the website meanwhile: its period ended, or somebody withdrew it.
        if (replaced.isPresent() && replaced.get().status() == Status.PUBLISHED) {
            replaced.get().replaceBy(request.number(), now);
            before.end(TakedownReason.REPLACED, now);
            publications.flush();
            process.replace(replaced.get());
        }
        events.publishEvent(new Published(request.current().attachments().stream()
                .filter(Attachment::isPicture)
                .map(Attachment::sha256)
                .toList()));
        return true;
    }

    /**
     * Records that it is off the website: because its period ended, or because it was withdrawn or replaced just now.
     *
     * @throws Refusal where neither is so
     */
    public void takeDown(String requestId) {
        PublicationRequest request = lockedRequests.find(requestId);
        Publication publication = publications.getReferenceById(requestId);
        boolean replaced = publication.takedownReason() == TakedownReason.REPLACED;
        if (request.status() != Status.WITHDRAWN && !replaced) {
            Instant now = clock.instant();
            request.takeDown(now);
            publication.end(TakedownReason.PERIOD_ENDED, now);
        }
    }

    /**
     * Keeps it on the website until the end that was permitted.
     *
     * @return the request, with its new end
     * @throws Refusal where no later end was permitted, or it is off the website already
     */
    public PublicationRequest extend(String requestId) {
        PublicationRequest request = lockedRequests.find(requestId);
        request.extend(clock.instant());
        publications.getReferenceById(requestId).extend(request.publishUntil());
        return request;
    }

    /**
     * A person takes it off the website before its time; readers are told so from this instant on.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest withdraw(String requestId, Person person, Supplier<Withdrawal> said) {
        PublicationRequest request = lockedRequests.find(requestId, person);
        Actor actor = rules.ensure(Action.WITHDRAW, request, person);
        withdraw(request, actor, said.get(), clock.instant());
        process.withdraw(request, person);
        return request;
    }

    /**
     * A web officer's decision on whether it is still current. If it withdraws it, readers are told so from this instant on,
     * and the procedure goes on to the takedown by itself.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest review(String requestId, Person person, Supplier<ReviewDecision> said) {
        PublicationRequest request = lockedRequests.find(requestId, person);
        Actor webOfficer = rules.ensure(Action.REVIEW, request, person);
        ReviewDecision decision = said.get();
        Instant now = clock.instant();
        if (request.upkeep().review(webOfficer, decision, now) == Outcome.WITHDRAWN) {
            Withdrawal withdrawal =
                    new Withdrawal(decision.reason(), decision.publicNotice(), decision.replacementUrl());
            withdraw(request, webOfficer, withdrawal, now);
        }
        return request;
    }

    private void withdraw(PublicationRequest request, Actor actor, Withdrawal withdrawal, Instant now) {
        request.withdraw(actor, withdrawal.reason(), now);
        Withdrawal.Checked readers = withdrawal.checked();
        publications.getReferenceById(request.id()).withdraw(readers.notice(), readers.replacementUrl(), now);
        publications.flush();
    }
}
