package prakat;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import prakat.input.SetupException;

/** Looks for what a profile needs from the environment, before anything tries to connect without. */
@Configuration
class ProfileSettings {

    private static final Map<String, List<String>> NEEDED = Map.of(
            "postgres", List.of("PRAKAT_DB_URL", "PRAKAT_DB_USER", "PRAKAT_DB_PASSWORD"),
            "ldap", List.of("PRAKAT_LDAP_URL", "PRAKAT_LDAP_BASE", "PRAKAT_LDAP_USER", "PRAKAT_LDAP_PASSWORD"));

    @Bean
    static BeanFactoryPostProcessor settingsAreThere(Environment environment) {
        ensureThere(environment);
        return beans -> {};
    }

    /** @throws SetupException naming what is missing */
    static void ensureThere(Environment environment) {
        NEEDED.forEach((profile, needed) -> {
            List<String> missing = needed.stream()
                    .filter(name -> !environment.containsProperty(name))
                    .toList();
            if (environment.acceptsProfiles(Profiles.of(profile)) && !missing.isEmpty()) {
                throw new SetupException("The profile " + profile + " needs these environment variables, too: "
                        + String.join(", ", missing) + ".");
            }
        });
    }
}
