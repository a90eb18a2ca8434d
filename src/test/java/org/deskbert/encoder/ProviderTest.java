package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.onnxruntime.OrtProvider;
import java.util.EnumSet;
import java.util.List;
import org.deskbert.encoder.Provider.State;
import org.junit.jupiter.api.Test;

class ProviderTest {
  private static State state(List<Provider> all, String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().state();
  }

  @Test
  void eachThatDoesNotComputeHasItsReason() {
    List<Provider> all = Provider.all(EnumSet.of(OrtProvider.CPU, OrtProvider.CORE_ML), "mac os x");
    assertEquals(State.USED, all.getFirst().state());
    assertEquals(State.OFFERED, state(all, "Core ML"));
    assertEquals(State.OTHER_SYSTEM, state(all, "DirectML"));
    assertEquals(State.OTHER_BUILD, state(all, "CUDA"));
  }

  @Test
  void theRuntimeOfThisMachineIsAsked() throws Exception {
    List<Provider> all = Provider.all();
    assertEquals("CPU", all.getFirst().name());
    assertNotEquals(State.USED, state(all, "CUDA"));
  }
}
