package dev.gabion.cel.eval;

/** Days and dates of the Gregorian calendar, without the classes of {@code java.time}. */
final class CivilTime {
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAYS_PER_CYCLE = 146_097;
    private static final int DAYS_0000_TO_1970 = 719_528;

    private final int year;
    private final int month;
    private final int day;

    private CivilTime(int year, int month, int day) {
        this.year = year;
        this.month = month;
        this.day = day;
    }

    int year() {
        return year;
    }

    /** From 1. */
    int month() {
        return month;
    }

    /** From 1. */
    int day() {
        return day;
    }

    /** From 1. */
    int dayOfYear() {
        return DAYS_BEFORE_MONTH[month - 1] + day + (month > 2 && isLeap(year) ? 1 : 0);
    }

    static boolean isLeap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static boolean isDate(int year, int month, int day) {
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
    }

    private static int lengthOf(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since the first of January 1970; the year is not negative. */
    static long epochDay(int year, int month, int day) {
        long days = 365L * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
        days += DAYS_BEFORE_MONTH[month - 1] + day - 1 + (month > 2 && isLeap(year) ? 1 : 0);
        return days - DAYS_0000_TO_1970;
    }

    /** The date of a day, counted as by {@link #epochDay}. */
    static CivilTime ofEpochDay(long epochDay) {
        long days = epochDay + DAYS_0000_TO_1970;
        long cycles = Math.floorDiv(days, DAYS_PER_CYCLE);
        int inCycle = (int) (days - cycles * DAYS_PER_CYCLE);
        int yearInCycle = Math.min((int) (inCycle / 365.2425), 399);
        while (daysBefore(yearInCycle) > inCycle) {
            yearInCycle--;
        }
        while (yearInCycle < 399 && daysBefore(yearInCycle + 1) <= inCycle) {
            yearInCycle++;
        }
        int year = (int) (cycles * 400 + yearInCycle);
        int rest = inCycle - daysBefore(yearInCycle);
        int month = 1;
        while (rest >= lengthOf(year, month)) {
            rest -= lengthOf(year, month);
            month++;
        }
        return new CivilTime(year, month, rest + 1);
    }

    /** Days before a year of a cycle of 400, the first of which is a leap year. */
    private static int daysBefore(int yearInCycle) {
        return 365 * yearInCycle + (yearInCycle + 3) / 4 - (yearInCycle + 99) / 100 + (yearInCycle + 399) / 400;
    }
}
