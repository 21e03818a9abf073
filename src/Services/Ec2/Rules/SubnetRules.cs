using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Which blocks subnets take. Source: Amazon VPC User Guide, "Subnet CIDR blocks"; EC2 API Reference, CreateSubnet.
/// </summary>
internal static class SubnetRules
{
    /// <summary>Reads an IPv4 block that a new subnet of the VPC may have; host bits are cleared.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue, InvalidSubnet.Range or InvalidSubnet.Conflict.
    /// </exception>
    public static Cidr Ipv4(ReadCall call, VpcRecord vpc, string text)
    {
        var cidr = CidrRules.Ipv4(text);
        if (cidr.PrefixLength is < 16 or > 28 || !vpc.Cidrs.Any(c => c.Cidr.Contains(cidr)))
        {
            throw OutOfRange(text);
        }

        return SubnetsOf(call, vpc.Id).Any(s => s.Cidr is { } taken && taken.Overlaps(cidr))
            ? throw Conflict(text)
            : cidr;
    }

    /// <summary>Reads an IPv6 block that a subnet of the VPC may have: /44 to /64 in steps of four.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue, InvalidSubnet.Range or InvalidSubnet.Conflict.
    /// </exception>
    public static SubnetIpv6CidrRecord Ipv6(Call call, VpcRecord vpc, string text)
    {
        var cidr = CidrRules.Ipv6(text);
        var fits = cidr.PrefixLength is >= 44 and <= 64 && cidr.PrefixLength % 4 == 0;
        if (!fits || !vpc.Ipv6Cidrs.Any(c => c.Cidr.Contains(cidr)))
        {
            throw OutOfRange(text);
        }

        return Ipv6CidrsOf(call, vpc.Id).Any(cidr.Overlaps)
            ? throw Conflict(text)
            : new() { AssociationId = call.NewId("subnet-cidr-assoc"), Cidr = cidr };
    }

    /// <summary>The subnets of a VPC.</summary>
    public static IEnumerable<SubnetRecord> SubnetsOf(ReadCall call, VpcId vpc) =>
        call.Read(Tables.Subnets).By(Tables.SubnetsByVpc, vpc.Value);

    /// <summary>The IPv6 blocks of the subnets of a VPC.</summary>
    public static IEnumerable<Cidr> Ipv6CidrsOf(ReadCall call, VpcId vpc) =>
        SubnetsOf(call, vpc).SelectMany(s => s.Ipv6Cidrs).Select(c => c.Cidr);

    private static ServiceException OutOfRange(string text) =>
        new("InvalidSubnet.Range", $"The CIDR '{text}' is invalid.");

    private static ServiceException Conflict(string text) =>
        new("InvalidSubnet.Conflict", $"The CIDR '{text}' conflicts with another subnet");
}
