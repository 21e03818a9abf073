using System.Security.Cryptography;
using System.Text;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// AWS's own services in a region: facts of <c>data/endpoint-services.csv</c>, in all zones. A service has a gateway
/// endpoint only where the region's prefix lists have its addresses. AWS's ids of services are not public: they are
/// made from the name here, and are the same in every world.
/// </summary>
internal static class AwsEndpointServices
{
    private const string Amazon = "amazon";
    private static readonly Lazy<IReadOnlyList<string[]>> Facts = new(() => [.. Rows("endpoint-services.csv")]);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Zones =
        new(() => Rows("endpoint-zones.csv").ToDictionary(row => row[0], row => row[1]));

    /// <summary>The services of a region.</summary>
    public static IEnumerable<EndpointOffer> Of(string region) =>
        Facts.Value.Select(row => Offer(region, row)).Where(offer =>
            offer.Type != VpcEndpointType.Gateway || AwsPrefixLists.Has(region, offer.ServiceName));

    /// <summary>
    /// The hosted zone of the DNS names of a region's interface endpoints; null where it is not known.
    /// </summary>
    public static string? HostedZone(string region) => Zones.Value.GetValueOrDefault(region);

    private static EndpointOffer Offer(string region, string[] row)
    {
        var name = $"com.amazonaws.{region}.{row[0]}";
        var gateway = row[1] == "Gateway";
        var privately = row[3].Length > 0;
        return new()
        {
            ServiceName = name,
            ServiceId = IdOf(name, row[1]),
            Type = gateway ? VpcEndpointType.Gateway : VpcEndpointType.Interface,
            Region = region,
            Owner = Amazon,
            BaseDnsName = gateway ? $"{row[2]}.{region}.amazonaws.com" : $"{row[2]}.{region}.vpce.amazonaws.com",
            PrivateDnsName = privately ? $"{row[3]}.{region}.amazonaws.com" : null,
            PrivateDnsState = privately ? DnsNameState.Verified : null,
            IpAddressTypes = [ServiceConnectivityType.Ipv4],
            HasGatewayTwin = privately && Facts.Value.Any(other => other[0] == row[0] && other[1] == "Gateway"),
        };
    }

    private static string IdOf(string name, string type)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {type}"));
        return $"vpce-svc-0{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }

    // The files have no quoted fields.
    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(AwsEndpointServices).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
