using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// How many routes of its quota a table uses: IPv4 and IPv6 each for itself, one for a block, the size of the list for
/// a prefix list; local routes do not count. Source: Amazon VPC User Guide, "Amazon VPC quotas" and "Managed prefix
/// lists".
/// </summary>
internal static class RouteWeights
{
    /// <summary>The weight of the static routes of one family.</summary>
    /// <param name="call">The call.</param>
    /// <param name="table">The table.</param>
    /// <param name="ipv6">Which family.</param>
    /// <param name="resized">A prefix list to count as it would be, in the place of what is stored.</param>
    public static int Of(ReadCall call, RouteTableRecord table, bool ipv6, PrefixListRecord? resized = null) =>
        table.Routes.Where(r => !r.ReplacesLocal).Sum(route => route switch
        {
            { DestinationCidr: { } cidr } => cidr.IsV6 == ipv6 ? 1 : 0,
            { DestinationPrefixListId: { } id } => OfList(Find(call, id, resized), ipv6),
            _ => 0,
        });

    private static PrefixListRecord? Find(ReadCall call, PrefixListId id, PrefixListRecord? resized) =>
        resized?.Id == id ? resized : SharedLists.Known(call, id);

    private static int OfList(PrefixListRecord? list, bool ipv6) =>
        list is not null && PrefixListRules.IsV6(list) == ipv6 ? PrefixListRules.Weight(list) : 0;
}
