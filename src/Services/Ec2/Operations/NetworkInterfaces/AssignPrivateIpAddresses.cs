using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Gives a network interface further IPv4 addresses or prefixes. With AllowReassignment an address may come from
/// another
/// interface of the subnet, and takes its Elastic IP address along.
/// </summary>
public sealed class AssignPrivateIpAddresses
    : IWriteOperation<AssignPrivateIpAddressesRequest, AssignPrivateIpAddressesResult>
{
    /// <inheritdoc/>
    public AssignPrivateIpAddressesResult Run(AssignPrivateIpAddressesRequest request, Call call)
    {
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        InterfaceRules.RefuseManaged(face);
        var wish = InterfaceWishes.Read(request);
        var subnet = Ec2Kinds.Subnet.Get(call, face.SubnetId);
        var moved = Unseat(call, face, wish.Ipv4, request.AllowReassignment == true);
        var after = InterfaceAddresses.Add(call, face, new(call, subnet), wish);
        call.Write(Tables.NetworkInterfaces).Put(after);
        foreach (var address in moved)
        {
            call.Write(Tables.Addresses).Put(address with { NetworkInterfaceId = face.Id });
        }

        return new()
        {
            NetworkInterfaceId = face.Id.Value,
            AssignedPrivateIpAddresses =
            [
                .. after.PrivateIps.Skip(face.PrivateIps.Length)
                    .Select(ip => new AssignedPrivateIpAddress { PrivateIpAddress = ip }),
            ],
            AssignedIpv4Prefixes =
            [
                .. after.Ipv4Prefixes.Skip(face.Ipv4Prefixes.Length)
                    .Select(prefix => new Ipv4PrefixSpecification { Ipv4Prefix = prefix.ToString() }),
            ],
        };
    }

    // Takes the addresses from whoever has them in the subnet, and tells the Elastic IP addresses that go along.
    private static List<AddressRecord> Unseat(
        Call call, NetworkInterfaceRecord face, IReadOnlyList<string> wanted, bool mayReassign)
    {
        var faces = call.Write(Tables.NetworkInterfaces);
        var moved = new List<AddressRecord>();
        foreach (var ip in wanted)
        {
            var holder = faces.By(Tables.InterfacesByAddress, ip).FirstOrDefault(f => f.SubnetId == face.SubnetId);
            if (holder is null)
            {
                continue;
            }

            var isSecondary = holder.PrivateIps.IndexOf(ip) > 0;
            if (!mayReassign || !isSecondary || holder.RequesterManaged || holder.Id == face.Id)
            {
                throw new ServiceException(
                    "Resource.AlreadyAssigned", $"The private IP address {ip} is already assigned to {holder.Id}.");
            }

            faces.Put(holder with { PrivateIps = holder.PrivateIps.Remove(ip) });
            moved.AddRange(call.Read(Tables.Addresses)
                .By(Tables.AddressesByInterface, holder.Id.Value).Where(a => a.PrivateIp == ip));
        }

        return moved;
    }
}
