package dev.gabion.kube.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Every text is a quantity or not, and a quantity's own text is one of the same value. */
class QuantityFuzz {
    @FuzzTest
    void quantity(FuzzedDataProvider data) {
        Quantity quantity = Quantity.parse(data.consumeRemainingAsString());
        if (quantity == null) {
            return;
        }
        assertThat(quantity.sign()).isEqualTo(quantity.value().signum());
        Quantity again = Quantity.parse(quantity.toString());
        if (again != null) {
            assertThat(again).isEqualTo(quantity).hasSameHashCodeAs(quantity);
        }
    }
}
