// The switch that takes the service worker off every device: served in the place of /sw.js, it
// forgets what was kept and unregisters itself. Pages go on as they are, from the network alone.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('pantau-')) await caches.delete(name);
      }
      await self.registration.unregister();
    })(),
  );
});
