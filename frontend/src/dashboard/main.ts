import './pantau-app.js';
