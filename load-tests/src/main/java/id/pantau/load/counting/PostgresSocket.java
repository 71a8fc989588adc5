package id.pantau.load.counting;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection to PostgreSQL over its local socket, speaking protocol 3.0 without a password. A
 * driver would do, but its own work would stand between batches.
 */
final class PostgresSocket implements AutoCloseable {
  private static final int PROTOCOL = 196_608;
  private static final int BUFFER_BYTES = 1 << 18;
  private static final short BINARY = 1;

  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;

  /**
   * @param folder in which the server has its socket
   */
  PostgresSocket(Path folder, String user) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(".s.PGSQL.5432")));
    in =
        new DataInputStream(
            new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES));
    out =
        new DataOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
    byte[] names = ("user\0" + user + "\0database\0postgres\0\0").getBytes(StandardCharsets.UTF_8);
    out.writeInt(8 + names.length);
    out.writeInt(PROTOCOL);
    out.write(names);
    out.flush();
    rows();
  }

  /** Runs statements of text; gives the rows of the last as text. */
  List<List<String>> query(String sql) throws IOException {
    message('Q', (sql + "\0").getBytes(StandardCharsets.UTF_8));
    out.flush();
    List<List<String>> texts = new ArrayList<>();
    for (List<byte[]> row : rows()) {
      texts.add(row.stream().map(v -> new String(v, StandardCharsets.UTF_8)).toList());
    }
    return texts;
  }

  /** Prepares the statement that {@link #send} runs. */
  void prepare(String sql) throws IOException {
    message('P', ("s\0" + sql + "\0\0\0").getBytes(StandardCharsets.UTF_8));
    message('S', new byte[0]);
    out.flush();
    rows();
  }

  /** The bytes that run the prepared statement with binary parameters, in a transaction. */
  static byte[] running(List<byte[]> parameters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream bind = new DataOutputStream(bytes);
    bind.write("\0s\0".getBytes(StandardCharsets.US_ASCII));
    bind.writeShort(1);
    bind.writeShort(BINARY);
    bind.writeShort(parameters.size());
    for (byte[] parameter : parameters) {
      bind.writeInt(parameter.length);
      bind.write(parameter);
    }
    bind.writeShort(1);
    bind.writeShort(BINARY);
    ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.size() + 64);
    DataOutputStream to = new DataOutputStream(all);
    message(to, 'B', bytes.toByteArray());
    message(to, 'E', new byte[5]);
    message(to, 'S', new byte[0]);
    return all.toByteArray();
  }

  void send(byte[] running) throws IOException {
    out.write(running);
    out.flush();
  }

  /**
   * The rows of the next answer; it is committed.
   *
   * @throws IOException where PostgreSQL answers an error
   */
  List<List<byte[]>> rows() throws IOException {
    List<List<byte[]>> rows = new ArrayList<>();
    String error = "";
    while (true) {
      int kind = in.readUnsignedByte();
      byte[] body = new byte[in.readInt() - 4];
      in.readFully(body);
      switch (kind) {
        case 'D' -> rows.add(columns(body));
        case 'E' -> error = new String(body, StandardCharsets.UTF_8).replace('\0', ' ');
        case 'Z' -> {
          if (!error.isEmpty()) {
            throw new IOException("PostgreSQL: " + error);
          }
          return rows;
        }
        default -> {
          // Parameters, notices, completions: nothing that is asked for here.
        }
      }
    }
  }

  private static List<byte[]> columns(byte[] body) throws IOException {
    DataInputStream row = new DataInputStream(new java.io.ByteArrayInputStream(body));
    List<byte[]> columns = new ArrayList<>();
    for (int i = row.readUnsignedShort(); i > 0; i--) {
      int length = row.readInt();
      columns.add(length < 0 ? new byte[0] : row.readNBytes(length));
    }
    return columns;
  }

  private void message(char kind, byte[] body) throws IOException {
    message(out, kind, body);
  }

  private static void message(DataOutputStream to, char kind, byte[] body) throws IOException {
    to.writeByte(kind);
    to.writeInt(4 + body.length);
    to.write(body);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
