package prakat.process.engine;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import prakat.background.Rush;
import prakat.organisation.AccountRules;
import prakat.organisation.EngineIdentity;
import prakat.process.deadline.Deadlines;
import prakat.process.policy.Policies;
import prakat.process.publication.CurrencyReview;
import prakat.process.publication.Procedure;

/** How the engine differs from one out of the box; what is a plain setting stands in {@code application.yaml}. */
@Configuration
class EngineConfiguration {

    static final int SHORTEST_PASSWORD = 10;

    /** Waits for the migrations, which make the engine's tables. */
    @Bean
    @DependsOnDatabaseInitialization
    AbstractProcessEnginePlugin houseRules(
            @Lazy Procedure procedure,
            @Lazy CurrencyReview currencyReview,
            @Lazy Deadlines deadlines,
            EngineAccess access,
            Policies policies,
            Clock clock) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                EngineIdentity identity = new EngineIdentity(configuration.getIdentityService());
                configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new RefusalInterceptor(identity)));
                configuration.setCustomPostCommandInterceptorsTxRequired(List.of(new FullAccessInterceptor(identity)));
                QueryExpressionGuard.install(
                        configuration,
                        Map.of("procedure", procedure, "currencyReview", currencyReview, "deadlines", deadlines));
                configuration.setCustomSessionFactories(
                        Stream.concat(Stream.of(QueryExpressionGuard.filters()), ReadableTasks.sessions().stream())
                                .toList());
                configuration.getCustomPostBPMNParseListeners().add(new PromptTimers(clock));
                configuration.setGeneralResourceWhitelistPattern(AccountRules.IDS);
                configuration.setEnablePasswordPolicy(true);
                configuration.setPasswordPolicy(
                        () -> List.of(new PasswordPolicyLengthRuleImpl(SHORTEST_PASSWORD), new NotTheAccount()));
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                ReadableTasks.addStatements(configuration);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                access.provide(engine);
                policies.deploy(engine.getRepositoryService());
            }
        };
    }

    /** In place of the starter's, with the same settings. */
    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    @ConfigurationProperties("camunda.bpm.job-execution")
    JobExecutor jobExecutor(
            @Qualifier(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
            JdbcClient jdbc,
            Clock clock,
            Rush rush) {
        PunctualJobExecutor executor = new PunctualJobExecutor(jdbc, clock, rush);
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        return executor;
    }

    /** The jobs of one instance, in a thread that did others before; that one failed is logged after it. */
    @Bean
    static BeanPostProcessor logContextOfJobs() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ThreadPoolTaskExecutor threads
                        && name.equals(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER)) {
                    threads.setTaskDecorator(jobs -> () -> {
                        MDC.clear();
                        jobs.run();
                    });
                }
                return bean;
            }
        };
    }

    /** A new password does not have the account's name in it. */
    private record NotTheAccount() implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_USER_DATA";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return true;
        }

        @Override
        public boolean execute(String password, User user) {
            return user == null
                    || user.getId() == null
                    || !password.toLowerCase(Locale.ROOT).contains(user.getId().toLowerCase(Locale.ROOT));
        }
    }
}
