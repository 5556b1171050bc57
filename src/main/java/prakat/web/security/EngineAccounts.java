package prakat.web.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import prakat.organisation.AccountRules;
import prakat.organisation.Organisation;
import prakat.web.security.SignInBrake.TooSoon;

/** Signs in against the engine's identity service, whatever stands behind it. */
@Component
class EngineAccounts implements AuthenticationProvider {

    private final Organisation organisation;
    private final SignInBrake brake;
    private final Counter wrong;
    private final Counter tooSoon;

    EngineAccounts(Organisation organisation, SignInBrake brake, MeterRegistry metrics) {
        this.organisation = organisation;
        this.brake = brake;
        this.wrong = refused("wrong", metrics);
        this.tooSoon = refused("too-soon", metrics);
    }

    private static Counter refused(String reason, MeterRegistry metrics) {
        return Counter.builder("prakat.sign.ins.refused")
                .description("Sign-ins with a wrong account or password, or too soon after too many of those")
                .tag("reason", reason)
                .register(metrics);
    }

    @Override
    public Authentication authenticate(Authentication said) {
        try {
            return checked(said);
        } catch (TooSoon e) {
            tooSoon.increment();
            throw e;
        } catch (BadCredentialsException e) {
            wrong.increment();
            throw e;
        }
    }

    private Authentication checked(Authentication said) {
        String account = said.getName();
        String address =
                said.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (account.isBlank()
                || account.length() > AccountRules.LONGEST_ID
                || account.chars().anyMatch(Character::isISOControl)) {
            // Nobody's; nor does the brake remember it, whose memory a stranger could fill.
            throw new BadCredentialsException("no such account");
        }
        Object password = said.getCredentials();
        brake.ensureNotTooSoon(address, account);
        if (password == null || !organisation.checkPassword(account, password.toString())) {
            brake.wrong(address, account);
            throw new BadCredentialsException("wrong account or password");
        }
        brake.right(address, account);
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
