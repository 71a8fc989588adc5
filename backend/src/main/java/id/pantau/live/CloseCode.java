package id.pantau.live;

/** Why a socket is closed (wire-protocol §5; the standard ones by RFC 6455 §7.4.1). */
enum CloseCode {
  GOING_AWAY(1001),
  PROTOCOL_ERROR(1002),
  NOT_UTF8(1007),
  NO_REQUEST(1008),
  TOO_BIG(1009),
  BROKEN(1011),
  STUCK(4000),
  DEAD(4001),
  TOO_MANY_TOPICS(4008);

  private final int number;

  CloseCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
