package id.pantau.board;

/**
 * Where each figure of an area's sums stands in its row of longs: the votes in ballot order, then
 * these.
 *
 * @param choices number of choices of the contest
 */
record Layout(int choices) {
  int counted() {
    return choices;
  }

  int held() {
    return choices + 1;
  }

  int valid() {
    return choices + 2;
  }

  int validStations() {
    return choices + 3;
  }

  int invalid() {
    return choices + 4;
  }

  int invalidStations() {
    return choices + 5;
  }

  int registered() {
    return choices + 6;
  }

  int registeredStations() {
    return choices + 7;
  }

  int users() {
    return choices + 8;
  }

  int usersStations() {
    return choices + 9;
  }

  int turnoutUsers() {
    return choices + 10;
  }

  int turnoutRegistered() {
    return choices + 11;
  }

  int turnoutStations() {
    return choices + 12;
  }

  /** The first choice's votes as sent; the others follow in ballot order. */
  int sent() {
    return choices + 13;
  }

  /** Longs of one area. */
  int width() {
    return choices + 13 + choices;
  }
}
