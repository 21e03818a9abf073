using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Makes a network interface in a subnet, with the addresses and prefixes that are named or asked for by number.
/// </summary>
public sealed class CreateNetworkInterface
    : IWriteOperation<CreateNetworkInterfaceRequest, CreateNetworkInterfaceResult>
{
    /// <inheritdoc/>
    public CreateNetworkInterfaceResult Run(CreateNetworkInterfaceRequest request, Call call)
    {
        RefuseUnserved(request);
        var subnet = Ec2Kinds.Subnet.Get(call, request.SubnetId!);
        var groups = InterfaceGroups.Resolve(call, subnet.Id, subnet.VpcId, request.Groups);
        var (primary, wish) = InterfaceWishes.Read(request, subnet);
        var face = InterfaceFactory.Create(call, new()
        {
            Subnet = subnet,
            Groups = groups,
            Type = TypeOf(request),
            Description = request.Description,
            PrimaryIp = primary,
            Wish = wish,
            PrimaryIpv6 = HasPrimaryIpv6(request, wish),
        });
        TagStore.PutNew(call, Ec2Kinds.NetworkInterface, face.Id.Value, request.TagSpecifications);
        return new() { NetworkInterface = NetworkInterfaceView.Of(face, call), ClientToken = request.ClientToken };
    }

    private static NetworkInterfaceType TypeOf(CreateNetworkInterfaceRequest request) => request.InterfaceType switch
    {
        null or NetworkInterfaceCreationType.Interface => NetworkInterfaceType.Interface,
        NetworkInterfaceCreationType.Efa => NetworkInterfaceType.Efa,
        NetworkInterfaceCreationType.EfaOnly => NetworkInterfaceType.EfaOnly,
        NetworkInterfaceCreationType.Trunk => NetworkInterfaceType.Trunk,
        _ => throw Errors.InvalidParameterValue(
            "Value (branch) for parameter InterfaceType is invalid. Only interface, efa, efa-only and trunk are "
            + "supported."),
    };

    private static bool HasPrimaryIpv6(CreateNetworkInterfaceRequest request, AddressWish wish)
    {
        var wants = request.EnablePrimaryIpv6 == true
            || request.Ipv6Addresses?.Any(a => a.IsPrimaryIpv6 == true) == true;
        return wants && wish.Ipv6.Count + wish.Ipv6Count == 0
            ? throw Errors.InvalidParameterCombination("A primary IPv6 address requires an IPv6 address.")
            : wants;
    }

    private static void RefuseUnserved(CreateNetworkInterfaceRequest request)
    {
        if (request.ConnectionTrackingSpecification is not null)
        {
            throw Errors.NotServed("connection tracking timeouts (ConnectionTrackingSpecification)");
        }

        if (request.Operator is not null)
        {
            throw Errors.NotServed("interfaces of service providers (Operator)");
        }
    }
}
