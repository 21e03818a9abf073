using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Peering;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Which further IPv4 blocks a VPC takes. Source: Amazon VPC User Guide, "IPv4 CIDR block association restrictions" and
/// the
/// rules above that table. Where AWS's wording is not known the code is still its InvalidVpc.Range.
/// </summary>
internal static class VpcCidrRules
{
    private static readonly Cidr Ten = Cidr.Parse("10.0.0.0/8");
    private static readonly Cidr OneSeventyTwo = Cidr.Parse("172.16.0.0/12");
    private static readonly Cidr OneNinetyTwo = Cidr.Parse("192.168.0.0/16");
    private static readonly Cidr Benchmarks = Cidr.Parse("198.19.0.0/16");
    private static readonly Cidr FirstOfTen = Cidr.Parse("10.0.0.0/16");
    private static readonly Cidr FirstTwoOfTen = Cidr.Parse("10.0.0.0/15");
    private static readonly Cidr DefaultVpc = Cidr.Parse("172.31.0.0/16");

    private enum Family
    {
        Ten,
        OneSeventyTwo,
        OneNinetyTwo,
        Benchmarks,
        Public,
    }

    /// <summary>Refuses a block that the VPC may not have besides those it has.</summary>
    /// <exception cref="ServiceException">InvalidVpc.Range.</exception>
    public static void CheckFurther(Call call, VpcRecord vpc, Cidr cidr)
    {
        if (vpc.Cidrs.Any(c => c.Cidr.Overlaps(cidr)))
        {
            throw Range($"The CIDR '{cidr}' conflicts with another CIDR of the VPC '{vpc.Id}'.");
        }

        if (vpc.Cidrs.Any(c => !GoTogether(c.Cidr, cidr)))
        {
            throw Range(
                $"The CIDR '{cidr}' is restricted. Use a CIDR from the same private address range as the "
                + "current VPC CIDR, or use a publicly-routable CIDR. For additional restrictions, see "
                + "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html");
        }

        CheckRoutes(call, vpc, cidr);
        CheckPeerings(call, vpc, cidr);
    }

    /// <summary>
    /// Whether a block may join one that a VPC has: the rows of the table. 100.64.0.0/10 is what public blocks are.
    /// </summary>
    public static bool GoTogether(Cidr has, Cidr joins) => (FamilyOf(has), FamilyOf(joins)) switch
    {
        (Family.Ten, Family.Ten) => !(FirstTwoOfTen.Contains(has) && FirstOfTen.Contains(joins)),
        (Family.OneSeventyTwo, Family.OneSeventyTwo) => !DefaultVpc.Contains(joins),
        (Family.OneNinetyTwo, Family.OneNinetyTwo) => true,
        (Family.Ten or Family.OneSeventyTwo or Family.OneNinetyTwo, var other) => other == Family.Public,
        (Family.Benchmarks, var other) => other is Family.Public or Family.Benchmarks,
        (_, var other) => other == Family.Public,
    };

    private static Family FamilyOf(Cidr cidr) => cidr switch
    {
        _ when Ten.Contains(cidr) => Family.Ten,
        _ when OneSeventyTwo.Contains(cidr) => Family.OneSeventyTwo,
        _ when OneNinetyTwo.Contains(cidr) => Family.OneNinetyTwo,
        _ when Benchmarks.Contains(cidr) => Family.Benchmarks,
        _ => Family.Public,
    };

    // Not the same as, and not larger than, where a route leads. The default route, which holds every block, is no
    // obstacle.
    private static void CheckRoutes(ReadCall call, VpcRecord vpc, Cidr cidr)
    {
        var routes = call.Read(Tables.RouteTables).By(Tables.RouteTablesByVpc, vpc.Id.Value).SelectMany(t => t.Routes);
        if (routes.FirstOrDefault(r => r.DestinationCidr is { IsV6: false } to && cidr.Contains(to)) is { } route)
        {
            throw Range(
                $"The CIDR '{cidr}' is the same as, or larger than, the destination '{route.DestinationCidr}' "
                + "of a route.");
        }
    }

    private static void CheckPeerings(Call call, VpcRecord vpc, Cidr cidr)
    {
        foreach (var peering in call.Read(Tables.VpcPeeringConnections).By(Tables.PeeringsByVpc, vpc.Id.Value).ToList())
        {
            var isRequester = peering.Requester.VpcId == vpc.Id;
            var peer = isRequester ? peering.Accepter : peering.Requester;
            var overlaps = CidrsOf(call, peer).Any(cidr.Overlaps);
            switch (peering.State)
            {
                case Code.Active or Code.Provisioning when overlaps:
                    throw Range(
                        $"The CIDR '{cidr}' overlaps with a CIDR of the peer VPC '{peer.VpcId}' of '{peering.Id}'.");
                case Code.PendingAcceptance when isRequester:
                    throw Range(
                        $"A CIDR cannot be added to '{vpc.Id}' while its peering request '{peering.Id}' is "
                        + "pending acceptance.");
                case Code.PendingAcceptance when overlaps:
                    PeeringEnds.Fail(call, peering);
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<Cidr> CidrsOf(ReadCall call, PeeringSide side) =>
        call.Read(Tables.Vpcs, PeeringStore.ScopeOf(side)).Find(side.VpcId)?.Cidrs.Select(c => c.Cidr) ?? [];

    private static ServiceException Range(string message) => new("InvalidVpc.Range", message);
}
