package dev.gabion.cel.eval;

import java.time.Instant;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;

/** Offsets from UTC: {@code +02:00} and its looser forms, or a name of the time zone database. */
final class TimeZones {
    private TimeZones() {}

    /** Seconds east of UTC at a point in time, or an error. The server's own zone is taken to be UTC. */
    static Object offset(String zone, long epochSecond) {
        int colon = zone.indexOf(':');
        if (colon >= 0) {
            return fixed(zone, colon);
        }
        if (zone.isEmpty() || zone.equals("UTC") || zone.equals("Local")) {
            return 0L;
        }
        try {
            return (long) ZoneRulesProvider.getRules(zone, false)
                    .getOffset(Instant.ofEpochSecond(epochSecond))
                    .getTotalSeconds();
        } catch (ZoneRulesException e) {
            return CelError.other("unknown time zone " + zone);
        }
    }

    /** Hours and minutes are any integers. */
    private static Object fixed(String zone, int colon) {
        try {
            int hours = Integer.parseInt(zone.substring(0, colon));
            int minutes = Integer.parseInt(zone.substring(colon + 1));
            return (hours * 60L + (zone.charAt(0) == '-' ? -minutes : minutes)) * 60;
        } catch (NumberFormatException e) {
            return CelError.conversion("strconv.Atoi: parsing \"" + zone + "\": invalid syntax");
        }
    }
}
