package prakat.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is there to try out.
 *
 * @param requests how many requests of the last two fiscal years are made at the start, with the profile {@code demo} and
 *     in an empty database only; 0 for none
 */
@ConfigurationProperties("prakat.demo")
record DemoSettings(@DefaultValue("0") int requests) {}
