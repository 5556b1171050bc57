package prakat.screening;

import java.util.EnumSet;
import java.util.Set;
import prakat.input.Coded;

/** What may be found in a submission. The codes are known to other programs, and to the decision table. */
public enum FindingKind implements Coded {
    /** A citizen's number, by its check digit. */
    NATIONAL_ID,
    /** A passport's number, near the word. */
    PASSPORT,
    /** A bank account's number. */
    BANK_ACCOUNT,
    /** A telephone's number that is not the office's. */
    PHONE,
    /** A mail address that is not the office's. */
    EMAIL,
    /** A day of birth, near the words. */
    BIRTH_DATE,
    /** Where somebody lives, near the words. */
    ADDRESS,
    /** A marking that says that it is secret. */
    SECRECY,
    /** One of the words that the office has named. */
    OFFICE_WORD,
    /** Nobody can open it without a password. */
    LOCKED,
    /** Something of it is missing, or not as it was written. */
    DAMAGED,
    /** It could not be read to its end: a person must. */
    UNREADABLE,
    /** Its name says that it is of another kind than it is. */
    MISNAMED,
    /** Macros, scripts, actions at opening, or other files in it. */
    ACTIVE_CONTENT,
    /** A virus. */
    VIRUS,
    /** Nobody could look for viruses, where they are looked for. */
    VIRUS_UNCHECKED,
    /** Where a picture was taken. */
    LOCATION,
    /** A link that leads nowhere. */
    LINK_BROKEN,
    /** A link into the office's own network, which readers cannot open. */
    LINK_INTERNAL,
    /** A link to what asks readers to sign in. */
    LINK_RESTRICTED,
    /** A link to what can be changed after it was certified. */
    LINK_CHANGEABLE,
    /** A picture that says nothing to who cannot see it. */
    NO_ALTERNATIVE_TEXT,
    /** A document of pictures of text. */
    NO_TEXT_LAYER,
    /** A document without a title of its own. */
    NO_TITLE,
    /** A table whose columns are not named. */
    NO_TABLE_HEADER,
    /** An event that is over. */
    PAST_EVENT,
    /** Nearly the same is published. */
    NEAR_COPY,
    /** The text speaks of an attachment, and there is none. */
    MISSING_ATTACHMENT,
    /** Nothing was looked for: a person must. */
    NOT_SCREENED;

    private static final Set<FindingKind> PERSONAL =
            EnumSet.of(NATIONAL_ID, PASSPORT, BANK_ACCOUNT, PHONE, EMAIL, BIRTH_DATE, ADDRESS, LOCATION);

    /** Whether it says something of a person that is nobody else's business. */
    public boolean isPersonal() {
        return PERSONAL.contains(this);
    }
}
