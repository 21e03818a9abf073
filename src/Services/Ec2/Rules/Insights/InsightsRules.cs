using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Insights;

/// <summary>
/// What a path and an analysis may be. Sources: EC2 API Reference, CreateNetworkInsightsPath and
/// StartNetworkInsightsAnalysis; message texts guessed.
/// </summary>
internal static class InsightsRules
{
    // Reachability Analyzer guide, "How Reachability Analyzer works": source and destination resources. Not served:
    // transit gateways and endpoint services.
    private static readonly string[] Ends = ["eni", "i", "igw", "pcx", "tgw-attach", "vgw", "vpce"];

    /// <summary>Refuses parameters that say the same thing twice, or leave out where the path ends.</summary>
    /// <exception cref="ServiceException">InvalidParameterCombination, MissingParameter.</exception>
    public static void CheckCombination(CreateNetworkInsightsPathRequest request)
    {
        if (request.FilterAtSource is not null && (request.SourceIp is not null || request.DestinationPort is not null))
        {
            throw Errors.InvalidParameterCombination(
                "The parameter FilterAtSource cannot be used with the parameters SourceIp and DestinationPort.");
        }

        if (request.FilterAtDestination is not null && request.DestinationIp is not null)
        {
            throw Errors.InvalidParameterCombination(
                "The parameter FilterAtDestination cannot be used with the parameter DestinationIp.");
        }

        if (request is { Destination: null, DestinationIp: null, FilterAtSource.DestinationAddress: null }
            and not { FilterAtDestination.DestinationAddress: not null })
        {
            throw Errors.Missing("Destination");
        }
    }

    /// <summary>Refuses what a path cannot begin or end at here.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation by name; the kind's Malformed.</exception>
    public static void CheckEnd(string id, string parameter)
    {
        var dash = id.LastIndexOf('-');
        var prefix = dash > 0 ? id[..dash] : "";
        if (dash <= 0)
        {
            throw Errors.InvalidParameterValue($"Value ({id}) for parameter {parameter} is invalid.");
        }

        if (!Ends.Contains(prefix))
        {
            var served = string.Join(", ", Ends.Select(end => $"{end}-…"));
            throw Errors.NotServed($"'{id}' as the {parameter} of a path; it serves {served}");
        }

        Kinds.Ec2Kinds.OfId(id)?.CheckForm(id);
    }

    /// <summary>Refuses what is no IPv4 address.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static string? Address(string? text, string parameter) =>
        text is null || (IpAddress.TryParse(text, out var address) && !address.IsV6)
            ? text
            : throw Errors.InvalidParameterValue($"Value ({text}) for parameter {parameter} is invalid.");

    /// <summary>A filter as it is kept.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, MissingParameter.</exception>
    public static PathFilterRecord? Filter(PathRequestFilter? filter, string parameter) => filter is null ? null : new()
    {
        SourceAddress = Address(filter.SourceAddress, $"{parameter}.SourceAddress"),
        SourcePortRange = Range(filter.SourcePortRange, $"{parameter}.SourcePortRange"),
        DestinationAddress = Address(filter.DestinationAddress, $"{parameter}.DestinationAddress"),
        DestinationPortRange = Range(filter.DestinationPortRange, $"{parameter}.DestinationPortRange"),
    };

    /// <summary>ARNs of EC2 resources.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static ImmutableArray<string> Arns(IReadOnlyList<string>? arns, string parameter)
    {
        foreach (var arn in arns ?? [])
        {
            if (!arn.StartsWith("arn:", StringComparison.Ordinal))
            {
                throw Errors.InvalidParameterValue($"Value ({arn}) for parameter {parameter} is invalid. Invalid ARN.");
            }

            ResourceArn.Read(default, arn, parameter);
        }

        return [.. arns ?? []];
    }

    /// <summary>Account ids.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static ImmutableArray<string> Accounts(IReadOnlyList<string>? accounts) =>
        (accounts ?? []).FirstOrDefault(static a => !AccountNumber.Is(a)) is { } wrong
            ? throw Errors.InvalidParameterValue($"Value ({wrong}) for parameter AdditionalAccount is invalid.")
            : [.. accounts ?? []];

    private static PortRangeRecord? Range(RequestFilterPortRange? range, string parameter)
    {
        if (range is null)
        {
            return null;
        }

        var from = range.FromPort ?? throw Errors.Missing($"{parameter}.FromPort");
        var to = range.ToPort ?? throw Errors.Missing($"{parameter}.ToPort");
        return from <= to
            ? new() { From = from, To = to }
            : throw Errors.InvalidParameterValue($"Value ({from}-{to}) for parameter {parameter} is invalid.");
    }
}
