package prakat.organisation.office;

import jakarta.persistence.Converter;
import prakat.input.Coded;
import prakat.input.CodedColumn;

/** In what capacity somebody acted; part of every record. */
public enum Capacity implements Coded {
    /** เจ้าของเรื่อง: proposed the information. */
    REQUESTER,
    /** ผู้อำนวยการกลุ่ม of the requester's own group, or of the web officers' group where that one stands in. */
    GROUP_DIRECTOR,
    /** รักษาการแทนผู้อำนวยการกลุ่ม: acted for an absent director. */
    ACTING_DIRECTOR,
    /** รองผู้อำนวยการสำนักงาน, for a director's own request. */
    DEPUTY_DIRECTOR,
    /** เจ้าหน้าที่ดูแลเว็บไซต์. */
    WEB_OFFICER,
    /** ผู้ดูแลระบบ, where a group has no director who could hand a request to another owner. */
    ADMINISTRATOR,
    /** The procedure itself, by the engine. */
    SYSTEM;

    @Converter(autoApply = true)
    static final class Column extends CodedColumn<Capacity> {
        Column() {
            super(Capacity.class);
        }
    }
}
