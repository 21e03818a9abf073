using System.Globalization;

namespace Orrery.Services.Logs.Insights;

/// <summary>An instant as a value of a query.</summary>
/// <param name="Ms">Milliseconds since 1970.</param>
internal readonly record struct QueryTime(long Ms)
{
    /// <summary>As results show it.</summary>
    public override string ToString() => DateTimeOffset.FromUnixTimeMilliseconds(Ms)
        .ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
