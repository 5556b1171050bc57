package prakat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import prakat.database.DurableFiles;

/** The program: the office's publication procedure, its pages and its doors. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableProcessApplication("prakat")
public class Prakat {

    /**
     * Starts the program, or with {@code move-to-postgres} moves its data; settings come from {@code application.yaml}, the
     * environment and the command line.
     */
    public static void main(String[] args) {
        // Under a Thai default locale the JDK prints Buddhist years where Gregorian ones are meant.
        Locale.setDefault(Locale.ENGLISH);
        DurableFiles.register();
        if (args.length > 0 && args[0].equals(MoveToPostgres.COMMAND)) {
            MoveToPostgres.run(Arrays.copyOfRange(args, 1, args.length));
        } else {
            SpringApplication.run(Prakat.class, args);
        }
    }

    /** The one clock that the procedure goes by; to the microsecond, as the databases keep time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
