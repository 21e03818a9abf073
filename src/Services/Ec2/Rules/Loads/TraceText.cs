using System.Globalization;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Reads recorded rates: lines of a second after the start, or an instant, a comma, and a rate.</summary>
internal static class TraceText
{
    /// <summary>The points by minute. Lines with mistakes are left out; <see cref="Mistakes"/> tells them.</summary>
    public static IReadOnlyList<KeyValuePair<long, double>> Read(string text, DateTimeOffset start) =>
        [.. Lines(text).Select(line => Point(line.Text, start)).OfType<KeyValuePair<long, double>>()];

    /// <summary>What is wrong with it.</summary>
    public static IEnumerable<string> Mistakes(string text)
    {
        var last = long.MinValue;
        var any = false;
        foreach (var (number, line) in Lines(text))
        {
            if (Point(line, DateTimeOffset.UnixEpoch) is not { } point)
            {
                yield return $"line {number} is not a second or an instant, a comma, and a rate of 0 or more: {line}";
                continue;
            }

            if (point.Key < last) yield return $"line {number} is earlier than the one before it";
            (last, any) = (point.Key, true);
        }

        if (!any) yield return "it has no points";
    }

    // The first line may be a heading.
    private static IEnumerable<(int Number, string Text)> Lines(string text)
    {
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            var isHeading = number == 1 && line.Length > 0 && char.IsAsciiLetter(line[0]);
            if (line.Length > 0 && line[0] != '#' && !isHeading) yield return (number, line);
        }
    }

    private static KeyValuePair<long, double>? Point(string line, DateTimeOffset start)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || Number(parts[1]) is not { } rate || rate < 0)
        {
            return null;
        }

        if (Number(parts[0]) is { } second && Math.Abs(second) < 1e10)
        {
            return new(Minutes.Of(start.AddSeconds(second)), rate);
        }

        return DateTimeOffset.TryParse(
            parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new(Minutes.Of(instant), rate)
            : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;
}
