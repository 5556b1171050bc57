package prakat.process.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.organisation.Accounts;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.process.publication.PublicationModel;
import prakat.request.record.TaskKind;

/**
 * What accounts may do in the engine: everybody may open Tasklist, start the procedure and see the tasks that are offered
 * to them, administrators everything. And the filters by which people find the tasks of their role. Made on start where
 * missing.
 */
@Component
class EngineAccess {

    private static final String ANY = Authorization.ANY;

    private final Accounts accounts;
    private final Office office;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineAccess(Accounts accounts, Office office, JdbcClient jdbc, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.office = office;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Provides all of it. */
    void provide(ProcessEngine engine) {
        transaction.executeWithoutResult(status -> {
            // Nodes that start at once take turns by the row by which the engine itself makes them.
            jdbc.sql("select value_ from act_ge_property where name_ = 'startup.lock' for update")
                    .query(String.class)
                    .single();
            provideAll(engine);
        });
    }

    private void provideAll(ProcessEngine engine) {
        accounts.provide(engine.getIdentityService());
        AuthorizationService authorizations = engine.getAuthorizationService();
        for (Resources resource : Resources.values()) {
            grant(authorizations, Group.ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
        grantToAll(authorizations, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grantToAll(
                authorizations,
                Resources.PROCESS_DEFINITION,
                PublicationModel.PROCESS,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        grantToAll(
                authorizations,
                Resources.PROCESS_DEFINITION,
                PublicationModel.EXTENSION,
                ProcessDefinitionPermissions.READ);
        grantToAll(
                authorizations,
                Resources.PROCESS_DEFINITION,
                PublicationModel.REVIEW,
                ProcessDefinitionPermissions.READ);
        grantToAll(authorizations, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        provideFilters(engine);
    }

    private static void grantToAll(
            AuthorizationService authorizations, Resource resource, String resourceId, Permission... permissions) {
        grant(authorizations, null, resource, resourceId, permissions);
    }

    /** @param group of the engine; null for everybody */
    private static void grant(
            AuthorizationService authorizations,
            String group,
            Resource resource,
            String resourceId,
            Permission... permissions) {
        int type = group == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT;
        AuthorizationQuery earlier = authorizations
                .createAuthorizationQuery()
                .authorizationType(type)
                .resourceType(resource)
                .resourceId(resourceId);
        if ((group == null ? earlier : earlier.groupIdIn(group)).count() == 0) {
            Authorization grant = authorizations.createNewAuthorization(type);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }

    /** The ready-made filters, as they are now: those of an older start are brought up to date. */
    private void provideFilters(ProcessEngine engine) {
        AuthorizationService authorizations = engine.getAuthorizationService();
        // Of a time when everybody was shown every filter.
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(Resources.FILTER)
                .resourceId(ANY)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        int priority = 0;
        for (TaskFilter wanted : filters(engine.getTaskService())) {
            String id = provideFilter(engine.getFilterService(), wanted, priority++);
            if (wanted.groups().isEmpty()) {
                grantToAll(authorizations, Resources.FILTER, id, Permissions.READ);
            }
            wanted.groups().forEach(group -> grant(authorizations, group, Resources.FILTER, id, Permissions.READ));
        }
    }

    /**
     * A filter of Tasklist.
     *
     * @param groups of the engine whose members it serves; empty for everybody
     */
    private record TaskFilter(String name, TaskQuery query, Collection<String> groups) {}

    private List<TaskFilter> filters(TaskService tasks) {
        return List.of(
                new TaskFilter("งานของฉันทั้งหมด", tasks.createTaskQuery(), Set.of()),
                new TaskFilter(
                        "รอรับรอง",
                        tasks.createTaskQuery()
                                .taskDefinitionKeyIn(TaskKind.CERTIFY.element(), TaskKind.CERTIFY_EXTENSION.element()),
                        certifierGroups()),
                new TaskFilter(
                        "รอกลั่นกรอง",
                        tasks.createTaskQuery()
                                .taskDefinitionKeyIn(TaskKind.VET.element(), TaskKind.VET_EXTENSION.element()),
                        vetterGroups()),
                new TaskFilter(
                        "รอทบทวน",
                        tasks.createTaskQuery().taskDefinitionKey(TaskKind.REVIEW.element()),
                        vetterGroups()),
                new TaskFilter(
                        "ส่งกลับมาแก้ไข",
                        tasks.createTaskQuery().taskDefinitionKey(TaskKind.REVISE.element()),
                        Set.of()),
                new TaskFilter("เกินกำหนด", tasks.createTaskQuery().dueBeforeExpression("${now()}"), Set.of()));
    }

    private Collection<String> vetterGroups() {
        return Set.of(Group.WEB_OFFICERS, Group.directors(office.webOfficersGroup()));
    }

    private Collection<String> certifierGroups() {
        return Stream.concat(
                        office.groups().stream().map(group -> group.directors()), Stream.of(Group.DEPUTY_DIRECTORS))
                .toList();
    }

    private static String provideFilter(FilterService filters, TaskFilter wanted, int priority) {
        Filter filter = filters.createFilterQuery().filterName(wanted.name()).list().stream()
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(wanted.name()));
        filter.setQuery(
                wanted.query().orderByDueDate().asc().orderByTaskCreateTime().asc());
        filter.setProperties(Map.of(
                "priority",
                priority,
                "refresh",
                true,
                "variables",
                List.of(
                        Map.of("name", PublicationModel.Variables.TITLE, "label", "เรื่อง"),
                        Map.of("name", PublicationModel.Variables.GROUP_NAME, "label", "กลุ่ม"),
                        Map.of("name", PublicationModel.Variables.NUMBER, "label", "เลขที่"),
                        Map.of("name", PublicationModel.Variables.ROUND, "label", "รอบที่"))));
        return filters.saveFilter(filter).getId();
    }
}
