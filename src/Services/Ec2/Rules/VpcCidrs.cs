using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using System.Globalization;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Makes CIDR associations of VPCs, and reads them.</summary>
internal static class VpcCidrs
{
    /// <summary>All blocks of a VPC: IPv4 with the primary one first, then IPv6.</summary>
    public static IEnumerable<Cidr> Blocks(ReadCall call, VpcId id, Scope? scope = null) =>
        call.Read(Tables.Vpcs, scope ?? call.Scope).Find(id) is { } vpc
            ? vpc.Cidrs.Concat(vpc.Ipv6Cidrs).Select(c => c.Cidr)
            : [];

    /// <summary>A new association of an IPv4 block.</summary>
    public static VpcCidrRecord New(Call call, Cidr cidr) => new()
    {
        AssociationId = call.NewId("vpc-cidr-assoc"),
        Cidr = cidr,
        AssociatedAt = call.Now,
    };

    /// <summary>
    /// A new association of a /56 that Amazon provides, drawn from 2600:1f00::/24 (a range Amazon announces for EC2,
    /// see its
    /// ip-ranges file; which bits name the region is not public, so the draw is flat: guessed).
    /// </summary>
    public static VpcCidrRecord NewAmazonIpv6(Call call, string? networkBorderGroup)
    {
        if (networkBorderGroup is not null && networkBorderGroup != call.Region)
        {
            throw Errors.NotServed($"the network border group '{networkBorderGroup}'");
        }

        var bits = (uint)call.Random.NextUInt64();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"2600:1f{bits >> 24:x2}:{(bits >> 8) & 0xffff:x}:{(bits & 0xff) << 8:x}::/56");
        return new()
        {
            AssociationId = call.NewId("vpc-cidr-assoc"),
            Cidr = Cidr.Parse(text),
            NetworkBorderGroup = call.Region,
            AssociatedAt = call.Now,
        };
    }
}
