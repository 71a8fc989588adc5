package id.pantau.platform;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the process holds of the machine beside what it needs. A rush, a start or ten thousand
 * handshakes, takes several times the memory that stays in use; Java would keep that free part for
 * good, on a machine that Redis and the kernel's sockets share.
 */
public final class FreeHeap {
  private static final Logger LOG = LoggerFactory.getLogger(FreeHeap.class);

  /** At least and at most so many percent of the heap are free after a whole collection. */
  private static final int FREE_MIN = 10;

  private static final int FREE_MAX = 20;

  /** A whole collection, beside the work, where there was none at all for so long. */
  private static final int QUIET_MILLIS = 30_000;

  private FreeHeap() {}

  /**
   * From now on goes back to the system. Takes effect with G1, which two cores and 2 GB of memory
   * get by themselves, and changes nothing that the JVM was started with.
   */
  public static void giveBack() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (jvm == null) {
      return;
    }
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("MinHeapFreeRatio", FREE_MIN);
    wanted.put("MaxHeapFreeRatio", FREE_MAX);
    wanted.put("G1PeriodicGCInterval", QUIET_MILLIS);
    wanted.forEach((name, value) -> set(jvm, name, "" + value));
  }

  private static void set(HotSpotDiagnosticMXBean jvm, String name, String value) {
    try {
      if (jvm.getVMOption(name).getOrigin() == VMOption.Origin.DEFAULT) {
        jvm.setVMOption(name, value);
      }
    } catch (IllegalArgumentException e) {
      LOG.debug("this JVM does not take {}: {}", name, e.getMessage());
    }
  }
}
