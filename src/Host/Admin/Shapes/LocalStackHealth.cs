using System.Text.Json.Serialization;

namespace Orrery.Host.Admin.Shapes;

/// <summary>The answer of <c>GET /_localstack/health</c>, in LocalStack's form.</summary>
/// <param name="Services">Each served service: <c>running</c>.</param>
/// <param name="Edition"><c>community</c>: what tools ask for when they only need the open part.</param>
/// <param name="Version">The version of Orrery.</param>
public sealed record LocalStackHealth(
    [property: JsonPropertyName("services")] IReadOnlyDictionary<string, string> Services,
    [property: JsonPropertyName("edition")] string Edition,
    [property: JsonPropertyName("version")] string Version);
