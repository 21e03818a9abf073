using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using ElementState = Orrery.Engines.Reachability.Model.NatGatewayState;
using NatGateway = Orrery.Engines.Reachability.Model.NatGateway;
using NetworkInterface = Orrery.Engines.Reachability.Model.NetworkInterface;
using RecordState = Orrery.Wire.Generated.Ec2.NatGatewayState;

namespace Orrery.Services.Ec2.Projections;

/// <summary>Network interfaces, NAT gateways and unused Elastic IP addresses of one scope.</summary>
internal sealed class InterfaceElements(ReadCall call, Scope scope)
{
    /// <summary>All of them, but for the interfaces of NAT gateways, which are part of those.</summary>
    public IEnumerable<Element> All() =>
    [
        .. call.Read(Tables.NetworkInterfaces, scope).All()
            .Where(i => i.InterfaceType != NetworkInterfaceType.NatGateway).Select(Of),
        .. call.Read(Tables.NatGateways, scope).All().Select(Of),
        .. call.Read(Tables.Addresses, scope).All().Where(a => a.NetworkInterfaceId is null).Select(Of),
    ];

    private NetworkInterface Of(NetworkInterfaceRecord face)
    {
        var publicOf = call.Read(Tables.Addresses, scope).By(Tables.AddressesByInterface, face.Id.Value)
            .Where(a => a.PrivateIp is not null).ToDictionary(a => a.PrivateIp!, a => IpAddress.Parse(a.PublicIp));
        if (face is { AutoPublicIp: { } auto, PrivateIps: [var primary, ..] })
        {
            publicOf.TryAdd(primary, IpAddress.Parse(auto));
        }

        return new(face.Id.Value)
        {
            Account = scope.Account,
            Region = scope.Region,
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
        };
    }

    private NatGateway Of(NatGatewayRecord gateway) => new(gateway.Id.Value)
    {
        Account = scope.Account,
        Region = scope.Region,
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

    private ElasticAddress Of(AddressRecord address) => new(address.Id.Value, IpAddress.Parse(address.PublicIp))
    {
        Account = scope.Account, Region = scope.Region,
    };
}
