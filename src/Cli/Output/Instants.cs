using System.Globalization;

namespace Orrery.Cli.Output;

/// <summary>Instants as people read and write them; always UTC.</summary>
internal static class Instants
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>To the second, for example <c>2026-04-01T08:00:00Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads ISO 8601; without an offset it is UTC.</summary>
    /// <exception cref="CliException">It is something else.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, Utc, out var instant)
            ? instant
            : throw new CliException($"'{text}' is not an instant.", "Write it like 2026-04-01T08:00:00Z.");
}
