using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Kernel.Calls;
using Orrery.Operations;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// The VPC endpoint through which a request came: the host that it names says so, as endpoints' DNS names do
/// (<c>vpce-ID-MARK.SERVICE.REGION.vpce.amazonaws.com</c>, here also <c>vpce-ID.vpce.localhost</c>; buckets and access
/// points may stand before it). Sources:
/// PrivateLink Guide, "Access an AWS service using an interface VPC endpoint", "Control access to VPC endpoints using
/// endpoint policies"; IAM User Guide, "AWS global condition context keys", "Properties of the network".
/// </summary>
internal static class Doors
{
    private const string Start = "vpce-";
    private const string Domain = ".vpce.";

    // Services whose endpoints have other names than they themselves.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["accessanalyzer"] = "access-analyzer", ["cloudwatch"] = "monitoring", ["s3control"] = "s3",
    };

    /// <summary>The endpoint; null where the request came through none.</summary>
    /// <exception cref="ServiceException">EndpointNotAvailable: there is no such endpoint to that service.</exception>
    public static EndpointDoor? Of(ReadCall call, in GuardedRequest request)
    {
        var host = request.Wire.Host;
        if (!host.Contains(Domain, StringComparison.OrdinalIgnoreCase)) return null;
        if (!host.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            var front = host.IndexOf("." + Start, StringComparison.OrdinalIgnoreCase);
            if (front < 0) return null;
            host = host[(front + 1)..];
        }

        var label = host[..host.IndexOf('.', StringComparison.Ordinal)].ToLowerInvariant();
        var mark = label.IndexOf('-', Start.Length);
        var id = mark < 0 ? label : label[..mark];
        var service = request.Entry.Service.Id;
        return call.FindPort<IEndpointDoors>()?.Find(call, id) is { } door
            && door.Service == Names.GetValueOrDefault(service, service)
            ? door
            : throw new ServiceException(
                "EndpointNotAvailable", $"There is no VPC endpoint {id} to {service} in {call.Region}.", 403);
    }

    /// <summary>What an endpoint lets through; null where there is none.</summary>
    public static PolicyStack? PolicyOf(EndpointDoor? door) =>
        door is null ? null : Compiled.Single(door.Policy, PolicyKind.Endpoint);
}
