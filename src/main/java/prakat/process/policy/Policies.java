package prakat.process.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import prakat.input.SetupException;

/**
 * Gives the engine the decision tables of the policies on each start: the office's own where they lie beside the program,
 * ours otherwise. One that has changed becomes a new version, and counts from then on.
 */
@Component
public class Policies {

    private static final Logger log = LoggerFactory.getLogger(Policies.class);

    private final Path directory;

    Policies(Settings settings) {
        this.directory = Path.of(settings.policies());
    }

    /**
     * What the environment says about policies.
     *
     * @param policies the directory in which the office's own decision tables lie, where it has any
     */
    @ConfigurationProperties("prakat")
    record Settings(@DefaultValue(".") String policies) {}

    /**
     * Deploys what is new or has changed.
     *
     * @throws SetupException where a table cannot be used
     */
    public void deploy(RepositoryService repository) {
        if (!Files.isDirectory(directory)) {
            throw new SetupException("PRAKAT_POLICIES is no directory: " + directory + ".");
        }
        // The steps that there are: the program's own, and so those of our table.
        Set<String> steps =
                DeadlineTable.RULES.keys(TableFile.read(fileName(DeadlineTable.RULES), ours(DeadlineTable.RULES)));
        DeploymentBuilder deployment =
                repository.createDeployment().name("policies").enableDuplicateFiltering(true);
        add(PolicyTable.RULES, Set.of(), deployment);
        add(DeadlineTable.RULES, steps, deployment);
        add(ScreeningTable.RULES, ScreeningTable.KINDS, deployment);
        deployment.deploy();
    }

    private void add(TableRules rules, Set<String> keys, DeploymentBuilder deployment) {
        Path own = directory.resolve(fileName(rules)).normalize();
        byte[] content = Files.exists(own) ? read(own) : ours(rules);
        rules.check(TableFile.read(own.toString(), content), keys);
        if (Files.exists(own)) {
            log.info("The policy in {} replaces ours", own.toAbsolutePath());
        }
        deployment.addInputStream("processes/" + fileName(rules), new ByteArrayInputStream(content));
    }

    private static String fileName(TableRules rules) {
        return rules.decision() + ".dmn";
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SetupException(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static byte[] ours(TableRules rules) {
        try {
            return new ClassPathResource("processes/" + fileName(rules)).getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own table is missing", e);
        }
    }
}
