package prakat.process.engine;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import prakat.process.publication.RestorationContext;

/**
 * Lets an instance that comes to a timer which is due already pass at once, whoever brought it there, in the transaction that
 * brought it: a permission and the publication that is due with it are recorded together, or neither is. The engine itself
 * would have it wait until the job executor next looks.
 */
class PromptTimers extends AbstractBpmnParseListener {

    static {
        // An instance that waits there can go on in another version of its model: the engine looks at the very class.
        SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.add(PassedWhereDue.class);
    }

    private final Clock clock;

    PromptTimers(Clock clock) {
        this.clock = clock;
    }

    /** Where an event-based gateway waits, there is nothing to pass. */
    @Override
    public void parseIntermediateTimerEventDefinition(Element timer, ActivityImpl event) {
        if (!((IntermediateCatchEventActivityBehavior) event.getActivityBehavior()).isAfterEventBasedGateway()) {
            event.setActivityBehavior(new PassedWhereDue());
        }
    }

    private final class PassedWhereDue extends IntermediateCatchEventActivityBehavior {

        PassedWhereDue() {
            super(false);
        }

        /** The timer ends with its event: it is never written. */
        @Override
        public void execute(ActivityExecution execution) throws Exception {
            ExecutionEntity entity = (ExecutionEntity) execution;
            if (entity.getJobs().stream().anyMatch(this::isDue)
                    && !RestorationContext.isRestoring(entity.getProcessBusinessKey())) {
                leave(execution);
            } else {
                super.execute(execution);
            }
        }

        private boolean isDue(JobEntity timer) {
            return !timer.isSuspended() && !timer.getDuedate().after(Date.from(clock.instant()));
        }
    }
}
