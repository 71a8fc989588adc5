const socket = new WebSocket('{socket}/live');
socket.onopen = () => socket.send(JSON.stringify({ watch: ['{contest}/{province}'] }));
socket.onmessage = ({ data }) => {
  const { topic, isTest, stations, totals } = JSON.parse(data);
  if (topic) console.log(topic, { isTest, counted: stations?.counted, votes: totals?.votes });
};
