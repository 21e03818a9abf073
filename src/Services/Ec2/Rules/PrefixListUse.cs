using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Who refers to a prefix list: route tables, also of transit gateways, and security groups.</summary>
internal static class PrefixListUse
{
    /// <summary>The ids of the resources that refer to it, in order.</summary>
    public static IReadOnlyList<string> Of(ReadCall call, PrefixListRecord list)
    {
        var tables = call.Read(Tables.RouteTables).By(Tables.RouteTablesByPrefixList, list.Id.Value)
            .Select(t => t.Id.Value);
        var groups = call.Read(Tables.SecurityGroupRules).By(Tables.RulesByPrefixList, list.Id.Value)
            .Select(r => r.GroupId.Value);
        var transit = call.Read(TransitTables.Routes).By(TransitTables.RoutesByPrefixList, list.Id.Value)
            .Select(r => r.RouteTableId.Value);
        return Ordered(tables.Concat(groups).Concat(transit));
    }

    /// <summary>The ids of those that have no room for it at another size.</summary>
    public static IReadOnlyList<string> WithoutRoom(ReadCall call, PrefixListRecord resized)
    {
        var ipv6 = PrefixListRules.IsV6(resized);
        var tables = call.Read(Tables.RouteTables).By(Tables.RouteTablesByPrefixList, resized.Id.Value)
            .Where(t => RouteWeights.Of(call, t, ipv6, resized) > Limits.MaxRoutes(call))
            .Select(t => t.Id.Value);
        var groups = call.Read(Tables.SecurityGroupRules).By(Tables.RulesByPrefixList, resized.Id.Value)
            .Where(rule => RulesLike(call, rule, resized) > Limits.MaxRulesPerGroup(call))
            .Select(r => r.GroupId.Value);
        var transit = call.Read(TransitTables.Routes).By(TransitTables.RoutesByPrefixList, resized.Id.Value)
            .Where(r => !TransitLimits.HasRoom(call, r.TransitGatewayId, resized))
            .Select(r => r.RouteTableId.Value);
        return Ordered(tables.Concat(groups).Concat(transit));
    }

    private static IReadOnlyList<string> Ordered(IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Rules are counted by direction and family; a list counts with its size, a referenced group in both families.
    private static int RulesLike(ReadCall call, SecurityGroupRuleRecord rule, PrefixListRecord resized)
    {
        var ipv6 = PrefixListRules.IsV6(resized);
        return call.Read(Tables.SecurityGroupRules).By(Tables.RulesByGroup, rule.GroupId.Value)
            .Where(r => r.IsEgress == rule.IsEgress)
            .Sum(r => r switch
            {
                { Cidr: { } cidr } => cidr.IsV6 == ipv6 ? 1 : 0,
                { PrefixListId: { } id } =>
                    Weight(id == resized.Id ? resized : call.Read(Tables.PrefixLists).Find(id), ipv6),
                _ => 1,
            });
    }

    private static int Weight(PrefixListRecord? list, bool ipv6) =>
        list is not null && PrefixListRules.IsV6(list) == ipv6 ? PrefixListRules.Weight(list) : 0;
}
