package prakat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/**
 * The engine alone, with the program's models, variables and settings, and beans that do nothing: what the procedure sends
 * to a database at least.
 */
public final class BareEngine implements AutoCloseable {

    private static final String LATER = "2099-01-01T00:00:00+07:00";

    private final ProcessEngine engine;

    /**
     * @param like the program's engine
     * @param database empty
     */
    BareEngine(ProcessEngineConfigurationImpl like, DataSource database) {
        this(database, like(like));
    }

    /**
     * With a job executor, which stands still.
     *
     * @param database empty
     * @param threads that do its jobs, of which it takes fifty at once
     */
    public BareEngine(DataSource database, int threads) {
        this(database, ofTheSettings(threads));
    }

    private BareEngine(DataSource database, ProcessEngineConfigurationImpl configuration) {
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setExpressionManager(new NoBeans());
        engine = configuration.buildProcessEngine();
        deploy(Path.of("processes"));
    }

    private static ProcessEngineConfigurationImpl like(ProcessEngineConfigurationImpl like) {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setHistoryLevel(like.getHistoryLevel());
        configuration.setHistoryRemovalTimeStrategy(like.getHistoryRemovalTimeStrategy());
        configuration.setHistoryCleanupStrategy(like.getHistoryCleanupStrategy());
        configuration.setHistoryTimeToLive(like.getHistoryTimeToLive());
        configuration.setAuthorizationEnabled(like.isAuthorizationEnabled());
        configuration.setResourceAuthorizationProvider(like.getResourceAuthorizationProvider());
        configuration.setDefaultUserPermissionForTask(like.getDefaultUserPermissionForTask());
        configuration.setJdbcBatchProcessing(like.isJdbcBatchProcessing());
        return configuration;
    }

    private static ProcessEngineConfigurationImpl ofTheSettings(int threads) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties settings = yaml.getObject();
        String further = "camunda.bpm.generic-properties.properties.";
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setHistory(settings.getProperty("camunda.bpm.history-level"));
        configuration.setHistoryRemovalTimeStrategy(settings.getProperty(further + "history-removal-time-strategy"));
        configuration.setHistoryCleanupStrategy(settings.getProperty(further + "history-cleanup-strategy"));
        configuration.setHistoryTimeToLive(settings.getProperty(further + "history-time-to-live"));
        configuration.setAuthorizationEnabled(true);
        configuration.setDefaultUserPermissionNameForTask(
                settings.getProperty(further + "default-user-permission-name-for-task"));
        DefaultJobExecutor jobs = new DefaultJobExecutor();
        jobs.setMaxJobsPerAcquisition(50);
        jobs.setQueueSize(50);
        jobs.setCorePoolSize(threads);
        jobs.setMaxPoolSize(threads);
        jobs.setWaitTimeInMillis(1000);
        jobs.setMaxWait(1000);
        configuration.setJobExecutor(jobs);
        return configuration;
    }

    /** Its job executor works or stands still from now on. */
    public void work(boolean begins) {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (begins) {
            jobs.start();
        } else {
            jobs.shutdown();
        }
    }

    private void deploy(Path models) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(models, "*.{bpmn,dmn}")) {
            for (Path file : files) {
                try (InputStream model = Files.newInputStream(file)) {
                    deployment.addInputStream(file.getFileName().toString(), model);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }

    /** Proposes something under that business key. */
    public void submit(String key) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("number", "2570-00001");
        variables.put("requester", "finance-staff");
        variables.put("group", "finance");
        variables.put("round", 1);
        variables.put("publishFrom", Instant.now().minusSeconds(60).toString());
        variables.put("publishUntil", LATER);
        engine.getRuntimeService().startProcessInstanceByKey("publication", key, variables);
        engine.getRuntimeService()
                .createMessageCorrelation("screened")
                .processInstanceBusinessKey(key)
                .setVariable("outcome", "passed")
                .correlate();
    }

    /** Certifies it. */
    public void certify(String key) {
        complete(key, "certify", "certified");
    }

    /** And the start of the publication, which is due. */
    public void vet(String key) {
        Task task = complete(key, "vet", "permitted");
        fire("publicationStarts", task.getProcessInstanceId());
    }

    /** Its end, before it is due. */
    void end(String key) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        fire("periodEnds", instance);
    }

    private void fire(String timer, String instance) {
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
    }

    private Task complete(String key, String step, String outcome) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(step)
                .singleResult();
        Map<String, Object> variables = new HashMap<>();
        variables.put("outcome", outcome);
        variables.put("reasonCode", null);
        variables.put("reason", null);
        engine.getTaskService().complete(task.getId(), variables);
        return task;
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Answers the models' calls of beans with what lets the procedure go on. */
    private static final class NoBeans extends JuelExpressionManager {

        @Override
        protected ELResolver createElResolver() {
            CompositeELResolver resolver = new CompositeELResolver();
            resolver.add(new NoBean());
            resolver.add(super.createElResolver());
            return resolver;
        }
    }

    private static final class NoBean extends BeanELResolver {

        private static final List<String> NAMES = List.of("procedure", "deadlines", "currencyReview");

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null && NAMES.contains(property)) {
                context.setPropertyResolved(true);
                return this;
            }
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
            if (base != this) {
                return null;
            }
            context.setPropertyResolved(true);
            String name = method.toString();
            if (name.equals("offered") && parameters[0] instanceof DelegateTask task) {
                task.setVariableLocal("number", task.getVariable("number"));
                task.setVariableLocal("round", task.getVariable("round"));
                task.setVariableLocal("title", "ประกาศ");
            }
            return answer(name);
        }

        private static Object answer(String name) {
            if (name.endsWith("Groups")) {
                return List.of("finance-directors");
            }
            if (name.endsWith("Users")) {
                return List.of();
            }
            return name.endsWith("Cycle") ? "R/" + LATER + "/P180D" : LATER;
        }
    }
}
