namespace Orrery.Host.Admin.Shapes;

/// <summary>The answer of <c>GET /_orrery/health</c>.</summary>
/// <param name="Status">Always <c>running</c>: whoever answers runs.</param>
/// <param name="Version">The version of the program.</param>
/// <param name="Endpoint">The address that clients are pointed at.</param>
/// <param name="World">The world of requests that name none.</param>
/// <param name="Account">The account of callers with an unknown access key.</param>
/// <param name="Strict">Whether unknown access keys are refused.</param>
/// <param name="Delays">How long transitions take: <c>none</c> or <c>aws</c>.</param>
/// <param name="Store">The file of the world, or <c>memory</c>.</param>
/// <param name="Seed">The seed of the world's ids and chance.</param>
/// <param name="UptimeSeconds">Real seconds since the start.</param>
/// <param name="Clock">The clock of the world.</param>
/// <param name="Services">The served services, in order of their names.</param>
public sealed record HealthView(
    string Status,
    string Version,
    string Endpoint,
    string World,
    string Account,
    bool Strict,
    string Delays,
    string Store,
    long Seed,
    double UptimeSeconds,
    ClockView Clock,
    IReadOnlyList<string> Services);
