using System.Globalization;
using Orrery.Services.CloudWatch.Records;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>The keys of rows of points: stream, resolution, interval.</summary>
internal static class PointKeys
{
    private const int StreamDigits = 8;
    private const int BlockDigits = 8;

    /// <summary>The row that has an instant.</summary>
    public static PointsKey Of(long stream, Resolution resolution, long second) =>
        new(string.Create(
            CultureInfo.InvariantCulture, $"{stream:x8}{resolution.Digit}{BlockOf(resolution, second):x8}"));

    /// <summary>Whether a row is of a stream and a resolution.</summary>
    public static bool IsOf(PointsKey key, long stream, Resolution resolution) =>
        key.Value.Length == StreamDigits + 1 + BlockDigits
        && key.Value[StreamDigits] == resolution.Digit
        && key.Value.AsSpan(0, StreamDigits).SequenceEqual(stream.ToString("x8", CultureInfo.InvariantCulture));

    /// <summary>The beginning of a row's interval.</summary>
    public static long BeginOf(PointsKey key, Resolution resolution) =>
        long.Parse(key.Value.AsSpan(StreamDigits + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            * resolution.Span;

    /// <summary>The running number of an interval.</summary>
    public static long BlockOf(Resolution resolution, long second) => Math.Max(second, 0) / resolution.Span;
}
