package org.waxwing.crypto.openpgp;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// Any bytes can be searched for armour; what was in it can be armoured again with the same result.
public final class ArmorFuzz {
    private ArmorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Octets text = Octets.of(input);
        for (Armor.Block block : Armor.blocks(text)) {
            if (block.data().length() > input.length
                    || (!block.intact() && !block.data().isEmpty())) {
                throw new AssertionError("more came out than was there");
            }
            if (block.intact()) {
                List<Armor.Block> again = Armor.blocks(Armor.write("MESSAGE", block.data(), true));
                if (!again.equals(List.of(new Armor.Block("MESSAGE", block.data(), true)))) {
                    throw new AssertionError("written armour reads differently");
                }
            }
        }
        var _ = Armoring.dearmor(text);
        var _ = Armoring.armor(text);
    }
}
