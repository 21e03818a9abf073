using System.Collections.Immutable;
using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.AccessScopes;

/// <summary>
/// What a Network Access Scope may say. Source: Network Access Analyzer guide, "Working with Network Access Scopes";
/// message texts guessed.
/// </summary>
internal static class AccessScopeRules
{
    /// <summary>Types of resources at which a path can begin or end.</summary>
    public static readonly IReadOnlyList<string> EndTypes =
        ["AWS::EC2::InternetGateway", "AWS::EC2::NetworkInterface", "AWS::EC2::Instance"];

    /// <summary>Types of resources that a path can cross, with the prefixes of their ids.</summary>
    public static readonly IReadOnlyDictionary<string, string> ThroughTypes = new Dictionary<string, string>
    {
        ["AWS::EC2::InternetGateway"] = "igw-", ["AWS::EC2::EgressOnlyInternetGateway"] = "eigw-",
        ["AWS::EC2::NatGateway"] = "nat-", ["AWS::EC2::VPCPeeringConnection"] = "pcx-",
        ["AWS::EC2::TransitGateway"] = "tgw-", ["AWS::EC2::VPNConnection"] = "vpn-",
        ["AWS::EC2::NetworkInterface"] = "eni-",
    };

    private static readonly string[] Ends = ["i", "eni", "sg", "subnet", "vpc", "igw"];

    /// <summary>Paths as they are kept.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue, InvalidParameterCombination; UnsupportedOperation for resources that are not served.
    /// </exception>
    public static ImmutableArray<AccessScopePathRecord> Paths(
        IReadOnlyList<AccessScopePathRequest>? paths, string parameter) =>
        [.. (paths ?? []).Select((path, i) => new AccessScopePathRecord
        {
            Source = End(path.Source, $"{parameter}.{i + 1}.Source"),
            Destination = End(path.Destination, $"{parameter}.{i + 1}.Destination"),
            Through = [.. (path.ThroughResources ?? []).Select(each => Through(
                each.ResourceStatement, $"{parameter}.{i + 1}.ThroughResource.ResourceStatement"))],
        })];

    /// <summary>A port or a range of ports.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static PortRangeRecord Ports(string text, string parameter)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return Port(dash < 0 ? text : text[..dash]) is { } from && Port(dash < 0 ? text : text[(dash + 1)..]) is { } to
            && from <= to
            ? new() { From = from, To = to }
            : throw Invalid(text, parameter);
    }

    /// <summary>An address or a block.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static Cidr Block(string text, string parameter) =>
        IpAddress.TryParse(text, out var address) ? Cidr.Single(address)
        : Cidr.TryParse(text, out var block, out _) ? block
        : throw Invalid(text, parameter);

    private static PathStatementRecord? End(PathStatementRequest? statement, string parameter) => statement is null
        ? null
        : new()
        {
            Header = Header(statement.PacketHeaderStatement, $"{parameter}.PacketHeaderStatement"),
            Resources = statement.ResourceStatement is { } resources
                ? Resources(resources, $"{parameter}.ResourceStatement", EndTypes, Ends)
                : null,
        };

    private static ResourceStatementRecord Through(ResourceStatementRequest? statement, string parameter) =>
        Resources(
            statement ?? throw Errors.Missing(parameter), parameter, [.. ThroughTypes.Keys],
            [.. ThroughTypes.Values.Select(prefix => prefix[..^1])]);

    private static ResourceStatementRecord Resources(
        ResourceStatementRequest statement, string parameter, IReadOnlyList<string> types, string[] prefixes)
    {
        var (ids, named) = (statement.Resources ?? [], statement.ResourceTypes ?? []);
        if (ids.Count > 0 == named.Count > 0)
        {
            throw Errors.InvalidParameterCombination($"The parameter {parameter} needs Resources or ResourceTypes.");
        }

        foreach (var type in named)
        {
            if (!types.Contains(type))
            {
                throw Errors.NotServed($"'{type}' in {parameter}; it serves {string.Join(", ", types)}");
            }
        }

        foreach (var id in ids.Select(text => Insights.ResourceArn.Read(default, text, parameter).Id))
        {
            var dash = id.IndexOf('-', StringComparison.Ordinal);
            if (dash <= 0)
            {
                throw Invalid(id, parameter);
            }

            if (!prefixes.Contains(id[..dash]))
            {
                throw Errors.NotServed($"'{id}' in {parameter}; it serves {string.Join(", ", prefixes)}");
            }

            Kinds.Ec2Kinds.OfId(id)?.CheckForm(id);
        }

        return new() { Resources = [.. ids], ResourceTypes = [.. named] };
    }

    private static HeaderStatementRecord? Header(PacketHeaderStatementRequest? header, string parameter)
    {
        if (header is null)
        {
            return null;
        }

        foreach (var block in (header.SourceAddresses ?? []).Concat(header.DestinationAddresses ?? []))
        {
            Block(block, parameter);
        }

        foreach (var ports in (header.SourcePorts ?? []).Concat(header.DestinationPorts ?? []))
        {
            Ports(ports, parameter);
        }

        foreach (var list in (header.SourcePrefixLists ?? []).Concat(header.DestinationPrefixLists ?? []))
        {
            Kinds.Ec2Kinds.PrefixList.CheckForm(list);
        }

        return new()
        {
            SourceAddresses = [.. header.SourceAddresses ?? []],
            DestinationAddresses = [.. header.DestinationAddresses ?? []],
            SourcePorts = [.. header.SourcePorts ?? []],
            DestinationPorts = [.. header.DestinationPorts ?? []],
            SourcePrefixLists = [.. header.SourcePrefixLists ?? []],
            DestinationPrefixLists = [.. header.DestinationPrefixLists ?? []],
            Protocols = [.. (header.Protocols ?? []).Select(protocol => protocol.ToWire())],
        };
    }

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : null;

    private static ServiceException Invalid(string text, string parameter) =>
        Errors.InvalidParameterValue($"Value ({text}) for parameter {parameter} is invalid.");
}
