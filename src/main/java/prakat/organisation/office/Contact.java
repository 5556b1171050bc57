package prakat.organisation.office;

/**
 * How people reach the office, as they read it; each may be left out.
 *
 * @param address where it is found; null where not given
 * @param telephone its number; null where not given
 * @param mail its mail address; null where not given
 */
public record Contact(Text address, String telephone, String mail) {

    /** The number as a telephone dials it: digits and a plus sign. */
    public String dialled() {
        return telephone.replaceAll("[^0-9+]", "");
    }
}
