using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Listing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>The filters of SearchTransitGatewayRoutes. Source: EC2 API Reference.</summary>
internal static class TransitSearch
{
    private const string Search = "route-search.";

    private static readonly Filters<TransitRoute> Filters = new Filters<TransitRoute>()
        .Many("attachment.transit-gateway-attachment-id", r => r.Attachments.Select(a => a.Id.Value))
        .Many("attachment.resource-id", r => r.Attachments.Select(a => a.ResourceId))
        .Many("attachment.resource-type", r => r.Attachments.Select(a => a.ResourceType.ToWire()))
        .One("prefix-list-id", r => r.PrefixListId?.Value)
        .One("state", r => r.State.ToWire())
        .One("type", r => r.Type.ToWire());

    /// <summary>Those of the preferred routes of a table that pass all filters.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue: no such filter, or its value is no block.</exception>
    public static IEnumerable<TransitRoute> Find(
        ReadCall call, IReadOnlyList<TransitRoute> routes, IReadOnlyList<Filter> filters)
    {
        var searches = filters.ToLookup(f => f.Name?.StartsWith(Search, StringComparison.Ordinal) == true);
        var passes = Filters.Compile([.. searches[false]], call);
        return searches[true]
            .Aggregate<Filter, IEnumerable<TransitRoute>>(routes, (left, search) => left.Intersect(Of(routes, search)))
            .Where(passes);
    }

    private static HashSet<TransitRoute> Of(IReadOnlyList<TransitRoute> routes, Filter search)
    {
        var values = search.Values is { Count: > 0 } given ? given : throw Errors.FilterWithoutValues(search.Name!);
        Func<Cidr, IEnumerable<TransitRoute>> find = search.Name![Search.Length..] switch
        {
            "exact-match" => block => routes.Where(r => r.Destination == block),
            "longest-prefix-match" => block => TransitRoutes.Longest(routes, block) is { } longest ? [longest] : [],
            "subnet-of-match" => block => routes.Where(r => block.Contains(r.Destination)),
            "supernet-of-match" => block => routes.Where(r => r.Destination.Contains(block)),
            _ => throw Errors.UnknownFilter(search.Name),
        };
        var found = new HashSet<TransitRoute>(ReferenceEqualityComparer.Instance);
        found.UnionWith(values.SelectMany(value => find(Block(search.Name, value))));
        return found;
    }

    // An address stands for itself.
    private static Cidr Block(string filter, string value) =>
        IpAddress.TryParse(value, out var address)
            ? Cidr.Single(address)
            : TransitDestinations.Read(value, filter);
}
