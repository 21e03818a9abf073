using System.Globalization;

namespace Orrery.Host.Admin;

/// <summary>
/// Durations as people write them: <c>30d</c>, <c>1h30m</c>, <c>1.5h</c>, <c>90s</c>, <c>250ms</c>, <c>2w</c>.
/// </summary>
public static class Durations
{
    /// <summary>What a refusal says is allowed.</summary>
    public const string Help = "a duration such as 30d, 1h30m, 90s or 250ms (units: w d h m s ms)";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("w", 7 * TimeSpan.TicksPerDay),
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
    ];

    /// <summary>Reads a duration; false for anything else, negative and absurdly long ones included.</summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty) return false;
        decimal ticks = 0;
        while (!rest.IsEmpty)
        {
            if (!TryTakePart(ref rest, out var part)) return false;
            ticks += part;
        }
        if (ticks > TimeSpan.MaxValue.Ticks) return false;
        duration = new((long)ticks);
        return true;
    }

    /// <summary>Writes a duration in the same form, with at most two units: <c>2d 3h</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero) return "-" + Format(duration.Negate());
        if (duration < TimeSpan.FromSeconds(1)) return Invariant($"{duration.TotalMilliseconds:0}ms");
        var (major, minor) = duration switch
        {
            { Days: > 0 } => ($"{duration.Days}d", duration.Hours > 0 ? $"{duration.Hours}h" : ""),
            { Hours: > 0 } => ($"{duration.Hours}h", duration.Minutes > 0 ? $"{duration.Minutes}m" : ""),
            { Minutes: > 0 } => ($"{duration.Minutes}m", duration.Seconds > 0 ? $"{duration.Seconds}s" : ""),
            _ => ($"{duration.Seconds}s", duration.Milliseconds > 0 ? $"{duration.Milliseconds}ms" : ""),
        };
        return minor.Length == 0 ? major : $"{major} {minor}";
    }

    private static bool TryTakePart(ref ReadOnlySpan<char> rest, out decimal ticks)
    {
        ticks = 0;
        var digits = rest.IndexOfAnyExcept("0123456789.");
        if (digits is <= 0 or > 12) return false;
        if (!decimal.TryParse(
            rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            return false;
        rest = rest[digits..];
        foreach (var (unit, scale) in Units)
        {
            if (!rest.StartsWith(unit, StringComparison.Ordinal)) continue;
            rest = rest[unit.Length..].TrimStart();
            ticks = count * scale;
            return true;
        }
        return false;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
