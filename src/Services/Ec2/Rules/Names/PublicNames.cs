using Orrery.Contracts.Names;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Names;

/// <summary>
/// Public names of addresses: to the private address in the same VPC, and in one that a peering or a transit gateway
/// joins to it with DNS resolution; else to the public address. Source: Amazon VPC User Guide, "DNS attributes for your
/// VPC". A VPC without DNS hostnames gives no such names.
/// </summary>
internal static class PublicNames
{
    private const string Mark = "ec2-";

    /// <summary>The answer, or null where it is no such name.</summary>
    public static NameAnswer? Resolve(ReadCall call, string name, Asker? asker)
    {
        var dot = name.IndexOf('.');
        if (!name.StartsWith(Mark, StringComparison.Ordinal) || dot < 0
            || !IpAddress.TryParse(name[Mark.Length..dot].Replace('-', '.'), out var address) || address.IsV6)
        {
            return null;
        }

        if (Holder(call, address.ToString()) is not { } holder
            || name[(dot + 1)..] != DnsNames.PublicDomain(holder.Scope.Region))
        {
            return null;
        }

        var vpc = call.Read(Tables.Vpcs, holder.Scope).Find(holder.Face.VpcId)!;
        if (!DnsNames.Has(vpc))
        {
            return NameRules.No(name, Reason.Of(
                "DNS_HOSTNAMES_DISABLED",
                $"{vpc.Id} gives its public addresses no names: enableDnsHostnames or enableDnsSupport is false.",
                vpc.Id.Value));
        }

        if (asker is null)
        {
            return NameRules.Yes(name, [address.ToString()], Reason.Of(
                "PUBLIC_NAME", $"From the internet it is the public address of {holder.Face.Id}.", name));
        }

        var ways = Ways.Between(call, asker, new(holder.Scope, vpc));
        var within = ways.FirstOrDefault(way => way.Resolves);
        return within is not null
            ? NameRules.Yes(name, [holder.PrivateIp], new Reason(
                "PUBLIC_NAME_PRIVATE_ADDRESS",
                $"It is the private address of {holder.Face.Id} in {vpc.Id}.",
                holder.Face.Id.Value,
                [within.Why]))
            : NameRules.Yes(name, [address.ToString()], new Reason(
                "PUBLIC_NAME",
                $"It is the public address of {holder.Face.Id}: nothing resolves names of {vpc.Id} to private "
                + $"addresses for {asker.Vpc.Id}.",
                holder.Face.Id.Value,
                [.. ways.Select(way => way.Why)]));
    }

    private static (Scope Scope, NetworkInterfaceRecord Face, string PrivateIp)? Holder(ReadCall call, string address)
    {
        if (call.Read(Tables.PublicIps, Scope.World).Find(new ResourceKey(address)) is not { Released: false } known)
        {
            return null;
        }

        var scope = new Scope(known.Account, known.Region);
        var faces = call.Read(Tables.NetworkInterfaces, scope);
        var elastic = call.Read(Tables.Addresses, scope).By(Tables.AddressesByPublicIp, address).FirstOrDefault();
        var face = elastic?.NetworkInterfaceId is { } id
            ? faces.Find(id)
            : faces.All().FirstOrDefault(one => one.AutoPublicIp == address);
        return face is { PrivateIps: [var primary, ..] } ? (scope, face, elastic?.PrivateIp ?? primary) : null;
    }
}
