namespace Orrery.Tests.Unit.Services.Events;

/// <summary>The slow twin of cron: asks of each minute, one after the other, whether every field has it.</summary>
internal static class SlowCron
{
    public static DateTime After(string cron, DateTime from)
    {
        var fields = cron.Split(' ');
        for (var at = from.AddMinutes(1); ; at = at.AddMinutes(1))
        {
            if (In(fields[0], at.Minute, 59) && In(fields[1], at.Hour, 23) && Month(fields[3], at.Month)
                && Day(fields, at))
                return at;
        }
    }

    private static bool Month(string field, int month) => field is "*" || field == "FEB"
        && month == 2 || field == "2" && month == 2;

    private static bool Day(string[] fields, DateTime at)
    {
        var last = DateTime.DaysInMonth(at.Year, at.Month);
        var (month, week) = (fields[2], fields[4]);
        if (week == "?")
        {
            if (month.EndsWith('W'))
            {
                var wanted = month == "LW" ? last : int.Parse(month[..^1]);
                return wanted <= last && at.Day == Enumerable.Range(1, last)
                    .Where(
                        d => new DateTime(at.Year, at.Month,
                            d).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    .MinBy(d => Math.Abs(d - wanted));
            }

            return month == "L" ? at.Day == last : In(month, at.Day, 31);
        }

        var number = (int)at.DayOfWeek + 1;
        if (week == "L")
            return number == 7;
        if (week.EndsWith('L'))
            return number == int.Parse(week[..^1]) && at.AddDays(7).Month != at.Month;
        if (week.Contains('#'))
            return number == week[0] - '0' && at.AddDays(-7 * (week[2] - '1')).Month == at.Month
                && at.AddDays(-7 * (week[2] - '0')).Month != at.Month;
        return week == "MON-FRI" ? number is >= 2 and <= 6 : In(week, number, 7);
    }

    private static bool In(string field, int value, int most) => field.Split(',').Any(part =>
    {
        var step = part.Split('/');
        var ends = step[0] == "*" ? ["0", $"{most}"] : step[0].Split('-');
        var (low, high) = (int.Parse(ends[0]), step.Length > 1 && ends.Length == 1 ? most : int.Parse(ends[^1]));
        return value >= low && value <= high && (value - low) % (step.Length > 1 ? int.Parse(step[1]) : 1) == 0;
    });
}
