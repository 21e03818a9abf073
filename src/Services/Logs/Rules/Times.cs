namespace Orrery.Services.Logs.Rules;

/// <summary>Instants as CloudWatch Logs writes them: milliseconds since 1970.</summary>
internal static class Times
{
    /// <summary>Milliseconds since 1970.</summary>
    public static long Ms(this DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
