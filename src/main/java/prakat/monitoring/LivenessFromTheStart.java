package prakat.monitoring;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Says that the program lives before its port is open: left alone, it would answer for some seconds that it does not, and
 * whoever restarts what does not live would never let it come up.
 */
@Component
class LivenessFromTheStart implements SmartInitializingSingleton {

    private final ApplicationContext program;

    LivenessFromTheStart(ApplicationContext program) {
        this.program = program;
    }

    @Override
    public void afterSingletonsInstantiated() {
        AvailabilityChangeEvent.publish(program, LivenessState.CORRECT);
    }
}
