package prakat.process.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import prakat.input.Refusal;

/**
 * Closes CVE-2026-109432: the engine 7.24.0 evaluates expressions in the {@code orQueries} of a task query or of a saved
 * filter unchecked, so that anybody who is signed in could run code. Here an expression that belongs to no instance, and
 * so comes from a query, is evaluated only if it stands in a fixed list, whatever path it came by; and a filter with any
 * other is not saved. Expressions of the models see the beans that they need and no others.
 *
 * <p>Uses the engine's inner classes for expressions and filters.
 */
final class QueryExpressionGuard {

    /** Exactly what Tasklist's own filters use; they name the caller and the time and can do nothing else. */
    static final Set<String> ALLOWED = Set.of(
            "${currentUser()}",
            "${currentUserGroups()}",
            "${now()}",
            "${dateTime()}",
            "${dateTime().plusDays(1)}",
            "${dateTime().plusDays(2)}",
            "${dateTime().plusDays(7)}",
            "${dateTime().plusWeeks(1)}",
            "${dateTime().minusDays(1)}",
            "${dateTime().minusDays(2)}",
            "${dateTime().minusDays(7)}",
            "${dateTime().minusWeeks(1)}");

    private QueryExpressionGuard() {}

    /**
     * Puts the guard of expressions into an engine that is being configured.
     *
     * @param beans what the models' expressions may name
     */
    static void install(ProcessEngineConfigurationImpl configuration, Map<Object, Object> beans) {
        configuration.setExpressionManager(new GuardedExpressions(beans));
    }

    /** What guards the filters, in the place of the engine's own. */
    static SessionFactory filters() {
        return new ReplacedSession(FilterManager.class, GuardedFilters::new);
    }

    private static void ensureAllowed(String expression) {
        if (!ALLOWED.contains(expression)) {
            throw Refusal.invalid("query", "expression", expression);
        }
    }

    private static final class GuardedExpressions extends JuelExpressionManager {

        GuardedExpressions(Map<Object, Object> beans) {
            super(beans);
        }

        /** Beans before variables: a variable of the same name, which anybody may send, hides none. */
        @Override
        protected ELResolver createElResolver() {
            CompositeELResolver resolver = new CompositeELResolver();
            resolver.add(new ReadOnlyMapELResolver(beans));
            resolver.add(super.createElResolver());
            return resolver;
        }

        @Override
        public Expression createExpression(String expression) {
            return new JuelExpression(createValueExpression(expression), this, expression) {
                @Override
                public Object getValue(VariableScope scope, BaseDelegateExecution context) {
                    if (scope == null && !isLiteralText()) {
                        ensureAllowed(expression);
                    }
                    return super.getValue(scope, context);
                }
            };
        }
    }

    private static final class GuardedFilters extends FilterManager {

        @Override
        public Filter insertOrUpdateFilter(Filter filter) {
            AbstractQuery<?, ?> query = filter.getQuery();
            query.getExpressions().values().forEach(QueryExpressionGuard::ensureAllowed);
            if (query instanceof TaskQueryImpl tasks) {
                tasks.getQueries()
                        .forEach(part -> part.getExpressions().values().forEach(QueryExpressionGuard::ensureAllowed));
            }
            return super.insertOrUpdateFilter(filter);
        }
    }
}
