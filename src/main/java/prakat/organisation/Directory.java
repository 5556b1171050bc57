package prakat.organisation;

import org.camunda.bpm.identity.impl.ldap.plugin.LdapIdentityProviderPlugin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The office's directory (LDAP) in place of the engine's own accounts, in the profile {@code ldap}: who works where is
 * then kept there, and Admin shows it. What the settings mean is said in {@code application-ldap.yaml}.
 */
@Configuration
@Profile("ldap")
class Directory {

    @Bean
    @ConfigurationProperties("prakat.directory")
    LdapIdentityProviderPlugin directoryAccounts() {
        return new LdapIdentityProviderPlugin();
    }
}
