package prakat;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Looks for what the profile {@code postgres} needs from the environment, before anything tries to connect without. */
@Configuration
@Profile("postgres")
class PostgresSettings {

    private static final List<String> NEEDED = List.of("PRAKAT_DB_URL", "PRAKAT_DB_USER", "PRAKAT_DB_PASSWORD");

    /** Thrown where one is missing; its message is for the one who starts the program. */
    static final class Missing extends RuntimeException {
        Missing(List<String> missing) {
            super("The profile postgres needs these environment variables, too: " + String.join(", ", missing) + ".");
        }
    }

    @Bean
    static BeanFactoryPostProcessor postgresSettingsAreThere(Environment environment) {
        List<String> missing = NEEDED.stream()
                .filter(name -> !environment.containsProperty(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new Missing(missing);
        }
        return beans -> {};
    }
}
