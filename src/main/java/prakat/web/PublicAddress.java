package prakat.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import prakat.input.SetupException;

/**
 * Where the public finds the website, for what is read elsewhere: feeds, search engines, printed forms.
 *
 * @param address where the public finds the website, such as {@code https://www.example.go.th}; empty where the address by
 *     which the reader came will do
 */
@ConfigurationProperties("prakat")
public record PublicAddress(@DefaultValue("") String address) {

    /** Refuses what no reader could follow, on start. */
    public PublicAddress {
        address = address.strip().replaceAll("/+$", "");
        if (!address.isEmpty() && !address.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new SetupException(
                    "PRAKAT_ADDRESS is no address of a website, such as https://www.example.go.th: " + address);
        }
    }

    /** The address, without a slash at its end, for the reader of the call at hand. */
    public String base() {
        return address.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : address;
    }
}
