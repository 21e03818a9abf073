using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Insights;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>Network Access Scopes and their analyses as the API writes them.</summary>
internal static class AccessScopeView
{
    /// <summary>A scope with its tags.</summary>
    public static NetworkInsightsAccessScope Of(AccessScopeRecord scope, ReadCall call) => new()
    {
        NetworkInsightsAccessScopeId = scope.Id.Value,
        NetworkInsightsAccessScopeArn = ResourceArn.Of(call.Scope, scope.Id.Value),
        CreatedDate = scope.CreatedDate,
        UpdatedDate = scope.CreatedDate,
        Tags = TagStore.View(call, scope.Id.Value),
    };

    /// <summary>What a scope says.</summary>
    public static NetworkInsightsAccessScopeContent ContentOf(AccessScopeRecord scope) => new()
    {
        NetworkInsightsAccessScopeId = scope.Id.Value,
        MatchPaths = [.. scope.MatchPaths.Select(PathOf)],
        ExcludePaths = [.. scope.ExcludePaths.Select(PathOf)],
    };

    /// <summary>An analysis with its tags.</summary>
    public static NetworkInsightsAccessScopeAnalysis Of(AccessScopeAnalysisRecord analysis, ReadCall call) => new()
    {
        NetworkInsightsAccessScopeAnalysisId = analysis.Id.Value,
        NetworkInsightsAccessScopeAnalysisArn = ResourceArn.Of(call.Scope, analysis.Id.Value),
        NetworkInsightsAccessScopeId = analysis.ScopeId.Value,
        Status = analysis.Status,
        StartDate = analysis.StartDate,
        EndDate = analysis.EndDate,
        FindingsFound = analysis.Status != AnalysisStatus.Succeeded ? FindingsFound.Unknown
            : analysis.Findings.IsEmpty ? FindingsFound.False : FindingsFound.True,
        AnalyzedEniCount = analysis.AnalyzedEniCount,
        Tags = TagStore.View(call, analysis.Id.Value),
    };

    private static AccessScopePath PathOf(AccessScopePathRecord path) => new()
    {
        Source = EndOf(path.Source),
        Destination = EndOf(path.Destination),
        ThroughResources = [.. path.Through.Select(each => new ThroughResourcesStatement
        {
            ResourceStatement = ResourcesOf(each),
        })],
    };

    private static PathStatement? EndOf(PathStatementRecord? end) => end is null ? null : new()
    {
        PacketHeaderStatement = end.Header is not { } header ? null : new()
        {
            SourceAddresses = Some(header.SourceAddresses),
            DestinationAddresses = Some(header.DestinationAddresses),
            SourcePorts = Some(header.SourcePorts),
            DestinationPorts = Some(header.DestinationPorts),
            SourcePrefixLists = Some(header.SourcePrefixLists),
            DestinationPrefixLists = Some(header.DestinationPrefixLists),
            Protocols = header.Protocols.IsEmpty
                ? null
                : [.. header.Protocols.Select(text => text == "udp" ? Protocol.Udp : Protocol.Tcp)],
        },
        ResourceStatement = end.Resources is { } resources ? ResourcesOf(resources) : null,
    };

    private static ResourceStatement ResourcesOf(ResourceStatementRecord statement) => new()
    {
        Resources = Some(statement.Resources), ResourceTypes = Some(statement.ResourceTypes),
    };

    private static ImmutableArray<string>? Some(ImmutableArray<string> values) => values.IsEmpty ? null : values;
}
