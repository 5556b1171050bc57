package prakat.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public and the staff search through gates of their own, so that neither keeps the other out. */
@Configuration
class SearchConfiguration {

    @Bean
    SearchGate publicSearches() {
        return new SearchGate(4, 12);
    }

    /** Few may wait: they hold a connection to the database already. */
    @Bean
    SearchGate staffSearches() {
        return new SearchGate(4, 4);
    }
}
