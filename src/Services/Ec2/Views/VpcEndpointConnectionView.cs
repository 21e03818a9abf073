using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>The connection of an endpoint as the API writes it to the owner of the service.</summary>
internal static class VpcEndpointConnectionView
{
    /// <summary>The connection with the state of its endpoint.</summary>
    public static VpcEndpointConnection Of(VpcEndpointConnectionRecord connection, ReadCall call)
    {
        var endpoint = EndpointConnections.EndpointOf(call, connection);
        var service = call.Read(EndpointTables.Services).Find(connection.ServiceId);
        return new()
        {
            VpcEndpointConnectionId = connection.Id.Value,
            ServiceId = connection.ServiceId.Value,
            VpcEndpointId = connection.EndpointId.Value,
            VpcEndpointOwner = connection.EndpointScope.Account,
            VpcEndpointRegion = connection.EndpointScope.Region,
            VpcEndpointState = endpoint?.State ?? State.Deleted,
            CreationTimestamp = connection.CreatedAt,
            DnsEntries = endpoint is null ? [] : EndpointDns.Of(endpoint, connection.EndpointScope.Region),
            NetworkLoadBalancerArns = service is null ? [] : [.. service.NetworkLoadBalancerArns],
            IpAddressType = endpoint?.IpAddressType,
            Tags = TagStore.View(call, connection.Id.Value),
        };
    }
}
