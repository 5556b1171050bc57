package prakat.benchmark;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;

/**
 * The engine with its web applications and REST, JPA and H2 as their starters come, and nothing else, in a process of its own:
 * what Prakat's start and memory stand beside. Its database is in the directory in which it runs.
 */
@EnableAutoConfiguration(
        exclude = {
            FlywayAutoConfiguration.class,
            MailSenderAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            SessionAutoConfiguration.class,
            ThymeleafAutoConfiguration.class
        })
final class BareStarter {

    private BareStarter() {}

    public static void main(String... arguments) {
        // Prakat's own settings are not read.
        System.setProperty("spring.config.name", "bare");
        SpringApplication application = new SpringApplication(BareStarter.class);
        application.setDefaultProperties(Map.of(
                "spring.datasource.url", "jdbc:h2:./data/bare",
                "spring.datasource.username", "sa",
                "camunda.bpm.auto-deployment-enabled", "false",
                "camunda.bpm.admin-user.id", "admin",
                "camunda.bpm.admin-user.password", "admin",
                "management.endpoint.health.probes.enabled", "true"));
        application.run(arguments);
    }
}
