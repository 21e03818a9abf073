using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Who refers to a prefix list: route tables, also of transit gateways, and security groups, in every account that it
/// is or was shared with. The owner sees all of them, another account its own (Amazon VPC User Guide, "Shared
/// prefix list permissions").
/// </summary>
internal static class PrefixListUse
{
    /// <summary>The ids of the resources that refer to it and their owners, in the order of ids.</summary>
    public static IReadOnlyList<(string Id, string Owner)> Of(ReadCall call, PrefixListRecord list) =>
    [
        .. Places(call, list).SelectMany(scope => In(call, scope, list.Id).Select(id => (id, scope.Account)))
            .Distinct().OrderBy(use => use.id, StringComparer.Ordinal),
    ];

    /// <summary>The ids of the resources of one scope that refer to it.</summary>
    public static IEnumerable<string> In(ReadCall call, Scope scope, PrefixListId list)
    {
        var tables = call.Read(Tables.RouteTables, scope).By(Tables.RouteTablesByPrefixList, list.Value)
            .Select(t => t.Id.Value);
        var groups = call.Read(Tables.SecurityGroupRules, scope).By(Tables.RulesByPrefixList, list.Value)
            .Select(r => r.GroupId.Value);
        var transit = call.Read(TransitTables.Routes, scope).By(TransitTables.RoutesByPrefixList, list.Value)
            .Select(r => r.RouteTableId.Value);
        return tables.Concat(groups).Concat(transit);
    }

    /// <summary>The ids of those that have no room for it at another size.</summary>
    public static IReadOnlyList<string> WithoutRoom(ReadCall call, PrefixListRecord resized) =>
    [
        .. Places(call, resized).SelectMany(scope => WithoutRoom(call, scope, resized))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<Scope> Places(ReadCall call, PrefixListRecord list) =>
        PrefixListRules.IsCustomers(list) && list.OwnerId == call.Account
            ? call.Scopes.Where(scope => scope.Region == call.Region)
            : [call.Scope];

    private static IEnumerable<string> WithoutRoom(ReadCall call, Scope scope, PrefixListRecord resized)
    {
        var ipv6 = PrefixListRules.IsV6(resized);
        var tables = call.Read(Tables.RouteTables, scope).By(Tables.RouteTablesByPrefixList, resized.Id.Value)
            .Where(t => RouteWeights.Of(call, t, ipv6, resized) > Limits.MaxRoutes(call))
            .Select(t => t.Id.Value);
        var groups = call.Read(Tables.SecurityGroupRules, scope).By(Tables.RulesByPrefixList, resized.Id.Value)
            .Where(rule => RulesLike(call, scope, rule, resized) > Limits.MaxRulesPerGroup(call))
            .Select(r => r.GroupId.Value);
        var transit = call.Read(TransitTables.Routes, scope).By(TransitTables.RoutesByPrefixList, resized.Id.Value)
            .Where(r => !TransitLimits.HasRoom(call, scope, r.TransitGatewayId, resized))
            .Select(r => r.RouteTableId.Value);
        return tables.Concat(groups).Concat(transit);
    }

    // Rules are counted by direction and family; a list counts with its size, a referenced group in both families.
    private static int RulesLike(
        ReadCall call, Scope scope, SecurityGroupRuleRecord rule, PrefixListRecord resized)
    {
        var ipv6 = PrefixListRules.IsV6(resized);
        return call.Read(Tables.SecurityGroupRules, scope).By(Tables.RulesByGroup, rule.GroupId.Value)
            .Where(r => r.IsEgress == rule.IsEgress)
            .Sum(r => r switch
            {
                { Cidr: { } cidr } => cidr.IsV6 == ipv6 ? 1 : 0,
                { PrefixListId: { } id } =>
                    Weight(id == resized.Id ? resized : SharedLists.Known(call, id), ipv6),
                _ => 1,
            });
    }

    private static int Weight(PrefixListRecord? list, bool ipv6) =>
        list is not null && PrefixListRules.IsV6(list) == ipv6 ? PrefixListRules.Weight(list) : 0;
}
