package prakat.process.migration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.application.ProcessApplicationInterface;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import prakat.process.publication.PublicationModel;
import prakat.process.reconciliation.ReconciliationModel;

/**
 * Gives the engine back the program's models where it lost them. The engine itself looks at what it was given once: a model
 * that somebody deleted since stays away, and one whose newest version was deleted runs in an older one.
 */
@Component
class LostModels {

    private static final Logger log = LoggerFactory.getLogger(LostModels.class);

    /** By their keys, which are the names of their files too; the same as in {@code processes.xml}. */
    static final List<String> MODELS = List.of(
            PublicationModel.PROCESS, PublicationModel.EXTENSION, PublicationModel.REVIEW, ReconciliationModel.PROCESS);

    private final RepositoryService repositoryService;
    private final ProcessApplicationInterface application;

    LostModels(RepositoryService repositoryService, ProcessApplicationInterface application) {
        this.repositoryService = repositoryService;
        this.application = application;
    }

    /** Deploys each model whose newest version is not the program's own. */
    void restore() {
        List<String> lost = MODELS.stream().filter(this::isLost).toList();
        if (lost.isEmpty()) {
            return;
        }
        DeploymentBuilder deployment =
                repositoryService.createDeployment(application.getReference()).name(application.getName());
        for (String key : lost) {
            deployment.addInputStream(file(key), new ByteArrayInputStream(own(key)));
            log.warn("The engine had lost the model {} and gets it back", key);
        }
        deployment.deploy();
    }

    private boolean isLost(String key) {
        ProcessDefinition newest = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return true;
        }
        try (InputStream deployed = repositoryService.getProcessModel(newest.getId())) {
            return !Arrays.equals(deployed.readAllBytes(), own(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] own(String key) {
        try {
            return new ClassPathResource(file(key)).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own model is missing", e);
        }
    }

    private static String file(String key) {
        return "processes/" + key + ".bpmn";
    }
}
