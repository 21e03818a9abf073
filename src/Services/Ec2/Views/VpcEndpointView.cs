using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A VPC endpoint as the API writes it to its owner.</summary>
internal static class VpcEndpointView
{
    /// <summary>The endpoint with its routes' tables, its names and its tags.</summary>
    public static VpcEndpoint Of(VpcEndpointRecord endpoint, ReadCall call) => new()
    {
        VpcEndpointId = endpoint.Id.Value,
        VpcEndpointType = endpoint.Type,
        VpcId = endpoint.VpcId.Value,
        ServiceName = endpoint.ServiceName,
        ServiceRegion = endpoint.ServiceRegion,
        State = endpoint.State,
        PolicyDocument = EndpointPolicies.Of(endpoint),
        RouteTableIds = [.. EndpointRoutes.TablesOf(call, endpoint).Select(table => table.Id.Value)],
        SubnetIds = [.. endpoint.Interfaces.Select(face => face.SubnetId.Value)],
        NetworkInterfaceIds = [.. endpoint.Interfaces.Select(face => face.NetworkInterfaceId.Value)],
        Groups =
        [
            .. endpoint.Groups.Select(group => new SecurityGroupIdentifier
            {
                GroupId = group.Value, GroupName = call.Read(Tables.SecurityGroups).Find(group)?.Name,
            }),
        ],
        IpAddressType = endpoint.IpAddressType,
        DnsOptions = new()
        {
            DnsRecordIpType = endpoint.DnsRecordIpType,
            PrivateDnsOnlyForInboundResolverEndpoint = endpoint.PrivateDnsOnlyForInboundResolver,
        },
        PrivateDnsEnabled = endpoint.PrivateDnsEnabled,
        DnsEntries = EndpointDns.Of(endpoint, call.Region),
        RequesterManaged = false,
        CreationTimestamp = endpoint.CreatedAt,
        OwnerId = call.Account,
        FailureReason = endpoint.FailureReason,
        LastError = endpoint.FailureCode is { } code ? new() { Code = code, Message = endpoint.FailureReason } : null,
        Tags = TagStore.View(call, endpoint.Id.Value),
    };
}
