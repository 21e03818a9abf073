using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Takes secondary IPv4 addresses or prefixes from a network interface; an Elastic IP address mapped to one of them is
/// then
/// mapped to nothing.
/// </summary>
public sealed class UnassignPrivateIpAddresses
    : IWriteOperation<UnassignPrivateIpAddressesRequest, UnassignPrivateIpAddressesResult>
{
    /// <inheritdoc/>
    public UnassignPrivateIpAddressesResult Run(UnassignPrivateIpAddressesRequest request, Call call)
    {
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        InterfaceRules.RefuseManaged(face);
        var addresses = request.PrivateIpAddresses ?? [];
        var prefixes = request.Ipv4Prefixes ?? [];
        if (addresses.Count + prefixes.Count == 0)
        {
            throw Errors.Missing("PrivateIpAddresses or Ipv4Prefixes");
        }

        InterfaceRules.RequireAssigned(face, addresses, face.PrivateIps);
        InterfaceRules.RequireAssigned(face, prefixes, face.Ipv4Prefixes.Select(p => p.ToString()));
        if (face.PrivateIps is [var primary, ..] && addresses.Contains(primary))
        {
            throw Errors.InvalidParameterValue($"The primary private IP address {primary} cannot be unassigned.");
        }

        FreeElasticIps(call, face, addresses);
        call.Write(Tables.NetworkInterfaces).Put(face with
        {
            PrivateIps = face.PrivateIps.RemoveAll(addresses.Contains),
            Ipv4Prefixes = face.Ipv4Prefixes.RemoveAll(p => prefixes.Contains(p.ToString())),
        });
        return new();
    }

    private static void FreeElasticIps(Call call, NetworkInterfaceRecord face, IReadOnlyList<string> privateIps)
    {
        var mapped = call.Read(Tables.Addresses).By(Tables.AddressesByInterface, face.Id.Value);
        foreach (var address in mapped.Where(a => privateIps.Contains(a.PrivateIp)).ToList())
        {
            ElasticIps.Disassociate(call, address);
        }
    }
}
