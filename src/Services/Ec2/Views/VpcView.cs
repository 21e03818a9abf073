using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A VPC as the API writes it.</summary>
internal static class VpcView
{
    /// <summary>The VPC with its tags, its state as of the call's instant.</summary>
    public static Vpc Of(VpcRecord vpc, ReadCall call) => new()
    {
        VpcId = vpc.Id.Value,
        OwnerId = call.Account,
        CidrBlock = vpc.Cidrs[0].Cidr.ToString(),
        CidrBlockAssociationSet = [.. vpc.Cidrs.Select(c => CidrOf(c, call.Now))],
        Ipv6CidrBlockAssociationSet =
            vpc.Ipv6Cidrs.IsEmpty ? [] : [.. vpc.Ipv6Cidrs.Select(c => Ipv6CidrOf(c, call.Now))],
        DhcpOptionsId = vpc.DhcpOptionsId?.Value ?? "default",
        InstanceTenancy = vpc.InstanceTenancy,
        IsDefault = vpc.IsDefault,
        State = vpc.AvailableAt <= call.Now ? VpcState.Available : VpcState.Pending,
        Tags = TagStore.View(call, vpc.Id.Value),
    };

    /// <summary>An IPv4 association.</summary>
    public static VpcCidrBlockAssociation CidrOf(VpcCidrRecord cidr, DateTimeOffset now) => new()
    {
        AssociationId = cidr.AssociationId,
        CidrBlock = cidr.Cidr.ToString(),
        CidrBlockState = new() { State = StateOf(cidr, now) },
    };

    /// <summary>An IPv6 association.</summary>
    public static VpcIpv6CidrBlockAssociation Ipv6CidrOf(VpcCidrRecord cidr, DateTimeOffset now) => new()
    {
        AssociationId = cidr.AssociationId,
        Ipv6CidrBlock = cidr.Cidr.ToString(),
        Ipv6CidrBlockState = new() { State = StateOf(cidr, now) },
        NetworkBorderGroup = cidr.NetworkBorderGroup,
        Ipv6Pool = "Amazon",
        Ipv6AddressAttribute = Ipv6AddressAttribute.Public,
        IpSource = IpSource.Amazon,
    };

    /// <summary>The state of an association as filters write it.</summary>
    public static string StateName(VpcCidrRecord cidr, DateTimeOffset now) =>
        cidr.AssociatedAt <= now ? "associated" : "associating";

    private static VpcCidrBlockStateCode StateOf(VpcCidrRecord cidr, DateTimeOffset now) =>
        cidr.AssociatedAt <= now ? VpcCidrBlockStateCode.Associated : VpcCidrBlockStateCode.Associating;
}
