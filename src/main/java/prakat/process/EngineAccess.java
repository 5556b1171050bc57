package prakat.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.organisation.Accounts;
import prakat.organisation.EngineIdentity;

/**
 * What accounts may do in the engine: everybody may open Tasklist, start the procedure and see the tasks that are offered
 * to them, administrators everything. And the filters by which everybody finds their tasks. Made on start where missing.
 */
@Component
class EngineAccess {

    private static final String ANY = Authorization.ANY;

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineAccess(Accounts accounts, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Provides all of it, one node after the other where several start at once. */
    void provide(ProcessEngine engine) {
        transaction.executeWithoutResult(status -> {
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
            grantToAdministrators(authorizations, resource);
        }
        grantToAll(authorizations, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grantToAll(authorizations, Resources.FILTER, ANY, Permissions.READ);
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
        grantToAll(authorizations, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        provideFilters(engine);
    }

    private static void grantToAdministrators(AuthorizationService authorizations, Resource resource) {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(EngineIdentity.ADMINISTRATORS)
                        .resourceType(resource)
                        .resourceId(ANY)
                        .count()
                == 0) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(EngineIdentity.ADMINISTRATORS);
            authorization.setResource(resource);
            authorization.setResourceId(ANY);
            authorization.addPermission(Permissions.ALL);
            authorizations.saveAuthorization(authorization);
        }
    }

    private static void grantToAll(
            AuthorizationService authorizations, Resource resource, String resourceId, Permission... permissions) {
        if (authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .resourceType(resource)
                        .resourceId(resourceId)
                        .count()
                == 0) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
            List.of(permissions).forEach(authorization::addPermission);
            authorizations.saveAuthorization(authorization);
        }
    }

    private static void provideFilters(ProcessEngine engine) {
        Map<String, String> stepByName = new LinkedHashMap<>();
        stepByName.put("งานของฉันทั้งหมด", null);
        stepByName.put("รอรับรอง", PublicationModel.CERTIFY);
        stepByName.put("รอกลั่นกรอง", PublicationModel.VET);
        stepByName.put("ส่งกลับมาแก้ไข", PublicationModel.REVISE);
        FilterService filters = engine.getFilterService();
        if (filters.createFilterQuery().count() > 0) {
            return;
        }
        int priority = 0;
        for (Map.Entry<String, String> step : stepByName.entrySet()) {
            var query = engine.getTaskService().createTaskQuery().processDefinitionKey(PublicationModel.PROCESS);
            if (step.getValue() != null) {
                query.taskDefinitionKey(step.getValue());
            }
            Map<String, Object> properties = new HashMap<>();
            properties.put("priority", priority++);
            properties.put("refresh", true);
            properties.put(
                    "variables",
                    List.of(
                            Map.of("name", PublicationModel.Variables.NUMBER, "label", "เลขที่"),
                            Map.of("name", PublicationModel.Variables.ROUND, "label", "รอบที่")));
            Filter filter = filters.newTaskFilter(step.getKey());
            filter.setQuery(query.orderByTaskCreateTime().asc());
            filter.setProperties(properties);
            filters.saveFilter(filter);
        }
    }
}
