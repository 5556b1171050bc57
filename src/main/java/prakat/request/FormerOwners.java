package prakat.request;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import prakat.organisation.AccountMade;

/**
 * Keeps what was somebody's from the next person who gets an account of the same id. The record stays as it is: it knows
 * who acted by name and id. Ownership goes to an id that no account can have, as of somebody who has left.
 */
@Component
class FormerOwners {

    /** Stands in no account's id. */
    private static final String MARK = "~";

    private static final int LONGEST = 58;

    private final RequestRepository requests;
    private final LockedRequests locked;
    private final PublicationProcess process;

    FormerOwners(RequestRepository requests, LockedRequests locked, PublicationProcess process) {
        this.requests = requests;
        this.locked = locked;
        this.process = process;
    }

    @EventListener
    @Transactional
    void leaveBehind(AccountMade made) {
        String account = made.account();
        String start = account.substring(0, Math.min(account.length(), LONGEST)) + MARK;
        String former = start + (requests.countRequesters(start.replaceAll("([!%_])", "!$1")) + 1);
        for (String id : requests.idsOf(account)) {
            PublicationRequest request = locked.find(id);
            request.leaveBehindAs(former);
            locked.flush();
            if (!request.status().isEnded()) {
                process.reassign(request, account);
            }
        }
    }
}
