using System.Text.Json.Serialization;

namespace Orrery.Host.Admin.Shapes;

/// <summary>The answer of <c>GET /_localstack/info</c>, in LocalStack's form.</summary>
/// <param name="Version">The version of Orrery.</param>
/// <param name="Edition">As in <see cref="LocalStackHealth"/>.</param>
/// <param name="IsLicenseActivated">Always false: there is nothing to activate.</param>
/// <param name="SessionId">The world and its seed.</param>
/// <param name="Uptime">Real seconds since the start.</param>
/// <param name="System">What answers.</param>
public sealed record LocalStackInfo(
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("edition")] string Edition,
    [property: JsonPropertyName("is_license_activated")] bool IsLicenseActivated,
    [property: JsonPropertyName("session_id")] string SessionId,
    [property: JsonPropertyName("uptime")] long Uptime,
    [property: JsonPropertyName("system")] string System);
