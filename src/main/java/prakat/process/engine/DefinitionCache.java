package prakat.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The models as the engine keeps them in memory. Needed because of a fault of the engine 7.24.0: as it migrates the timers of
 * a user task, it takes their declaration out of the model that they migrate to, so that no later task has any
 * ({@code ActivityInstanceJobHandler.removeTimeoutListenerJobFromTargetScope}).
 */
@Component
public class DefinitionCache {

    private final ProcessEngine engine;

    DefinitionCache(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Has the engine read that version of a model again. */
    public void forget(String processDefinitionId) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .removeProcessDefinition(processDefinitionId);
    }
}
