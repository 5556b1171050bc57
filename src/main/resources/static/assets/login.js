// The password can be shown while it is typed; without scripts it stays hidden.
const show = document.getElementById('show-password');
const password = document.getElementById('password');
show.closest('label').hidden = false;
show.addEventListener('change', () => {
  password.type = show.checked ? 'text' : 'password';
});
// Sent hidden, so that browsers know it for a password.
password.form.addEventListener('submit', () => {
  password.type = 'password';
});
