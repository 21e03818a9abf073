using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Where a route leads, as a request names it: exactly one of an IPv4 block, an IPv6 block and a prefix list.
/// </summary>
internal sealed record RouteDestination
{
    /// <summary>The block; null for a prefix list.</summary>
    public Cidr? Cidr { get; private init; }

    /// <summary>The prefix list; null for a block.</summary>
    public PrefixListRecord? List { get; private init; }

    /// <summary>Which parameter named it, as error messages write it.</summary>
    public required string Parameter { get; init; }

    /// <summary>As the caller wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is about IPv6.</summary>
    public bool IsV6 => Cidr?.IsV6 ?? PrefixListRules.IsV6(List!);

    /// <summary>How many routes it counts for.</summary>
    public int Weight => List is null ? 1 : PrefixListRules.Weight(List);

    /// <summary>As it is stored and shown: the block in canonical form, or the id of the prefix list.</summary>
    public string Name => Cidr?.ToString() ?? List!.Id.Value;

    /// <summary>
    /// Reads the destination of a request. CreateRoute makes an IPv4 block canonical (100.68.0.18/18 becomes
    /// 100.68.0.0/18), see EC2 API Reference, CreateRoute; the others take a block as it is in the table.
    /// </summary>
    /// <exception cref="ServiceException">
    /// MissingParameter, InvalidParameterCombination, InvalidParameterValue, InvalidPrefixListID.NotFound.
    /// </exception>
    public static RouteDestination Of(ReadCall call, string? ipv4, string? ipv6, string? list)
    {
        var given = new[] { ipv4, ipv6, list }.Count(text => text is not null);
        if (given == 0)
        {
            throw Errors.Missing("destinationCidrBlock, destinationIpv6CidrBlock or destinationPrefixListId");
        }

        if (given > 1)
        {
            throw Errors.InvalidParameterCombination(
                "Only one of destinationCidrBlock, destinationIpv6CidrBlock and destinationPrefixListId can be "
                + "specified");
        }

        if (list is not null)
        {
            var found = SharedLists.Get(call, list);
            return new() { Parameter = "destination-prefix-list-id", Text = list, List = found };
        }

        if (ipv4 is not null)
        {
            var block = CidrRules.Ipv4(ipv4, "destinationCidrBlock");
            return new() { Parameter = "destination-cidr-block", Text = ipv4, Cidr = block };
        }

        var ipv6Block = CidrRules.Ipv6(ipv6!, "destinationIpv6CidrBlock");
        return new() { Parameter = "destination-ipv6-cidr-block", Text = ipv6!, Cidr = ipv6Block };
    }

    /// <summary>Whether a route leads there.</summary>
    public bool Is(RouteRecord route) =>
        Cidr is null ? route.DestinationPrefixListId == List!.Id : route.DestinationCidr == Cidr;

    /// <summary>The route to it over a target.</summary>
    public RouteRecord Via(RouteTarget target) => new()
    {
        DestinationCidr = Cidr,
        DestinationPrefixListId = List?.Id,
        TargetKind = target.Kind,
        TargetId = target.Id,
    };

    /// <summary>InvalidRoute.NotFound: the table has no such route.</summary>
    public ServiceException NotFound(RouteTableRecord table) => new(
        "InvalidRoute.NotFound", $"no route with {Parameter} {Text} in route table {table.Id}");
}
