package prakat.screening.link;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done about links.
 *
 * @param check whether the servers are asked to which links lead; otherwise, and where this machine reaches no server
 *     outside, only what can be seen from a link itself is told
 */
@ConfigurationProperties("prakat.screening.links")
record LinkSettings(@DefaultValue("true") boolean check) {}
