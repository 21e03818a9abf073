using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// The DNS names of interface endpoints: one for the region, one for each zone, and the private one of the service.
/// Sources: AWS PrivateLink Guide, "Share your services" (the forms); DescribeVpcEndpoints as others published it (the
/// asterisk of S3, the hosted zones). That an endpoint to another region has no zonal names is guessed.
/// </summary>
internal static class EndpointDns
{
    private const string MarkLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string ZoneLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>Eight characters for a new endpoint's names.</summary>
    public static string NewMark(Call call) => call.Random.Text(8, MarkLetters);

    /// <summary>All names of an endpoint; a gateway endpoint has none.</summary>
    public static IReadOnlyList<DnsEntry> Of(VpcEndpointRecord endpoint, string region)
    {
        if (endpoint.BaseDnsName is not { } suffix)
        {
            return [];
        }

        var zone = AwsEndpointServices.HostedZone(endpoint.ServiceRegion);
        var star = suffix.StartsWith("s3.", StringComparison.Ordinal) ? "*." : "";
        var stem = $"{star}{endpoint.Id}-{endpoint.DnsMark}";
        var zones = endpoint.ServiceRegion == region ? endpoint.Interfaces.Select(face => face.Zone) : [];
        var own = zones.Order(StringComparer.Ordinal).Select(name => $"{stem}-{name}.{suffix}")
            .Prepend($"{stem}.{suffix}")
            .Select(name => new DnsEntry { DnsName = name, HostedZoneId = zone });
        return endpoint.PrivateDnsEnabled
            ? [.. own, new() { DnsName = endpoint.PrivateDnsName, HostedZoneId = endpoint.PrivateZoneId }]
            : [.. own];
    }

    /// <summary>The endpoint with the service's private name, or without it.</summary>
    /// <exception cref="ServiceException">InvalidParameter: the name cannot lead to it.</exception>
    public static VpcEndpointRecord WithPrivateName(
        Call call, VpcEndpointRecord endpoint, EndpointOffer offer, bool enabled, bool? onlyInbound)
    {
        if (onlyInbound is not null && !offer.HasGatewayTwin)
        {
            throw EndpointErrors.InvalidParameter(
                "PrivateDnsOnlyForInboundResolverEndpoint is not supported for the service "
                + $"{offer.ServiceName}: it has no gateway endpoints.");
        }

        if (!enabled)
        {
            return endpoint with
            {
                PrivateDnsEnabled = false,
                PrivateDnsName = null,
                PrivateZoneId = null,
                PrivateDnsOnlyForInboundResolver = offer.HasGatewayTwin ? onlyInbound ?? false : null,
            };
        }

        var only = offer.HasGatewayTwin
            ? onlyInbound ?? endpoint.PrivateDnsOnlyForInboundResolver ?? true
            : (bool?)null;
        CheckPrivate(call, endpoint, offer);
        if (only == true)
        {
            RequireGateway(call, endpoint);
        }

        return endpoint with
        {
            PrivateDnsEnabled = true,
            PrivateDnsName = offer.PrivateDnsName,
            PrivateZoneId = endpoint.PrivateZoneId ?? $"Z{call.Random.Text(20, ZoneLetters)}",
            PrivateDnsOnlyForInboundResolver = only,
        };
    }

    // The texts are those that public logs of Terraform and CloudFormation show; of an unverified name: guessed.
    private static void CheckPrivate(ReadCall call, VpcEndpointRecord endpoint, EndpointOffer offer)
    {
        if (offer.PrivateDnsName is not { } name)
        {
            throw EndpointErrors.InvalidParameter(
                $"Private DNS can't be enabled because the service {offer.ServiceName} does not provide a private DNS "
                + "name.");
        }

        if (offer.PrivateDnsState != DnsNameState.Verified)
        {
            throw EndpointErrors.InvalidParameter(
                $"Private DNS can't be enabled because the service {offer.ServiceName} has not verified its private "
                + "DNS name.");
        }

        if (call.Read(Tables.Vpcs).Find(endpoint.VpcId) is not { EnableDnsSupport: true, EnableDnsHostnames: true })
        {
            throw EndpointErrors.InvalidParameter(
                "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true "
                + $"for {endpoint.VpcId}");
        }

        var conflict = InVpc(call, endpoint).Any(other => other.PrivateDnsEnabled && other.PrivateDnsName == name);
        if (conflict)
        {
            throw EndpointErrors.InvalidParameter(
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for "
                + $"{name} in the VPC {endpoint.VpcId}");
        }
    }

    private static void RequireGateway(ReadCall call, VpcEndpointRecord endpoint)
    {
        var there = InVpc(call, endpoint).Any(other =>
            other.Type == VpcEndpointType.Gateway && other.ServiceName == endpoint.ServiceName);
        if (!there)
        {
            throw EndpointErrors.InvalidParameter(
                $"To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC {endpoint.VpcId} must have a "
                + "Gateway endpoint for the service.");
        }
    }

    private static IEnumerable<VpcEndpointRecord> InVpc(ReadCall call, VpcEndpointRecord endpoint) =>
        call.Read(EndpointTables.Endpoints).By(EndpointTables.EndpointsByVpc, endpoint.VpcId.Value)
            .Where(other => other.Id != endpoint.Id && EndpointConnections.Exists(other));
}
