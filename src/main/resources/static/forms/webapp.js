// Loaded by Tasklist, Cockpit, Admin and Welcome; see their config.js. The one sign-in is /login: where a webapp would
// show its own, which is refused, the reader goes there.

const style = document.createElement('style');
// No bar that tells the staff to migrate, nor the space it leaves; no tasks made by hand and no dates set,
// which the engine's door refuses everybody; no comments beside the record, which holds the reasons.
style.textContent = `
  .ce-eol-banner, form[name="signinForm"], .create-task-action, .add-comment, [cam-tasklist-task-action-comment],
  [ng-click*='createComment'], .task-card .followup-date,
  .task-card .due-date { display: none !important; }
  @media (min-width: 769px) { .page-wrap.three-cols-layout { top: 45px; } }`;
document.head.append(style);

export default ['tasklist', 'cockpit', 'admin', 'welcome'].map((app) => ({
  id: `prakat-sign-in-${app}`,
  pluginPoint: `${app}.login`,
  priority: 100,
  render: () => window.location.replace('/login'),
}));
