using Orrery.Contracts.Names;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Names;

/// <summary>
/// Private names, of addresses (ip-10-0-0-1) and of instances (i-…), which are answered in their own VPC. Source: EC2
/// User Guide, "EC2 instance hostnames and domains".
/// </summary>
internal static class PrivateNames
{
    /// <summary>The answer, or null where it is no such name.</summary>
    public static NameAnswer? Resolve(ReadCall call, string name, Asker asker)
    {
        var domain = "." + DnsNames.PrivateDomain(asker.Scope.Region);
        if (!name.EndsWith(domain, StringComparison.Ordinal))
        {
            return null;
        }

        var host = name[..^domain.Length];
        var address = host.StartsWith("ip-", StringComparison.Ordinal)
            ? OfAddress(call, asker, host[3..].Replace('-', '.'))
            : host.StartsWith("i-", StringComparison.Ordinal) ? OfInstance(call, asker, host) : null;
        return address is null
            ? NameRules.No(name, Reason.Of(
                "PRIVATE_NAME_UNKNOWN", $"Nothing in {asker.Vpc.Id} has the private name {name}.", asker.Vpc.Id.Value))
            : NameRules.Yes(name, [address], Reason.Of(
                "PRIVATE_NAME", $"It is the private name of {address} in {asker.Vpc.Id}.", asker.Vpc.Id.Value));
    }

    private static string? OfAddress(ReadCall call, Asker asker, string address) =>
        DnsNames.Has(asker.Vpc)
        && call.Read(Tables.NetworkInterfaces, asker.Scope).By(Tables.InterfacesByAddress, address)
            .Any(face => face.VpcId == asker.Vpc.Id)
            ? address
            : null;

    private static string? OfInstance(ReadCall call, Asker asker, string id) =>
        DnsNames.Has(asker.Vpc)
        && call.Read(InstanceTables.Instances, asker.Scope).Find(new InstanceId(id)) is
            { EnableResourceNameDnsARecord: true } instance
        && instance.VpcId == asker.Vpc.Id
            ? Primary(call, asker, instance)
            : null;

    private static string? Primary(ReadCall call, Asker asker, InstanceRecord instance) =>
        call.Read(Tables.NetworkInterfaces, asker.Scope).By(Tables.InterfacesByVpc, asker.Vpc.Id.Value)
            .FirstOrDefault(face => face.Attachment is { DeviceIndex: 0 } attachment
                && attachment.InstanceId == instance.Id.Value)
            ?.PrivateIps.FirstOrDefault();
}
