package prakat.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A request whose submission was answered with 201, and what was answered about it since. One person works on it. */
final class Acknowledged {

    private final String id;
    private final String number;
    private final String address;
    private final List<String> events = new ArrayList<>(List.of("submitted"));
    private final List<byte[]> files = new ArrayList<>();
    private volatile Version version;
    private volatile Instant shownUntil;
    private volatile Instant goneFrom;

    /**
     * What is proposed.
     *
     * @param file the bytes of both of its attachments
     * @param until the end of its period
     */
    record Version(String title, byte[] file, Instant until) {}

    /** @param address the number under which readers find it once it is published: its own, or that of what it replaces */
    Acknowledged(String id, String number, String address, Version version) {
        this.id = id;
        this.number = number;
        this.address = address;
        become(version);
    }

    String id() {
        return id;
    }

    String number() {
        return number;
    }

    /** Whether it replaces something at the address of that. */
    boolean isUpdate() {
        return !address.equals(number);
    }

    String path() {
        return "/api/requests/" + id;
    }

    Version version() {
        return version;
    }

    /** It was proposed again. */
    void become(Version next) {
        version = next;
        files.add(next.file());
        goneFrom = next.until();
    }

    /** Of all its versions, which stay on the record. */
    List<byte[]> files() {
        return files;
    }

    /** It happened: that was answered with 200, or found on the record where the answer was lost. */
    synchronized void happened(String event) {
        events.add(event);
    }

    /** How often that happened. */
    synchronized int times(String event) {
        return Collections.frequency(events, event);
    }

    /** Until when everybody sees it; null where it was not permitted yet. */
    Instant shownUntil() {
        return shownUntil;
    }

    /** From when on nobody sees it. */
    Instant goneFrom() {
        return goneFrom;
    }

    /** From now on everybody sees it until then. */
    void isShownUntil(Instant end) {
        shownUntil = end;
    }

    /** Nobody sees it from then on. */
    void isGoneFrom(Instant end) {
        goneFrom = end;
    }
}
