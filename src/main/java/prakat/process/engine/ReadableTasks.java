package prakat.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Finds the tasks that somebody may read without a look at each that is open. The engine 7.24.0 compares every task with
 * every right of the caller, by three ids at once, for which a database knows no better way; and sorts all that it found
 * because some came twice by that. Here a list is read by an index until its page is full, and finds the same: the rights
 * to single tasks are asked for by the task's id alone, which is all that people have. Who has a right to more is either
 * shown everything, or asks in the engine's own way.
 *
 * <p>Uses the engine's inner classes, and the parts of its statements: {@code db/engine/readable.xml}.
 */
final class ReadableTasks {

    private static final String STATEMENTS = "db/engine/readable.xml";

    private ReadableTasks() {}

    /** What takes the place of the engine's own. */
    static List<SessionFactory> sessions() {
        return List.of(
                new ReplacedSession(AuthorizationManager.class, CallersGroups::new),
                new ReplacedSession(TaskManager.class, Tasks::new),
                new ReplacedSession(VariableInstanceManager.class, Variables::new));
    }

    /** To be called once the engine has read its own statements. */
    static void addStatements(ProcessEngineConfigurationImpl engine) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        try (InputStream ours = ReadableTasks.class.getClassLoader().getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(ours, statements, STATEMENTS, statements.getSqlFragments()).parse();
            // Nothing is read after ours, and they hold on to the whole text of each statement: 20 MB.
            statements.getSqlFragments().clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether our statements find what a query may; then the engine's condition on rights is off for it. */
    private static boolean isOurs(ListQueryParameterObject query, DbEntityManager database) {
        AuthorizationCheck check = query.getAuthCheck();
        if (!check.isAuthorizationCheckEnabled() || check.getAuthUserId() == null) {
            return true;
        }
        if (check.isRevokeAuthorizationCheckEnabled()) {
            return false;
        }
        List<?> more = database.selectList("selectRightsToMoreThanTasks", query);
        boolean everything = more.contains(Authorization.ANY);
        if (everything || more.isEmpty()) {
            check.setAuthorizationCheckEnabled(false);
            check.setAuthUserId(everything ? null : check.getAuthUserId());
            return true;
        }
        return false;
    }

    /** The engine looks through all rights of all groups in each command, to leave out the caller's groups that have none. */
    private static final class CallersGroups extends AuthorizationManager {

        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? new ArrayList<>() : new ArrayList<>(groups);
        }
    }

    private static final class Tasks extends TaskManager {

        @Override
        @SuppressWarnings("unchecked")
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            configureQuery(query);
            boolean ours = isOurs(query, getDbEntityManager());
            return getDbEntityManager().selectList(ours ? "selectReadableTasks" : "selectTaskByQueryCriteria", query);
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            configureQuery(query);
            boolean ours = isOurs(query, getDbEntityManager());
            return (Long) getDbEntityManager()
                    .selectOne(ours ? "countReadableTasks" : "selectTaskCountByQueryCriteria", query);
        }
    }

    private static final class Variables extends VariableInstanceManager {

        @Override
        @SuppressWarnings("unchecked")
        public List<VariableInstance> findVariableInstanceByQueryCriteria(VariableInstanceQueryImpl query, Page page) {
            configureQuery(query);
            boolean ours = isOurs(query, getDbEntityManager());
            return getDbEntityManager()
                    .selectList(
                            ours ? "selectReadableVariables" : "selectVariableInstanceByQueryCriteria", query, page);
        }
    }
}
