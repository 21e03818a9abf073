using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>Gives a network interface further IPv6 addresses or prefixes.</summary>
public sealed class AssignIpv6Addresses : IWriteOperation<AssignIpv6AddressesRequest, AssignIpv6AddressesResult>
{
    /// <inheritdoc/>
    public AssignIpv6AddressesResult Run(AssignIpv6AddressesRequest request, Call call)
    {
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        InterfaceRules.RefuseManaged(face);
        var wish = InterfaceWishes.Read(request);
        var subnet = Ec2Kinds.Subnet.Get(call, face.SubnetId);
        var after = InterfaceAddresses.Add(call, face, new(call, subnet), wish);
        call.Write(Tables.NetworkInterfaces).Put(after);
        return new()
        {
            NetworkInterfaceId = face.Id.Value,
            AssignedIpv6Addresses = [.. after.Ipv6Addresses.Skip(face.Ipv6Addresses.Length)],
            AssignedIpv6Prefixes = [.. after.Ipv6Prefixes.Skip(face.Ipv6Prefixes.Length).Select(p => p.ToString())],
        };
    }
}
