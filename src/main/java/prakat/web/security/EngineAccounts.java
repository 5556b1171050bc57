package prakat.web.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import prakat.organisation.Organisation;

/** Signs in against the engine's identity service, whatever stands behind it. */
@Component
class EngineAccounts implements AuthenticationProvider {

    private final Organisation organisation;

    EngineAccounts(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Authentication authenticate(Authentication said) {
        String account = said.getName();
        Object password = said.getCredentials();
        if (password == null
                || account.isBlank()
                || account.chars().anyMatch(Character::isISOControl)
                || !organisation.checkPassword(account, password.toString())) {
            throw new BadCredentialsException("wrong account or password");
        }
        // The account as it is written in the identity service, which may not mind the case of letters.
        String id = organisation
                .person(account)
                .orElseThrow(() -> new BadCredentialsException("no such account"))
                .id();
        return UsernamePasswordAuthenticationToken.authenticated(
                id, null, AuthorityUtils.createAuthorityList(List.of("ROLE_USER")));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
