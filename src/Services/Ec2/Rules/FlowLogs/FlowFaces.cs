using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>Finds the interfaces that hops stand for, and the headers that they see.</summary>
internal sealed class FlowFaces(ReadCall call, Topology topology)
{
    /// <summary>An interface as flow logs name it.</summary>
    public static FlowPlaceRecord PlaceOf(Scope scope, NetworkInterfaceRecord face) => new(
        face.Id.Value,
        scope.Account,
        scope.Region,
        face.VpcId.Value,
        face.SubnetId.Value,
        face.RequesterManaged ? null : face.Attachment?.InstanceId,
        face.AvailabilityZoneId);

    /// <summary>The header of a packet, for a component of an account and region.</summary>
    public FlowHeaderRecord Header(Scope scope, Packet packet)
    {
        var (source, destination) = (packet.Source.ToString(), packet.Destination.ToString());
        var ports = IpProtocol.HasPorts(packet.Protocol);
        return new(
            source, destination, source, destination,
            ports ? packet.SourcePort : 0, ports ? packet.DestinationPort : 0, packet.Protocol)
        {
            SourceService = AwsServiceNames.Of(call, scope, packet.Source),
            DestinationService = AwsServiceNames.Of(call, scope, packet.Destination),
        };
    }

    /// <summary>An interface of the topology.</summary>
    public FlowFace? Of(string? id) =>
        topology.Find(id) is { } element ? Of(new Scope(element.Account, element.Region), id!) : null;

    /// <summary>The interface of a NAT gateway.</summary>
    public FlowFace? OfNat(string id)
    {
        if (topology.Find(id) is not { } element)
        {
            return null;
        }

        var scope = new Scope(element.Account, element.Region);
        var face = call.Read(Tables.NatGateways, scope).Find(new NatGatewayId(id))?.Addresses
            .Select(a => a.NetworkInterfaceId).FirstOrDefault(a => a is not null);
        return face is { } known ? Of(scope, known.Value) : null;
    }

    /// <summary>The interface that a transit gateway has in a subnet: of an attachment, or (null) of any.</summary>
    public FlowFace? OfTransit(string? subnet, string? attachment = null) => InSubnet(
        subnet,
        f => f.InterfaceType == NetworkInterfaceType.TransitGateway
            && (attachment is null || f.Description?.EndsWith(attachment, StringComparison.Ordinal) == true));

    /// <summary>The interface of a subnet that has an address.</summary>
    public FlowFace? AtAddress(string? subnet, string address) =>
        InSubnet(subnet, f => f.PrivateIps.Contains(address) || f.Ipv6Addresses.Contains(address));

    private FlowFace? InSubnet(string? subnet, Func<NetworkInterfaceRecord, bool> isIt)
    {
        if (topology.Find(subnet) is not { } element)
        {
            return null;
        }

        var scope = new Scope(element.Account, element.Region);
        var face = call.Read(Tables.NetworkInterfaces, scope).By(Tables.InterfacesBySubnet, subnet!)
            .FirstOrDefault(isIt);
        return face is null ? null : new(scope, face);
    }

    private FlowFace? Of(Scope scope, string id) =>
        call.Read(Tables.NetworkInterfaces, scope).Find(new NetworkInterfaceId(id)) is { } face
            ? new(scope, face)
            : null;
}
