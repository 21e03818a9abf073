using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Why a VPC endpoint works, or does not, and what its service's owner could do.</summary>
internal static class EndpointExplanation
{
    /// <summary>Yes while it is available.</summary>
    public static Decision Of(VpcEndpointRecord endpoint)
    {
        var state = endpoint.State.ToWire();
        var root = new Reason(
            $"ENDPOINT_{Upper(state)}",
            $"The VPC endpoint {endpoint.Id} to {endpoint.ServiceName} is {state}.",
            endpoint.Id.Value,
            [.. Because(endpoint)]);
        return endpoint.State switch
        {
            EndpointState.Available => Decision.Yes(root),
            EndpointState.PendingAcceptance or EndpointState.Rejected => Decision.No(root, Accept(endpoint)),
            _ => Decision.No(root),
        };
    }

    private static IEnumerable<Reason> Because(VpcEndpointRecord endpoint)
    {
        var id = endpoint.Id.Value;
        return endpoint.State switch
        {
            EndpointState.PendingAcceptance =>
                [Reason.Of("ACCEPTANCE_REQUIRED", $"The owner of {endpoint.ServiceName} has not accepted it yet.", id)],
            EndpointState.Rejected =>
                [Reason.Of("REJECTED_BY_OWNER", $"The owner of {endpoint.ServiceName} rejected it.", id)],
            EndpointState.Expired =>
                [Reason.Of("NOT_ACCEPTED", "Nobody accepted it in time; it will not come back. Make a new one.", id)],
            EndpointState.Failed =>
                [Reason.Of("FAILED", endpoint.FailureReason ?? "It could not be made.", id)],
            _ => [],
        };
    }

    private static Remedy Accept(VpcEndpointRecord endpoint) => new(
        $"Accept it as account {endpoint.ServiceScope?.Account} in {endpoint.ServiceRegion}.",
        [
            new Change("ec2:AcceptVpcEndpointConnections", endpoint.Id.Value, new Dictionary<string, string>
            {
                ["ServiceId"] = endpoint.ServiceId?.Value ?? "",
                ["VpcEndpointIds"] = endpoint.Id.Value,
            }),
        ]);

    private static string Upper(string camel) =>
        string.Concat(camel.Select(c => char.IsAsciiLetterUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
