using System.Globalization;
using Orrery.Operations.Schedules;
using Orrery.Services.SecretsManager.Records;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>
/// When secrets are rotated: windows begin on the hour, in UTC. Sources: Secrets Manager User Guide, "Rotation
/// schedules"; API Reference, RotationRulesType. Guessed: days count from the day on which the schedule was given or
/// the secret was rotated, and within its window a rotation comes first thing.
/// </summary>
internal static class RotationRules
{
    private const int LeastHours = 4;
    private const int MostDays = 999;
    private const int HoursOfDay = 24;

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static RotationSchedule Read(RotationRulesType rules, DateTimeOffset now)
    {
        if ((rules.AutomaticallyAfterDays is null) == (rules.ScheduleExpression is null))
            throw Errors.Parameter("Specify either AutomaticallyAfterDays or ScheduleExpression in RotationRules.");
        var schedule = new RotationSchedule(rules.AutomaticallyAfterDays, rules.ScheduleExpression, rules.Duration);
        if (schedule.Expression is { } text && !IsSchedule(text))
            throw Errors.Parameter($"The ScheduleExpression {text} is not valid.");
        if (schedule.Duration is not { } duration) return schedule;
        var (hours, opens) = (Hours(duration), Opening(schedule, now));
        var space = opens is not { } from ? HoursOfDay
            : Opening(schedule, from) is { } next
                ? Math.Min(HoursOfDay - from.Hour, (next - from).TotalHours)
                : HoursOfDay - from.Hour;
        return hours >= 1 && hours <= space
            ? schedule
            : throw Errors.Parameter(
                "The rotation window must not extend into the next rotation window or the next UTC day.");
    }

    /// <summary>The next window after an instant; null where a schedule has none any more.</summary>
    public static RotationWindow? Next(RotationSchedule schedule, DateTimeOffset after)
    {
        if (Opening(schedule, after) is not { } from) return null;
        if (schedule.Duration is { } duration) return new(from, from.AddHours(Hours(duration)));
        return IsHourly(schedule, from)
            ? new(from, from.AddHours(1))
            : new(from, Day(from).AddDays(1).AddSeconds(-1));
    }

    /// <summary>The rules of a secret, as answers show them.</summary>
    public static RotationRulesType? View(SecretRecord secret) => secret.Schedule is { } schedule
        ? new()
        {
            AutomaticallyAfterDays = schedule.AfterDays ?? secret.DaysBetween,
            Duration = schedule.Duration,
            ScheduleExpression = schedule.Expression,
        }
        : null;

    private static DateTimeOffset? Opening(RotationSchedule schedule, DateTimeOffset after)
    {
        if (schedule.AfterDays is { } days) return Day(after).AddDays(days);
        var parsed = Parse(schedule.Expression!);
        if (parsed is { Rate: { } rate })
            return InDays(schedule.Expression!) ? Day(after) + rate : parsed.NextFrom(after.AddTicks(1), Day(after));
        return parsed?.NextFrom(after.AddTicks(1), after);
    }

    // An hour may be written /8, for each eighth from midnight on.
    private static ScheduleExpression? Parse(string text) => ScheduleExpression.OfSchedule(
        text.Replace("cron(0 /", "cron(0 0/", StringComparison.Ordinal), TimeZoneInfo.Utc);

    // A rate of hours or days; a cron expression on the hour, in every year, at most each four hours.
    private static bool IsSchedule(string text)
    {
        var parsed = Parse(text);
        if (parsed is { Rate: { } rate })
        {
            return !text.Contains("minute", StringComparison.Ordinal)
                && rate >= TimeSpan.FromHours(LeastHours) && rate <= TimeSpan.FromDays(MostDays);
        }

        return parsed?.Cron is { } cron
            && text["cron(".Length..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["0", .., "*"]
            && HasRoom(cron);
    }

    // A year and a day of it hold each distance that there is between two of its instants.
    private static bool HasRoom(CronExpression cron)
    {
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var last = cron.After(start);
        while (last is { } one && one < start.AddYears(1) && cron.After(one) is { } next)
        {
            if (next - one < TimeSpan.FromHours(LeastHours)) return false;
            last = next;
        }

        return last is not null;
    }

    private static bool IsHourly(RotationSchedule schedule, DateTimeOffset from) => schedule.Expression is { } text
        && !InDays(text)
        && (text.StartsWith("rate", StringComparison.Ordinal)
            || (Opening(schedule, from) is { } next && Day(next) == Day(from)));

    private static bool InDays(string text) => text.Contains("day", StringComparison.Ordinal);

    private static int Hours(string duration) =>
        int.Parse(duration.AsSpan(0, duration.Length - 1), CultureInfo.InvariantCulture);

    private static DateTimeOffset Day(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);
}
