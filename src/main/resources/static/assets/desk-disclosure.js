// The items that what is proposed discloses: how many are chosen, and a field to find them in a long list.

const list = document.getElementById('disclosure');

if (list) {
  const summary = list.querySelector('summary');
  const field = document.getElementById('find-item');
  const found = document.getElementById('found-items');
  const choices = [...list.querySelectorAll('.choice')];
  const none = summary.textContent;

  const count = () => {
    const chosen = list.querySelectorAll(':checked').length;
    summary.textContent = chosen ? summary.dataset.chosen.replace('{0}', chosen) : none;
  };

  field.parentElement.hidden = false;
  field.addEventListener('input', (event) => {
    // What is looked for is no part of the draft.
    event.stopPropagation();
    const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    choices.forEach((choice) => {
      const text = choice.textContent.toLocaleLowerCase();
      choice.hidden = !words.every((word) => text.includes(word));
    });
    list.querySelectorAll('[role=group]').forEach((group) => {
      group.hidden = !group.querySelector('.choice:not([hidden])');
    });
    found.textContent = words.length ? found.dataset.found.replace('{0}', choices.filter((choice) => !choice.hidden).length) : '';
  });
  field.addEventListener('change', (event) => event.stopPropagation());
  field.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  list.addEventListener('change', count);
  // What could not be saved may be put back into the fields.
  list.addEventListener('input', count);
  count();
}
