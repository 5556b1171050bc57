package prakat.web.engine;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** What every JAX-RS application of the engine gets from us, its REST and the webapps' alike; found as a service. */
public class EngineFeatures implements Feature {

    /** Made by Jersey. */
    public EngineFeatures() {}

    @Override
    public boolean configure(FeatureContext context) {
        context.register(EngineCaller.class);
        context.register(RefusalMapper.class);
        context.register(EngineErrors.class);
        return true;
    }
}
