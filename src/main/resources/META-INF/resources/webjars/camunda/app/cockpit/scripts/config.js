// In place of the webjar's. Without a first-visit box; the sign-in is ours, see forms/webapp.js.
export default {
  disableWelcomeMessage: true,
  customScripts: ['../../../forms/webapp.js'],
};
