// What the config.js of Tasklist, Cockpit, Admin and Welcome have in common.
import office from './office.js';

const { language } = office;

/** Puts a webapp's words where it looks for them first: without, it shows their keys on the first visit. */
async function provideWords() {
  const base = document.querySelector('base');
  const place = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  const answer = await fetch(`${place}${language}.json`);
  if (answer.ok) {
    const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    const texts = await answer.json();
    // Admin has one text for whatever is wrong with a password; it is to say what that can be.
    ['USERS_OLD_PASSWORD_NOT_VALID', 'USERS_PASSWORD_NOT_VALID']
      .filter((key) => texts.labels[key])
      .forEach((key) => { texts.labels[key] = office.words.passwordRefused; });
    kept[`${place}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
}

await provideWords();

/**
 * @param names the app's name by language
 * @returns its configuration, in the language that the reader chose: the browser's own says little in an office
 */
export default (names) => ({
  app: { vendor: office.shortName, name: names[language] },
  locales: { availableLocales: [language], fallbackLocale: language },
  // A first-visit box tells of another product; the sign-in is ours.
  disableWelcomeMessage: true,
  customScripts: ['../../../forms/webapp.js'],
});
