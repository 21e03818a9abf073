using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;
using ElementState = Orrery.Engines.Reachability.Model.NatGatewayState;
using NatGateway = Orrery.Engines.Reachability.Model.NatGateway;
using NetworkInterface = Orrery.Engines.Reachability.Model.NetworkInterface;
using RecordState = Orrery.Wire.Generated.Ec2.NatGatewayState;

namespace Orrery.Services.Ec2.Projections;

/// <summary>Network interfaces, NAT gateways and unused Elastic IP addresses.</summary>
internal static class InterfaceElements
{
    /// <summary>What they are made of. Those of NAT gateways and attachments are part of these.</summary>
    public static readonly IReadOnlyList<ElementSource> Sources =
    [
        new ElementSource<NetworkInterfaceId, NetworkInterfaceRecord>(Tables.NetworkInterfaces, Of),
        new ElementSource<InstanceId, InstanceRecord>(InstanceTables.Instances, null)
        {
            Touches = (place, instance) => place.Read(Tables.NetworkInterfaces)
                .By(InstanceTables.InterfacesByInstance, instance.Id.Value).Select(face => face.Id.Value),
        },
        new ElementSource<NatGatewayId, NatGatewayRecord>(Tables.NatGateways, Of),
        new ElementSource<AllocationId, AddressRecord>(Tables.Addresses, Of)
        {
            Touches = (_, address) => address.NetworkInterfaceId is { } face ? [face.Value] : [],
        },
    ];

    private static NetworkInterface? Of(Place place, NetworkInterfaceRecord face)
    {
        if (face.InterfaceType is NetworkInterfaceType.NatGateway or NetworkInterfaceType.TransitGateway)
        {
            return null;
        }

        var publicOf = place.Read(Tables.Addresses).By(Tables.AddressesByInterface, face.Id.Value)
            .Where(a => a.PrivateIp is not null).ToDictionary(a => a.PrivateIp!, a => IpAddress.Parse(a.PublicIp));
        if (face is { AutoPublicIp: { } auto, PrivateIps: [var primary, ..] })
        {
            publicOf.TryAdd(primary, IpAddress.Parse(auto));
        }

        var instance = InstanceOf(place, face);
        var metadata = instance?.MetadataOptions;
        return new(face.Id.Value)
        {
            Account = place.Scope.Account,
            Region = place.Scope.Region,
            VpcId = face.VpcId.Value,
            SubnetId = face.SubnetId.Value,
            Addresses =
            [
                .. face.PrivateIps.Select(ip => new InterfaceAddress(
                    IpAddress.Parse(ip), publicOf.TryGetValue(ip, out var outside) ? outside : null)),
                .. face.Ipv6Addresses.Select(ip => new InterfaceAddress(IpAddress.Parse(ip))),
            ],
            SecurityGroupIds = [.. face.Groups.Select(g => g.Value)],
            SourceDestCheck = face.SourceDestCheck,
            InstanceId = face.Attachment?.InstanceId,
            DeviceIndex = face.Attachment?.DeviceIndex ?? 0,
            Attached = face.Attachment is not null,
            // An instance that does not run neither sends nor receives; what a service owns always does.
            Functional = face.Attachment?.InstanceId is null || instance is { State: InstanceStateName.Running },
            MetadataEndpoint = metadata?.HttpEndpoint == InstanceMetadataEndpointState.Enabled,
            MetadataOverIpv6 = metadata?.HttpProtocolIpv6 == InstanceMetadataProtocolState.Enabled,
            OnNitro = instance is null || AttachmentLimits.IsNitro(InstanceTypeCatalog.Get(instance.InstanceType)),
        };
    }

    private static InstanceRecord? InstanceOf(Place place, NetworkInterfaceRecord face) =>
        face.Attachment?.InstanceId is { } id ? place.Read(InstanceTables.Instances).Find(new(id)) : null;

    private static NatGateway Of(Place place, NatGatewayRecord gateway) => new(gateway.Id.Value)
    {
        Account = place.Scope.Account,
        Region = place.Scope.Region,
        VpcId = gateway.VpcId.Value,
        SubnetId = gateway.SubnetId.Value,
        Addresses =
        [
            .. gateway.Addresses.Where(a => a.Status == NatGatewayAddressStatus.Succeeded)
                .OrderByDescending(a => a.IsPrimary).Select(a => new InterfaceAddress(
                    IpAddress.Parse(a.PrivateIp), a.PublicIp is { } outside ? IpAddress.Parse(outside) : null)),
        ],
        State = StateOf(gateway.State),
    };

    private static ElementState StateOf(RecordState state) => state switch
    {
        RecordState.Available => ElementState.Available,
        RecordState.Pending => ElementState.Pending,
        RecordState.Failed => ElementState.Failed,
        RecordState.Deleting => ElementState.Deleting,
        RecordState.Deleted => ElementState.Deleted,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown state."),
    };

    private static ElasticAddress? Of(Place place, AddressRecord address) =>
        address.NetworkInterfaceId is not null ? null : new(address.Id.Value, IpAddress.Parse(address.PublicIp))
    {
        Account = place.Scope.Account, Region = place.Scope.Region,
    };
}
