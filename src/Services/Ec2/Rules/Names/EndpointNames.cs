using Orrery.Contracts.Names;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Names;

/// <summary>
/// Names of interface endpoints: their own resolve everywhere, to private addresses; the private name of a service
/// within the VPC that has it enabled. Source: AWS PrivateLink Guide, "Access AWS services through AWS PrivateLink"
/// (DNS hostnames, private DNS).
/// </summary>
internal static class EndpointNames
{
    /// <summary>The answer, or null where it is no such name.</summary>
    public static NameAnswer? Resolve(ReadCall call, string name, Asker? asker) =>
        Own(call, name) ?? (asker is null ? null : Private(call, name, asker));

    private static NameAnswer? Own(ReadCall call, string name)
    {
        var at = name.IndexOf("vpce-", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        // vpce-0123…-mark[-zone].service.region.vpce.amazonaws.com
        var id = string.Join('-', name[at..].Split('-').Take(2));
        foreach (var scope in call.Scopes)
        {
            if (call.Read(EndpointTables.Endpoints, scope).Find(new VpcEndpointId(id)) is not { } endpoint)
            {
                continue;
            }

            var entry = EndpointDns.Of(endpoint, scope.Region)
                .FirstOrDefault(e => e.DnsName != endpoint.PrivateDnsName && Matches(e.DnsName!, name));
            return entry is null
                ? null
                : Answer(call, name, scope, endpoint, endpoint.Interfaces.Where(i => Leads(endpoint, entry, i)));
        }

        return null;
    }

    // A zone follows the mark in the names of zones.
    private static bool Leads(VpcEndpointRecord endpoint, DnsEntry entry, EndpointInterfaceRecord face) =>
        !entry.DnsName!.Contains($"{endpoint.DnsMark}-", StringComparison.Ordinal)
        || entry.DnsName.Contains($"-{face.Zone}.", StringComparison.Ordinal);

    private static NameAnswer? Private(ReadCall call, string name, Asker asker)
    {
        var endpoint = call.Read(EndpointTables.Endpoints, asker.Scope)
            .By(EndpointTables.EndpointsByVpc, asker.Vpc.Id.Value)
            .FirstOrDefault(e => e is { PrivateDnsEnabled: true, PrivateDnsName: { } own, State: State.Available }
                && e.PrivateDnsOnlyForInboundResolver != true && Matches(own, name));
        return endpoint is null ? null : Answer(call, name, asker.Scope, endpoint, endpoint.Interfaces);
    }

    private static NameAnswer Answer(
        ReadCall call, string name, Scope scope, VpcEndpointRecord endpoint, IEnumerable<EndpointInterfaceRecord> faces)
    {
        var code = endpoint.PrivateDnsName is { } own && Matches(own, name) ? "ENDPOINT_PRIVATE_DNS" : "ENDPOINT_NAME";
        var addresses = faces
            .Select(face => call.Read(Tables.NetworkInterfaces, scope).Find(face.NetworkInterfaceId))
            .OfType<NetworkInterfaceRecord>().SelectMany(face => face.PrivateIps.Take(1)).Order(StringComparer.Ordinal);
        return NameRules.Yes(name, addresses, Reason.Of(
            code, $"It is a name of the endpoint {endpoint.Id}, which has these interfaces.", endpoint.Id.Value));
    }

    private static bool Matches(string pattern, string name) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? name.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
